public import CEL
public import RulebookEngine

/// How a log is watched.
public struct WatchOptions: Sendable {
    /// How late events may come: they are held back so long, and judged in the order of their times.
    public var lateness: CELDuration
    /// How long before a clock runs out it is told; nil for never.
    public var warning: WarningLead?
    /// Which findings are told; all are counted.
    public var listing: AuditOptions.Listing
    /// From when on the log is complete; see ``AuditOptions/completeFrom``.
    public var completeFrom: CELTimestamp?

    /// Makes options.
    public init(
        lateness: CELDuration = CELDuration(nanoseconds: 0), warning: WarningLead? = nil,
        listing: AuditOptions.Listing = .notable, completeFrom: CELTimestamp? = nil
    ) {
        self.lateness = lateness
        self.warning = warning
        self.listing = listing
        self.completeFrom = completeFrom
    }
}
