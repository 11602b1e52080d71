import CEL
import RulebookModel

/// Tells what is to be said, and what is not, with what to say in its place.
struct PhraseTeller {
    /// The most expressions of a set that stand as instances.
    static let expressionCountMax = 6

    let teller: HandbookTeller

    private var words: HandbookWords { teller.words }

    /// What people call a set.
    func name(_ name: String) -> String {
        set(name)?.title.map(teller.string) ?? teller.word(name)
    }

    /// What a set has to say: its sentence, or instances of what it hears; of what is avoided, the better words.
    func blocks(_ set: PhraseSet) -> [HandbookBlock] {
        let better = set.better { self.set($0) }
        var blocks: [HandbookBlock] = []
        if set.avoid {
            blocks.append(.speech(label: words.avoid, instances(set), .avoid))
        } else if let model = set.model {
            blocks.append(.speech(label: words.say, spoken(model), .say))
        } else {
            blocks.append(.speech(label: words.forInstance, instances(set), .say))
        }
        if let better { blocks.append(.speech(label: words.sayInstead, spoken(better), .say)) }
        return blocks
    }

    /// The sets that a standard listens for, each once.
    func sets(_ standard: Standard) -> [PhraseSet] {
        var names: [String] = []
        for path in standard.expressions.flatMap({ $0.checked.attributes.map(\.path.names) })
        where path.count > 1 && PhraseFunction(rawValue: path[0]) != nil && !names.contains(path[1]) {
            names.append(path[1])
        }
        return names.compactMap(set)
    }

    /// What a remedy says that names a set.
    func spoken(_ name: String) -> HandbookText? { set(name)?.model.map(spoken) }

    /// All sets, each under its name.
    func chapter(number: Int) -> Handbook.Chapter? {
        let sets = teller.rulebook.phrases
        guard !sets.isEmpty else { return nil }
        return Handbook.Chapter(
            id: "phrases", number: number, title: HandbookText(words.phrases),
            blocks: sets.flatMap { [.heading(HandbookText(name($0.name)).capitalized)] + blocks($0) })
    }

    private func set(_ name: String) -> PhraseSet? { teller.rulebook.phrases.first { $0.name == name } }

    private func spoken(_ text: LocalizedText) -> HandbookText {
        let told = teller.text(text)
        return HandbookText(
            runs: told.runs.map { .init(text: readable($0.text), style: $0.style, locale: $0.locale) })
    }

    /// Some of the expressions in the book's language, else in the first that the set has.
    private func instances(_ set: PhraseSet) -> HandbookText {
        let texts = set.groups.map { group in
            let all = group.match + group.sentence
            var shown: [String] = []
            for expression in all where shown.count < Self.expressionCountMax {
                let instance = readable(Self.shortest(expression.text))
                if !shown.contains(instance) { shown.append(instance) }
            }
            return LocalizedText.Entry(
                locale: group.locale,
                text: (shown + (all.count > shown.count ? ["…"] : [])).joined(separator: " · "))
        }
        return teller.text(LocalizedText(entries: texts, range: set.range))
    }

    /// One way to say an expression: without what may be left out, and with the first of words to choose from.
    private static func shortest(_ text: String) -> String {
        var kept = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "("), let end = rest[open...].firstIndex(of: ")") {
            kept += rest[..<open]
            rest = rest[rest.index(after: end)...]
        }
        return (kept + rest).split(whereSeparator: \.isWhitespace).map { word in
            word.contains(where: \.isNumber) ? String(word) : String(word.prefix { $0 != "/" })
        }.joined(separator: " ")
    }

    /// An expression without its signs: a gap is an ellipsis, a stem its beginning, a slot the name of its fact.
    private func readable(_ text: String) -> String {
        var shown = ""
        var rest = text[...]
        while let character = rest.first {
            rest = rest.dropFirst()
            switch character {
            case "*": shown += "…"
            case "~": continue
            case "{":
                guard let end = rest.firstIndex(of: "}") else { return shown + "{" + rest }
                shown += "[\(teller.fact(rest[..<end].split(separator: ".").map(String.init)))]"
                rest = rest[rest.index(after: end)...]
            default: shown.append(character)
            }
        }
        return shown
    }
}
