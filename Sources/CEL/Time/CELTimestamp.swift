/// An instant from year 1 to year 9999 of UTC, in nanoseconds.
public struct CELTimestamp: Hashable, Sendable {
    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    public let seconds: Int64
    /// What remains, 0 to 999,999,999.
    public let nanoseconds: Int32

    /// The seconds of 0001-01-01T00:00:00Z and of 9999-12-31T23:59:59Z.
    public static let secondsRange: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// Makes an instant, or nil where it lies outside the years 1 to 9999 or the nanoseconds are no part of a second.
    public init?(seconds: Int64, nanoseconds: Int32 = 0) {
        guard Self.secondsRange.contains(seconds), (0..<1_000_000_000).contains(nanoseconds) else { return nil }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// The instant some time later, or nil where it lies outside the years 1 to 9999.
    public func adding(_ duration: CELDuration) -> CELTimestamp? {
        let whole = duration.nanoseconds.flooredQuotient(by: 1_000_000_000)
        var nanoseconds = Int64(nanoseconds) + (duration.nanoseconds - whole * 1_000_000_000)
        var seconds = seconds + whole
        if nanoseconds >= 1_000_000_000 {
            nanoseconds -= 1_000_000_000
            seconds += 1
        }
        return CELTimestamp(seconds: seconds, nanoseconds: Int32(nanoseconds))
    }

    /// The instant some time earlier, or nil where it lies outside the years 1 to 9999.
    public func subtracting(_ duration: CELDuration) -> CELTimestamp? {
        duration.negated.flatMap { adding($0) }
    }

    /// The time from another instant to this one, or nil where that is longer than a duration can be.
    public func since(_ other: CELTimestamp) -> CELDuration? {
        let seconds = seconds - other.seconds
        let nanoseconds = Int64(nanoseconds) - Int64(other.nanoseconds)
        let (product, overflowed) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        guard !overflowed else { return nil }
        let (sum, sumOverflowed) = product.addingReportingOverflow(nanoseconds)
        return sumOverflowed ? nil : CELDuration(nanoseconds: sum)
    }
}

extension CELTimestamp: Comparable {
    /// In the order of time.
    public static func < (left: CELTimestamp, right: CELTimestamp) -> Bool {
        left.seconds != right.seconds ? left.seconds < right.seconds : left.nanoseconds < right.nanoseconds
    }
}
