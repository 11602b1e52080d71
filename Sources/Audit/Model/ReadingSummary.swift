/// What was read from the logs, and what could not be.
public struct ReadingSummary: Hashable, Sendable {
    /// Rows read, readable or not.
    public var rows: Int
    /// Events made of them.
    public var events: Int
    /// Rows of which no event could be made.
    public var unreadableRows: Int
    /// The first problems, in the order of the inputs.
    public var problems: [RowProblem]
    /// All problems, also those not kept in ``problems``.
    public var problemTotal: Int
    /// Members of rows that no rule knows, most frequent first.
    public var unknownMembers: [CountedText]
    /// Events by type, most frequent first.
    public var eventsByType: [CountedText]
    /// Actions that no standard lists and that may not simply go ahead, by type, most frequent first.
    public var unlistedActions: [CountedText]
    /// Events at whose time no rulebook was in force; they have no findings.
    public var outsideEffectivePeriod: Int

    /// Makes a summary.
    public init(
        rows: Int = 0, events: Int = 0, unreadableRows: Int = 0, problems: [RowProblem] = [], problemTotal: Int = 0,
        unknownMembers: [CountedText] = [], eventsByType: [CountedText] = [], unlistedActions: [CountedText] = [],
        outsideEffectivePeriod: Int = 0
    ) {
        self.rows = rows
        self.events = events
        self.unreadableRows = unreadableRows
        self.problems = problems
        self.problemTotal = problemTotal
        self.unknownMembers = unknownMembers
        self.eventsByType = eventsByType
        self.unlistedActions = unlistedActions
        self.outsideEffectivePeriod = outsideEffectivePeriod
    }
}
