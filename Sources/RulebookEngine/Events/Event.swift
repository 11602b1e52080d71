public import CEL
public import JSONSyntax

/// Something that happened, or an action that somebody proposes, as it was read: its envelope decoded, its facts still
/// in the document that it came from.
public struct Event: Sendable {
    /// Somebody's yes to going past the policy.
    public struct Approval: Hashable, Sendable {
        /// Its name in a ledger, where one is given.
        public let id: String?
        /// Who said it.
        public let by: String
        /// That person's role.
        public let role: String
        /// When.
        public let at: CELTimestamp?
    }

    /// Its name, unique in its log; empty where a proposal has none.
    public let id: String
    /// Its type, which the vocabulary declares.
    public let type: String
    /// When it happened; nil where nobody said, which an audit refuses.
    public let time: CELTimestamp?
    /// The channel, such as `phone`.
    public let channel: String?
    /// The conversation that it belongs to.
    public let interaction: String?
    /// The matter that it belongs to.
    public let caseID: String?
    /// Why the actor goes past the policy.
    public let reason: String?
    /// Who wrote it down.
    public let recordedBy: String?
    /// The approvals that came with it, as far as it says who gave them.
    public let approvals: [Approval]
    /// The names of approvals that a ledger holds.
    public let approvalIDs: [String]
    /// The whole event, an object in the form of the event format.
    public let root: JSONNode
    /// Its fields: the member `data`, where there is one.
    package let data: JSONNode?

    /// The first approval that came with it.
    public var approval: Approval? { approvals.first }

    /// Who acts, where the event says so.
    public var actorID: String? {
        let agent = root["agent"]
        let node = agent?["id"] ?? agent
        return node?.string ?? node?.numberText
    }

    /// Whether a reason was given that says anything.
    public var hasReason: Bool { reasonLength > 0 }

    /// How many characters the reason has, without the white space around it; 0 where there is none.
    public var reasonLength: Int {
        guard let reason else { return 0 }
        func isBlank(_ character: Character) -> Bool {
            character.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
        }
        let words = reason.drop(while: isBlank)
        return words.reversed().drop(while: isBlank).count
    }
}
