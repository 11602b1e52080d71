import CEL

/// What the intervals under one key came to so far.
struct IntervalTally: Sendable, Equatable {
    /// When the one that runs was begun; nil where none does.
    var start: CELTimestamp?
    /// How long those that are over took together.
    var nanoseconds: Int64 = 0
    /// How many were begun.
    var count = 0
    /// What nobody knows: whether one was begun or ended.
    var gap: CELUnknown?
    /// Whether nothing that is missing from the log belongs to it.
    var isWhole = false

    /// Ends the one that runs.
    mutating func end(at time: CELTimestamp?) {
        guard let start, let time else { return }
        let (length, _) = Self.length(from: start, to: time)
        nanoseconds = nanoseconds.addingReportingOverflow(length).partialValue
        self.start = nil
    }

    /// Notes that nobody knows whether an event began or ended one.
    mutating func leaveGap(_ unknown: CELUnknown) { gap = gap?.merging(unknown) ?? unknown }

    /// Nanoseconds from an instant to another; no two years that are counted lie further apart than fits.
    static func length(from start: CELTimestamp, to end: CELTimestamp) -> (Int64, Bool) {
        let (seconds, overflowed) = (end.seconds - start.seconds).multipliedReportingOverflow(by: 1_000_000_000)
        let rest = Int64(end.nanoseconds) - Int64(start.nanoseconds)
        return overflowed ? (.max / 2, true) : (seconds + rest, false)
    }
}
