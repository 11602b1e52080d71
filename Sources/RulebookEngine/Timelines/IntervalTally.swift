import CEL
import RulebookModel

/// What the intervals under one key came to so far.
struct IntervalTally: LivingTally {
    /// The number of the key's life in which they lie.
    var life: Int64 = 0
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
    mutating func end(at time: CELTimestamp?, counting count: TimeCount) {
        guard let start, let time else { return }
        self.start = nil
        do throws(BusinessCalendar.Gap) {
            let length = try count.length(from: start, to: time)
            nanoseconds = nanoseconds.addingReportingOverflow(length).partialValue
        } catch {
            leaveGap(error.missing)
        }
    }

    /// Notes that nobody knows whether an event began or ended one.
    mutating func leaveGap(_ unknown: CELUnknown) { gap = gap?.merging(unknown) ?? unknown }
}
