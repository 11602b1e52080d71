public import CEL
public import JSONSyntax
import Synchronization

/// Something that happened, or an action that somebody proposes, as it was read: its envelope decoded, the facts that its
/// rulebook asks for laid out, and all others still in the document that it came from.
///
/// One reference, so that decisions and findings carry it at no cost.
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

    /// The members that every event may have beside its fields, but for its approvals.
    ///
    /// It is moved and never copied: so many texts cost more to copy than the event's facts to read.
    package struct Envelope: ~Copyable, Sendable {
        package var id = ""
        package var type = ""
        package var time: CELTimestamp?
        package var channel: String?
        package var interaction: String?
        package var caseID: String?
        package var reason: String?
        package var recordedBy: String?
        /// How many characters the reason has, without the white space around it.
        var reasonLength = 0

        package init() {}

        /// The same of an event of another type.
        func retyped(_ type: String) -> Envelope {
            var other = Envelope()
            other.id = id
            other.type = type
            other.time = time
            other.channel = channel
            other.interaction = interaction
            other.caseID = caseID
            other.reason = reason
            other.recordedBy = recordedBy
            other.reasonLength = reasonLength
            return other
        }

        /// The length of a reason.
        static func length(_ reason: String) -> Int {
            func isBlank(_ character: Character) -> Bool {
                character.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
            }
            let words = reason.drop(while: isBlank)
            return words.reversed().drop(while: isBlank).count
        }
    }

    /// What an event was read from.
    enum Origin: Sendable {
        /// A document in the event format, and its member `data`.
        case document(JSONNode, data: JSONNode?)
        /// A row of another form.
        case row(EventRow)
    }

    /// What an event is made of.
    final class Content: Sendable {
        let envelope: Envelope
        let approvals: [Approval]
        let approvalIDs: [String]
        let origin: Origin
        /// Its facts, as they were read for the program of its type; nil where they are read when they are asked for.
        let prepared: PreparedFacts?
        /// The document of a row, once somebody asked for it.
        private let written = Mutex<JSONNode?>(nil)

        init(
            _ envelope: consuming Envelope, approvals: [Approval], approvalIDs: [String], origin: Origin,
            prepared: PreparedFacts?
        ) {
            self.envelope = envelope
            self.approvals = approvals
            self.approvalIDs = approvalIDs
            self.origin = origin
            self.prepared = prepared
        }

        var root: JSONNode {
            switch origin {
            case .document(let root, _): return root
            case .row(let row):
                return written.withLock { known in
                    let root = known ?? row.writer.document(of: row.document).root
                    known = root
                    return root
                }
            }
        }

        var data: JSONNode? {
            switch origin {
            case .document(_, let data): data
            case .row: root["data"]
            }
        }
    }

    let content: Content

    init(
        _ envelope: consuming Envelope, approvals: [Approval] = [], approvalIDs: [String] = [], origin: Origin,
        prepared: PreparedFacts? = nil
    ) {
        content = Content(
            envelope, approvals: approvals, approvalIDs: approvalIDs, origin: origin, prepared: prepared)
    }

    /// Its facts as a program lays them out; nil where they were read for no program, or for another.
    func prepared(by program: EventProgram) -> PreparedFacts? {
        guard let prepared = content.prepared, prepared.program === program else { return nil }
        return prepared
    }

    /// Its name, unique in its log; empty where a proposal has none.
    public var id: String { content.envelope.id }
    /// Its type, which the vocabulary declares.
    public var type: String { content.envelope.type }
    /// When it happened; nil where nobody said, which an audit refuses.
    public var time: CELTimestamp? { content.envelope.time }
    /// The channel, such as `phone`.
    public var channel: String? { content.envelope.channel }
    /// The conversation that it belongs to.
    public var interaction: String? { content.envelope.interaction }
    /// The matter that it belongs to.
    public var caseID: String? { content.envelope.caseID }
    /// Why the actor goes past the policy.
    public var reason: String? { content.envelope.reason }
    /// Who wrote it down.
    public var recordedBy: String? { content.envelope.recordedBy }
    /// The approvals that came with it, as far as it says who gave them.
    public var approvals: [Approval] { content.approvals }
    /// The names of approvals that a ledger holds.
    public var approvalIDs: [String] { content.approvalIDs }
    /// The whole event, an object in the form of the event format.
    public var root: JSONNode { content.root }
    /// Its fields: the member `data`, where there is one.
    package var data: JSONNode? { content.data }

    /// The first approval that came with it.
    public var approval: Approval? { approvals.first }

    /// Who acts, where the event says so.
    public var actorID: String? {
        let node = actor.id
        return node?.string ?? node?.numberText
    }

    /// Who acts, and that person's team, as far as the event says it.
    package var actor: (id: JSONNode?, team: JSONNode?) {
        switch content.origin {
        case .document(let root, _):
            let agent = root[Self.agentName]
            return (agent?[Self.idName] ?? agent, agent?[Self.teamName])
        case .row(let row): return (row.node(at: row.agent), row.node(at: row.team))
        }
    }

    private static let agentName: JSONName = "agent"
    private static let idName: JSONName = "id"
    private static let teamName: JSONName = "team"

    /// Whether a reason was given that says anything.
    public var hasReason: Bool { reasonLength > 0 }

    /// How many characters the reason has, without the white space around it; 0 where there is none.
    public var reasonLength: Int { content.envelope.reasonLength }
}

/// The facts of an event as the program of its type lays them out.
///
/// A class, so that a decision borrows it instead of copying its parts.
final class PreparedFacts: Sendable {
    let program: EventProgram
    /// In the order of ``EventProgram/fillings``, as far as they come from the event alone.
    let table: FactTable

    init(program: EventProgram, _ table: consuming FactTable) {
        self.program = program
        self.table = table
    }

    /// A fact by its place.
    subscript(place: Int) -> CELValue { table[place] }
}
