public import CEL
public import RulebookEngine
public import RulebookModel

/// Somebody's yes to one exact action, to be kept until that action is recorded.
public struct ApprovalProposal: Sendable {
    /// How long an approval holds unless it is told otherwise: 24 hours.
    public static let standardSpan = TimeSpan(nanoseconds: 86_400_000_000_000)

    /// The action; its id, time, reason and whatever approvals it names say nothing here.
    public let action: Event
    /// The approval's name, by which the action will refer to it, and its idempotency key.
    public let id: String
    /// Who says yes.
    public let by: String
    /// That person's role.
    public let role: String
    /// When; nil is the time of the ledger's clock.
    public let at: CELTimestamp?
    /// How long it holds.
    public let span: TimeSpan

    /// Makes a proposal.
    ///
    /// - Parameters:
    ///   - action: the action.
    ///   - id: the approval's name, unique in the ledger.
    ///   - by: who says yes.
    ///   - role: that person's role.
    ///   - time: when; nil is the time of the ledger's clock.
    ///   - span: how long it holds.
    public init(
        of action: Event, id: String, by: String, role: String, at time: CELTimestamp? = nil,
        lasting span: TimeSpan = ApprovalProposal.standardSpan
    ) {
        self.action = action
        self.id = id
        self.by = by
        self.role = role
        at = time
        self.span = span
    }

    /// A name that no other approval has: `ap-` and sixteen hexadecimal digits.
    public static func makeID() -> String {
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        return "ap-" + String(repeating: "0", count: 16 - digits.count) + digits
    }
}
