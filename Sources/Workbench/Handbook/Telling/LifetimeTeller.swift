import RulebookModel

/// Tells when things are over, so that what came before counts no longer.
struct LifetimeTeller {
    let teller: HandbookTeller

    private var words: HandbookWords { teller.words }

    func chapter(number: Int) -> Handbook.Chapter? {
        let lifetimes = teller.rulebook.lifetimes
        guard !lifetimes.isEmpty else { return nil }
        let points = lifetimes.map { HandbookBlock.item(label: name($0), HandbookText(text($0))) }
        return Handbook.Chapter(
            id: "lifetimes", number: number, title: HandbookText(words.lifetimes),
            blocks: [.paragraph(HandbookText(words.lifetimeRule), .plain)] + points)
    }

    /// What people call a part of keys.
    private func name(_ lifetime: Lifetime) -> String {
        let name = lifetime.path.first == "event" ? teller.fact(lifetime.path) : teller.word(lifetime.path[0])
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    private func text(_ lifetime: Lifetime) -> String {
        let end = lifetime.end.map { pattern in
            words.overWith.filled(["event": PatternTeller(teller: teller).types(pattern)])
        }
        let idle = lifetime.idle.map { words.overIdle.filled(["amount": teller.language.amount(.span($0), .within)]) }
        return [end, idle].compactMap(\.self).joined(separator: " \(words.or) ")
    }
}
