public import RulebookModel

/// What may be said to the customer in place of what was said or left unsaid.
public struct SpokenAdvice: Sendable {
    /// The words, in the languages that have them, with the facts of the moment in their slots.
    public let words: LocalizedText
    /// The language in which the conversation is held; nil where nobody knows.
    public let locale: String?

    /// The words in the language of the conversation; else in the one asked for, else in the first one written.
    public func text(in locale: String?) -> String { (self.locale ?? locale).map(words.text(for:)) ?? words.text }
}
