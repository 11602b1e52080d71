public import SourceText

/// A fact with a name that is measured over the events before: conditions read it as `facts.NAME`.
public struct DerivedFact: Sendable {
    /// Its name.
    public let name: String
    /// Words for people.
    public let title: LocalizedText?
    /// What is measured.
    public let measure: Measure
    /// The range of its name.
    public let range: SourceRange
}
