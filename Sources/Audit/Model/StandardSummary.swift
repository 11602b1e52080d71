public import RulebookModel

/// A standard with what became of it over the whole log.
public struct StandardSummary: Hashable, Sendable {
    /// The standard's id.
    public var id: String
    /// Its title, for people; empty where it has none.
    public var title: String
    /// How much it weighs.
    public var severity: Severity
    /// How binding it is.
    public var force: Force
    /// Who answers for it; empty where nobody is named.
    public var owner: String
    /// The clause of the house's documents that it carries out; empty where none is named.
    public var source: String
    /// Why it exists; empty where no reason is given.
    public var because: String
    /// `file:line:column` of its definition.
    public var place: String
    /// Its findings by status.
    public var counts: StatusCounts
    /// How many of those that were met missed their aim, the stricter limit that is wished for.
    public var missedAimCount = 0
    /// What most often went wrong or past the policy, most frequent first.
    public var topReasons: [CountedText]

    /// Makes a summary.
    public init(
        id: String, title: String = "", severity: Severity = .major, force: Force = .must,
        owner: String = "", source: String = "", because: String = "", place: String,
        counts: StatusCounts = StatusCounts(), topReasons: [CountedText] = []
    ) {
        self.id = id
        self.title = title
        self.severity = severity
        self.force = force
        self.owner = owner
        self.source = source
        self.because = because
        self.place = place
        self.counts = counts
        self.topReasons = topReasons
    }
}
