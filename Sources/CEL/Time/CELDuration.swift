/// A length of time in nanoseconds, up to about 292 years either way.
public struct CELDuration: Hashable, Sendable, Comparable {
    /// The length; negative for a time that lies before.
    public let nanoseconds: Int64

    /// Makes a duration.
    public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    /// Makes a duration of whole seconds, or nil where it is too long.
    public init?(seconds: Int64) {
        let (product, overflowed) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        guard !overflowed else { return nil }
        self.nanoseconds = product
    }

    /// The same length the other way, or nil for the one that has no opposite.
    public var negated: CELDuration? {
        nanoseconds == .min ? nil : CELDuration(nanoseconds: -nanoseconds)
    }

    /// Both together, or nil where that is too long.
    public func adding(_ other: CELDuration) -> CELDuration? {
        let (sum, overflowed) = nanoseconds.addingReportingOverflow(other.nanoseconds)
        return overflowed ? nil : CELDuration(nanoseconds: sum)
    }

    /// What remains without the other, or nil where that is too long.
    public func subtracting(_ other: CELDuration) -> CELDuration? {
        let (difference, overflowed) = nanoseconds.subtractingReportingOverflow(other.nanoseconds)
        return overflowed ? nil : CELDuration(nanoseconds: difference)
    }

    /// In the order of length.
    public static func < (left: CELDuration, right: CELDuration) -> Bool { left.nanoseconds < right.nanoseconds }
}
