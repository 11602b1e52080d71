public import SourceText
package import YAMLSyntax

/// A text for people, in one or several languages.
public struct LocalizedText: Hashable, Sendable {
    /// One language's text; `locale` is empty where the author gave a single text for all.
    public struct Entry: Hashable, Sendable {
        /// A BCP 47 language tag such as `en` or `sl-SI`, or empty.
        public let locale: String
        /// What is said.
        public let text: String
        /// What holds the text in its file; nil where none does.
        let scalar: YAMLScalar?

        package init(locale: String, text: String, scalar: YAMLScalar? = nil) {
            self.locale = locale
            self.text = text
            self.scalar = scalar
        }

        /// The place in the file of a part of the text, given in UTF-8 offsets; nil where no file holds the text.
        package func range(of part: Range<Int>) -> SourceRange? { scalar?.range(ofUTF8: part) }

        /// Whether both say the same in the same language, wherever that is written.
        public static func == (left: Entry, right: Entry) -> Bool {
            left.locale == right.locale && left.text == right.text
        }

        /// Takes in the language and the text.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(locale)
            hasher.combine(text)
        }
    }

    /// Nearly every text is a single scalar, which is held without a list of its own.
    private enum Content: Sendable {
        case scalar(YAMLScalar)
        case entries([Entry], SourceRange)
    }

    private let content: Content

    /// The texts in written order; never empty.
    public var entries: [Entry] {
        switch content {
        case .scalar(let scalar): [Entry(locale: "", text: scalar.text, scalar: scalar)]
        case .entries(let entries, _): entries
        }
    }

    /// Where they stand.
    public var range: SourceRange {
        switch content {
        case .scalar(let scalar): scalar.range
        case .entries(_, let range): range
        }
    }

    package init(entries: [Entry], range: SourceRange) { content = .entries(entries, range) }

    /// A single text for all languages.
    ///
    /// - Parameters:
    ///   - scalar: what holds it.
    ///   - range: where it stands: elsewhere than the scalar where it is an alias of that.
    package init(_ scalar: YAMLScalar, at range: SourceRange) {
        content =
            scalar.range == range
            ? .scalar(scalar) : .entries([Entry(locale: "", text: scalar.text, scalar: scalar)], range)
    }

    /// The text for a language: the exact tag, then its language alone, then the first one written.
    public func text(for locale: String) -> String {
        guard case .entries(let entries, _) = content else { return text }
        let language = locale.prefix { $0 != "-" && $0 != "_" }
        return (entries.first { $0.locale == locale } ?? entries.first { $0.locale == language } ?? entries[0]).text
    }

    /// The first text written.
    public var text: String {
        switch content {
        case .scalar(let scalar): scalar.text
        case .entries(let entries, _): entries[0].text
        }
    }

    /// The languages that have a text; empty where there is a single text for all.
    public var locales: [String] {
        guard case .entries(let entries, _) = content else { return [] }
        return entries.map(\.locale).filter { !$0.isEmpty }
    }

    /// Whether both say the same in the same languages at the same place.
    public static func == (left: LocalizedText, right: LocalizedText) -> Bool {
        left.range == right.range && left.entries == right.entries
    }

    /// Takes in the texts and their place.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(entries)
        hasher.combine(range)
    }
}

extension LocalizedText {
    /// The same languages with other texts.
    package func mappingTexts(_ change: (String) -> String) -> LocalizedText {
        LocalizedText(
            entries: entries.map { Entry(locale: $0.locale, text: change($0.text)) }, range: range)
    }
}
