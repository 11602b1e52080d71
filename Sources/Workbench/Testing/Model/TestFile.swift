public import RulebookModel
public import SourceText

/// A file of tests of a rulebook: what is tested, where the rule stands, and the cases.
public struct TestFile: Sendable {
    /// What is tested, for people, in each language that it is written in.
    public let titles: LocalizedText
    /// Where the rule was published.
    public let source: LocalizedText?
    /// The day, `YYYY-MM-DD`, on which the source was as it is tested here.
    public let asOf: String?
    /// How well the numbers are known, in the author's own letters, such as `V` for verified.
    public let mark: String?
    /// The cases, in written order; a case with a table is one for each row.
    public let cases: [TestCase]
    /// The text.
    public let file: SourceFile

    /// What is tested, in the language written first.
    public var title: String { titles.text }
}
