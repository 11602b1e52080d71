import CEL

/// What an event comes to under a rulebook: more than yes or no.
///
/// Small: it keeps what every standard said and the facts that were read, from which ``Explainer`` renders the trace.
public struct Decision: Sendable {
    /// The event.
    public let event: Event
    /// The place of the version that decided, among the rulebook's.
    public internal(set) var version = 0
    /// What it comes to.
    public let outcome: Outcome
    /// The least role that may approve, where the outcome is ``Outcome/escalate``.
    public let approver: String?
    /// What the standards said that could apply, in order of id; the others did not apply.
    public let results: [StandardResult]
    /// Why no standard spoke, where none lists the action or the rulebook was not in force.
    public let remark: Remark?
    /// The facts that are missing, in order of name, where the outcome is ``Outcome/undetermined``.
    public let missing: [String]
    /// What the event obliges to, once it has happened, in order of the standards.
    public let duties: [Duty]
    /// The facts as they were read, in the order in which the type's program fills them; those that the event holds
    /// itself may be left out. See
    /// ``EventProgram/restore(_:to:)-(Decision,_)``.
    let facts: [CELValue]
    /// Standards that were taken as kept because all they lack are choices left open, with those choices; only where
    /// options are explored.
    let assumed: [Assumption]

    init(
        event: Event, outcome: Outcome, approver: String? = nil, results: [StandardResult] = [],
        remark: Remark? = nil, missing: [String] = [], duties: [Duty] = [], facts: [CELValue] = [],
        assumed: [Assumption] = []
    ) {
        self.event = event
        self.outcome = outcome
        self.approver = approver
        self.results = results
        self.remark = remark
        self.missing = missing
        self.duties = duties
        self.facts = facts
        self.assumed = assumed
    }

    /// Whether the action goes ahead only by the reason or the approval that came with it.
    public var usesDiscretion: Bool { results.contains { $0.status == .discretion } }

    /// Something to say beside the standards.
    public enum Remark: Hashable, Sendable {
        /// No standard lists the action; the rulebook says what then.
        case unlisted
        /// The rulebook was not in force at the event's time.
        case notInForce
        /// It carries no time, by which one of the rulebook's versions could be chosen.
        case undated
    }
}

/// A standard that was taken as kept.
struct Assumption: Sendable {
    /// The standard's place among the rulebook's.
    let standard: Int
    /// The open choices that it waits for.
    let open: CELUnknown
}

/// What one standard said about an event.
public struct StandardResult: Hashable, Sendable {
    /// Its place among the rulebook's standards.
    public let standard: Int
    /// How the event stands to it.
    public let status: FindingStatus
    /// What it asks for.
    public let effect: Effect
}

/// What one standard's word comes to for the action.
public enum Effect: Hashable, Sendable {
    /// Nothing stands in the way.
    case allow
    /// A reason must be given.
    case justify
    /// Different people must approve, one of at least each of these roles, by rank from the lowest up.
    case escalate(ranks: [Int])
    /// A fact is missing.
    case undetermined
    /// The action is refused.
    case deny

    /// The outcome if nothing else spoke.
    package var outcome: Outcome {
        switch self {
        case .allow: .allow
        case .justify: .justify
        case .escalate: .escalate
        case .undetermined: .undetermined
        case .deny: .deny
        }
    }
}
