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

    /// Makes a scope.
    public init(
        firstEventTime: ReportInstant? = nil, lastEventTime: ReportInstant? = nil, asOf: ReportInstant? = nil,
        timeZone: String, filters: [String] = []
    ) {
        self.firstEventTime = firstEventTime
        self.lastEventTime = lastEventTime
        self.asOf = asOf
        self.timeZone = timeZone
        self.filters = filters
    }
}
