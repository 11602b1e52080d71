/// A line of a book: words in a row, each perhaps in another hand or language.
public struct HandbookText: Hashable, Sendable {
    /// Words that are set alike.
    public struct Run: Hashable, Sendable {
        /// The words, as they are read; a renderer makes them safe for its form.
        public let text: String
        /// How they are set.
        public let style: Style
        /// Their language where it is another than the book's; empty where nobody said which.
        public let locale: String?
    }

    /// How words are set.
    public enum Style: Hashable, Sendable {
        /// As the rest.
        case plain
        /// Stressed.
        case strong
        /// A part of the rulebook's own language.
        case code
        /// An identifier.
        case name
    }

    /// The words.
    public let runs: [Run]

    init(_ text: String, _ style: Style = .plain, locale: String? = nil) {
        runs = text.isEmpty ? [] : [Run(text: text, style: style, locale: locale)]
    }

    init(runs: [Run]) { self.runs = runs }

    /// The words alone.
    public var plain: String { runs.map(\.text).joined() }

    /// Whether there are no words.
    public var isEmpty: Bool { runs.isEmpty }

    /// The same with a capital at its beginning, but for what stands as the rulebook writes it.
    var capitalized: HandbookText {
        guard let first = runs.first, first.style == .plain || first.style == .strong else { return self }
        let text = first.text.prefix(1).uppercased() + first.text.dropFirst()
        return HandbookText(runs: [Run(text: text, style: first.style, locale: first.locale)] + runs.dropFirst())
    }

    static func + (left: HandbookText, right: HandbookText) -> HandbookText {
        HandbookText(runs: left.runs + right.runs)
    }

    static func + (left: HandbookText, right: String) -> HandbookText { left + HandbookText(right) }
}

extension [HandbookText] {
    /// One line of several, with words between.
    func joined(_ separator: String) -> HandbookText {
        reduce(HandbookText("")) { $0.isEmpty ? $1 : $0 + separator + $1 }
    }
}
