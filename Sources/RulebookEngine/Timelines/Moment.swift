public import CEL

/// The end of the time that something has.
public struct Moment: Hashable, Sendable {
    /// The instant.
    public let instant: CELTimestamp
    /// Whether the instant itself is in time.
    public let isIncluded: Bool

    /// Whether an instant comes too late.
    public func isOver(at time: CELTimestamp) -> Bool { time > instant || (!isIncluded && time == instant) }
}

extension Moment: Comparable {
    /// What ends earlier comes first; of two ends at one instant, the one that does not include it.
    public static func < (left: Moment, right: Moment) -> Bool {
        left.instant != right.instant ? left.instant < right.instant : !left.isIncluded && right.isIncluded
    }
}
