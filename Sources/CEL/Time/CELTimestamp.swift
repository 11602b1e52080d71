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
        Self(nanosecondsSince1970: nanosecondsSince1970 + Int128(duration.nanoseconds))
    }

    /// The instant some time earlier, or nil where it lies outside the years 1 to 9999.
    public func subtracting(_ duration: CELDuration) -> CELTimestamp? {
        Self(nanosecondsSince1970: nanosecondsSince1970 - Int128(duration.nanoseconds))
    }

    /// The time from another instant to this one, or nil where that is longer than a duration can be.
    public func since(_ other: CELTimestamp) -> CELDuration? {
        Int64(exactly: nanosecondsSince1970 - other.nanosecondsSince1970).map(CELDuration.init(nanoseconds:))
    }

    /// All of the instant in one number; 64 bits would hold only 584 years.
    private var nanosecondsSince1970: Int128 { Int128(seconds) * 1_000_000_000 + Int128(nanoseconds) }

    private init?(nanosecondsSince1970 total: Int128) {
        let whole = total.flooredQuotient(by: 1_000_000_000)
        guard let seconds = Int64(exactly: whole) else { return nil }
        self.init(seconds: seconds, nanoseconds: Int32(total - whole * 1_000_000_000))
    }
}

extension CELTimestamp: Comparable {
    /// In the order of time.
    public static func < (left: CELTimestamp, right: CELTimestamp) -> Bool {
        left.seconds != right.seconds ? left.seconds < right.seconds : left.nanoseconds < right.nanoseconds
    }
}
