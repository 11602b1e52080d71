/// A condition in words: a tree of sentences without a verb that changes.
indirect enum ToldCondition {
    /// It holds whatever happens.
    case always
    /// It never holds.
    case never
    /// One sentence.
    case line(HandbookText)
    /// All must hold.
    case all([ToldCondition])
    /// At least one must hold.
    case any([ToldCondition])
    /// It must not hold.
    case none(ToldCondition)
    /// A clause with the author's own words, and what it says in figures where that can be told.
    case clause(label: String, ToldCondition)

    /// All of several, where those that always hold are left out.
    static func all(of parts: [ToldCondition]) -> ToldCondition {
        if parts.contains(where: \.isNever) { return .never }
        let open = parts.filter { !$0.isAlways }.flatMap { part -> [ToldCondition] in
            if case .all(let inner) = part { inner } else { [part] }
        }.reduce(into: [ToldCondition]()) { told, part in
            // Two ways to ask the same are told once.
            if let text = part.sentence, told.contains(where: { $0.sentence == text }) { return }
            told.append(part)
        }
        return open.isEmpty ? .always : open.count == 1 ? open[0] : .all(open)
    }

    /// One of several, where those that never hold are left out.
    static func any(of parts: [ToldCondition]) -> ToldCondition {
        if parts.contains(where: \.isAlways) { return .always }
        let open = parts.filter { !$0.isNever }.flatMap { part -> [ToldCondition] in
            if case .any(let inner) = part { inner } else { [part] }
        }
        return open.isEmpty ? .never : open.count == 1 ? open[0] : .any(open)
    }

    /// The words, where it is a single sentence.
    private var sentence: HandbookText? { if case .line(let text) = self { text } else { nil } }

    /// The opposite.
    var negated: ToldCondition {
        switch self {
        case .always: .never
        case .never: .always
        case .none(let inner): inner
        case .line, .all, .any, .clause: .none(self)
        }
    }

    /// Whether it holds whatever happens.
    var isAlways: Bool { if case .always = self { true } else { false } }
    /// Whether it never holds.
    var isNever: Bool { if case .never = self { true } else { false } }
    /// Whether a part of it stands as it was written, in the language of conditions.
    var isCode: Bool {
        switch self {
        case .always, .never: false
        case .line(let text): text.runs.contains { $0.style == .code }
        case .all(let parts), .any(let parts): parts.contains(where: \.isCode)
        case .none(let inner), .clause(_, let inner): inner.isCode
        }
    }
}

extension ToldCondition {
    /// As the points of a list.
    func points(_ words: HandbookWords) -> [HandbookBlock.Point] {
        switch self {
        case .always, .never: []
        case .all(let parts): parts.flatMap { part in part.isGroup ? [part.point(words)] : part.points(words) }
        case .any, .none, .line, .clause: [point(words)]
        }
    }

    /// As one line, for a cell.
    func line(_ words: HandbookWords) -> HandbookText {
        switch self {
        case .always, .never: return HandbookText("")
        case .line(let text): return text
        case .all(let parts): return parts.map { $0.line(words) }.joined("; ")
        case .any(let parts):
            return HandbookText("\(words.anyOf): ") + parts.map { $0.line(words) }.joined(" \(words.or) ")
        case .none(let inner): return HandbookText("\(words.noneOf): ") + inner.line(words)
        case .clause(let label, let inner):
            let detail = inner.isCode ? HandbookText("") : inner.line(words)
            return detail.isEmpty ? HandbookText(label) : HandbookText("\(label) (") + detail + ")"
        }
    }

    private var isGroup: Bool { if case .all = self { true } else { false } }

    private func point(_ words: HandbookWords) -> HandbookBlock.Point {
        switch self {
        case .any(let parts):
            .init(HandbookText("\(words.anyOf):"), parts.map { $0.point(words) })
        case .all(let parts): .init(HandbookText("\(words.allOf):"), parts.map { $0.point(words) })
        case .none(let inner): .init(HandbookText("\(words.noneOf):"), inner.points(words))
        case .clause(let label, .any(let parts)) where !parts.contains(where: \.isCode):
            .init(HandbookText("\(label):"), [ToldCondition.any(parts).point(words)])
        case .clause, .line, .always, .never: .init(line(words))
        }
    }
}
