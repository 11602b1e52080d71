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

    /// The texts in written order; never empty.
    public let entries: [Entry]
    /// Where they stand.
    public let range: SourceRange

    package init(entries: [Entry], range: SourceRange) {
        self.entries = entries
        self.range = range
    }

    /// The text for a language: the exact tag, then its language alone, then the first one written.
    public func text(for locale: String) -> String {
        let language = locale.prefix { $0 != "-" && $0 != "_" }
        return (entries.first { $0.locale == locale } ?? entries.first { $0.locale == language } ?? entries[0]).text
    }

    /// The first text written.
    public var text: String { entries[0].text }

    /// The languages that have a text; empty where there is a single text for all.
    public var locales: [String] { entries.map(\.locale).filter { !$0.isEmpty } }
}

extension LocalizedText {
    /// The same languages with other texts.
    package func mappingTexts(_ change: (String) -> String) -> LocalizedText {
        LocalizedText(
            entries: entries.map { Entry(locale: $0.locale, text: change($0.text)) }, range: range)
    }
}
