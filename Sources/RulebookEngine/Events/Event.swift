public import CEL
public import JSONSyntax

/// Something that happened, or an action that somebody proposes, as it was read: its envelope decoded, its facts still
/// in the document that it came from.
public struct Event: Sendable {
    /// Somebody's yes to going past the policy.
    public struct Approval: Hashable, Sendable {
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
    /// The approval that came with it.
    public let approval: Approval?
    /// The whole event, an object in the form of the event format.
    public let root: JSONNode
    /// Its fields: the member `data`, where there is one.
    package let data: JSONNode?

    /// Whether a reason was given that says anything.
    public var hasReason: Bool {
        guard let reason else { return false }
        return reason.unicodeScalars.contains { !$0.properties.isWhitespace }
    }
}
