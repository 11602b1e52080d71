/// What the report speaks about: the stretch of time, the moment it is made for, and what was left out on purpose.
public struct ReportScope: Hashable, Sendable {
    /// The time of the first event; nil where there was none.
    public var firstEventTime: ReportInstant?
    /// The time of the last event; nil where there was none.
    public var lastEventTime: ReportInstant?
    /// The moment up to which open clocks are judged; nil where it is the last event's.
    public var asOf: ReportInstant?
    /// The zone in which days are counted, such as `Europe/Ljubljana`.
    public var timeZone: String
    /// What the audit was narrowed to, one text a filter.
    public var filters: [String]
    /// What is known of the time before the logs.
    public var beginning: Beginning

    /// What is known of the time before the logs.
    public enum Beginning: Hashable, Sendable {
        /// No standard asks of more than one event.
        case irrelevant
        /// Nobody said from when on the logs are complete: they were taken to hold all that ever happened.
        case assumed
        /// The logs are complete from an instant on; what reaches back further is undetermined, unless what is known
        /// decides.
        case stated(ReportInstant)
    }

    /// Makes a scope.
    public init(
        firstEventTime: ReportInstant? = nil, lastEventTime: ReportInstant? = nil, asOf: ReportInstant? = nil,
        timeZone: String, filters: [String] = [], beginning: Beginning = .irrelevant
    ) {
        self.firstEventTime = firstEventTime
        self.lastEventTime = lastEventTime
        self.asOf = asOf
        self.timeZone = timeZone
        self.filters = filters
        self.beginning = beginning
    }
}
