/// That somebody took rows out of a metric, with how many these were.
public struct MetricExclusionEntry: Hashable, Sendable {
    /// The standard's position in ``ComplianceReport/standards``.
    public var standard: Int
    /// The id of the event that declared it.
    public var event: String
    /// The event's type.
    public var type: String
    /// When it was declared.
    public var time: ReportInstant?
    /// Who declared it; empty where nobody is named.
    public var who: String
    /// Why; empty where nobody said.
    public var reason: String
    /// Which rows it is about: `interaction i-7`, `from 2026-10-14T09:00:00+02:00 to …`.
    public var rows: String
    /// How many rows it took out.
    public var removedCount: Int
    /// Why it takes out nothing; empty where it may.
    public var refusal: String

    /// Makes an entry.
    public init(
        standard: Int, event: String, type: String, time: ReportInstant?, who: String, reason: String, rows: String,
        removedCount: Int, refusal: String = ""
    ) {
        self.standard = standard
        self.event = event
        self.type = type
        self.time = time
        self.who = who
        self.reason = reason
        self.rows = rows
        self.removedCount = removedCount
        self.refusal = refusal
    }
}
