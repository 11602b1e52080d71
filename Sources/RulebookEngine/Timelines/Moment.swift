public import CEL

/// The end of the time that something has.
public struct Moment: Hashable, Sendable {
    /// The instant.
    public let instant: CELTimestamp
    /// Whether the instant itself is in time.
    public let isIncluded: Bool

    /// The end of so much time after an instant; nil outside of the years that are counted.
    init?(_ start: CELTimestamp, after nanoseconds: Int64, isIncluded: Bool) {
        let second: Int64 = 1_000_000_000
        var seconds = nanoseconds / second
        var rest = Int64(start.nanoseconds) + nanoseconds % second
        if rest < 0 {
            rest += second
            seconds -= 1
        } else if rest >= second {
            rest -= second
            seconds += 1
        }
        guard let instant = CELTimestamp(seconds: start.seconds + seconds, nanoseconds: Int32(rest)) else { return nil }
        self.init(instant: instant, isIncluded: isIncluded)
    }

    init(instant: CELTimestamp, isIncluded: Bool) {
        self.instant = instant
        self.isIncluded = isIncluded
    }

    /// Whether an instant comes too late.
    public func isOver(at time: CELTimestamp) -> Bool { time > instant || (!isIncluded && time == instant) }
}

extension Moment: Comparable {
    /// What ends earlier comes first; of two ends at one instant, the one that does not include it.
    public static func < (left: Moment, right: Moment) -> Bool {
        left.instant != right.instant ? left.instant < right.instant : !left.isIncluded && right.isIncluded
    }
}
