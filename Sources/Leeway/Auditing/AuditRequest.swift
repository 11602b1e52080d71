/// What to audit, and how.
public struct AuditRequest: Sendable {
    /// The logs, in the order in which they are read; `-` is standard input.
    public var paths: [String]
    /// What rows mean; nil for logs in the event format.
    public var mapping: MappingProgram?
    /// The instant of the audit, for mappings that ask for it.
    public var asOf: CELTimestamp?
    /// From when on the logs are complete; nil takes the mapping's word, and without one nothing ever happened before.
    public var completeFrom: CELTimestamp?
    /// Which findings are listed; all are counted.
    public var listing: AuditOptions.Listing
    /// Which groups get a score of their own beside the whole.
    public var groups: Set<ScoreGroup.Kind>

    /// Makes a request.
    public init(
        paths: [String], mapping: MappingProgram? = nil, asOf: CELTimestamp? = nil, completeFrom: CELTimestamp? = nil,
        listing: AuditOptions.Listing = .decided, groups: Set<ScoreGroup.Kind> = Set(ScoreGroup.Kind.allCases)
    ) {
        self.paths = paths
        self.mapping = mapping
        self.asOf = asOf
        self.completeFrom = completeFrom
        self.listing = listing
        self.groups = groups
    }
}
