/// What was seen while a log was watched.
public struct WatchSummary: Hashable, Sendable {
    /// Rows read.
    public internal(set) var rows = 0
    /// Events judged, or held back to be.
    public internal(set) var events = 0
    /// Problems of rows that could not be read, or not all of them.
    public internal(set) var problems = 0
    /// Events that came later than the stated lateness, and were not judged.
    public internal(set) var late = 0
    /// Events that no standard judged: at a time when no rulebook was in force, or because none lists them.
    public internal(set) var unjudged = 0
    /// Answers of people to manual standards, which an audit reads.
    public internal(set) var attestations = 0
    /// Clocks of which it was told that they were about to run out.
    public internal(set) var warnings = 0
    /// The findings by status, told or not, without those of standards that only a person can judge.
    public internal(set) var counts = StatusCounts()
}
