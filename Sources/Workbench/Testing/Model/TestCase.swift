public import CEL
public import RulebookEngine
public import RulebookModel
public import SourceText

/// One test: events in, what is expected out.
public struct TestCase: Sendable {
    /// What is tested, for people, in each language that it is written in; of a row of a table, with what sets the row
    /// apart.
    public let titles: LocalizedText
    /// Where it is written.
    public let range: SourceRange
    /// What happened before, in the order of the times.
    public let given: [TestEvent]
    /// The event that is asked about, where one is.
    public let question: TestEvent?
    /// The instant up to which clocks are settled; nil where those that still run stay open.
    public let now: CELTimestamp?
    /// From when on the events are all that happened; nil where nothing ever happened before them.
    public let completeFrom: CELTimestamp?
    /// What the event asked about should come to.
    public let decision: DecisionExpectation?
    /// What people answer about the events, where standards ask them.
    public let answers: [TestAnswer]
    /// What an audit of all events should find.
    public let findings: FindingsExpectation?

    /// What is tested, in the language written first.
    public var title: String { titles.text }
}

/// An event of a test.
public struct TestEvent: Sendable {
    /// The event.
    public let event: Event
    /// How findings name it: its id, or its line in the file.
    public let name: String
    /// Where it is written.
    public let range: SourceRange
}
