public import CEL

/// That somebody took rows out of a metric, and how many these were.
public struct ExclusionRecord: Sendable, Equatable {
    /// The version of the rulebook, among those of a decider.
    public internal(set) var version = 0
    /// The exclusion's place among those of all metrics.
    let program: Int
    /// The standard's place among the rulebook's.
    public let standard: Int
    /// The name of the event that declared it.
    public let event: String
    /// Its type.
    public let type: String
    /// When it was declared.
    public let time: CELTimestamp?
    /// Who declared it: who acted, else who recorded it, else who approved it; empty where nobody is named.
    public let who: String
    /// Why; empty where nobody said.
    public let reason: String
    /// What rows share with it.
    var key = StateKey(values: [])
    /// What rows share with it, as people write it, private values masked.
    public internal(set) var rows: [String] = []
    /// The first instant at which rows lie; nil where any time will do.
    public internal(set) var from: CELTimestamp?
    /// The first instant after it.
    public internal(set) var to: CELTimestamp?
    /// Why it takes out nothing; nil where it may.
    public internal(set) var refusal: String?
    /// How many rows it took out.
    public internal(set) var removedCount = 0

    /// Whether a row of the same key at an instant is taken out.
    func covers(_ time: CELTimestamp) -> Bool {
        guard refusal == nil else { return false }
        if let from, time < from { return false }
        if let to, time >= to { return false }
        return true
    }
}
