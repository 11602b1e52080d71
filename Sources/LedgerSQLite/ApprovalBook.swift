import CEL
import JSONSyntax
import RulebookEngine

/// The approvals that a ledger holds, and which of them were used.
struct ApprovalBook {
    /// One approval.
    struct Approval {
        let by: String
        let role: String
        let at: CELTimestamp
        let expires: CELTimestamp
        let actionDigest: String
        let rulebookVersion: String
        let rulebookDigest: String
        let sequence: Int64
        fileprivate(set) var use: (key: String, sequence: Int64)?
    }

    private var byID: [String: Approval] = [:]

    subscript(id: String) -> Approval? { byID[id] }

    /// Adds what an entry says.
    ///
    /// - Returns: false where it says less than an approval must.
    mutating func add(_ entry: StoredEntry) -> Bool {
        guard let root = try? JSONDocument.parse(entry.approval).root, let by = root["by"]?.string,
            let role = root["role"]?.string, let action = root["action_digest"]?.string,
            let at = root["at"]?.string.flatMap({ CELTimestamp(parsing: $0) }),
            let expires = CELTimestamp(parsing: entry.expires)
        else { return false }
        byID[entry.key] = Approval(
            by: by, role: role, at: at, expires: expires, actionDigest: action, rulebookVersion: entry.rulebookVersion,
            rulebookDigest: entry.rulebookDigest, sequence: entry.sequence)
        return true
    }

    /// Notes that an event went ahead by some approvals, or keeps back what it would use.
    mutating func use(_ ids: [String], by key: String, _ sequence: Int64) {
        for id in ids where byID[id]?.use == nil { byID[id]?.use = (key, sequence) }
    }

    /// Why an approval does not hold for an action; nil where it does.
    ///
    /// - Parameters:
    ///   - id: its name.
    ///   - event: the action.
    ///   - time: when it happens.
    ///   - key: what it is used for; an approval that a reservation used may be used when that is committed.
    ///   - rulebook: the version and digest of the rulebook that decides.
    ///   - action: the action that an entry holds, for telling what differs.
    /// - Returns: the first thing that is wrong.
    func problem(
        _ id: String, for event: Event, at time: CELTimestamp, key: String,
        rulebook: (version: String, digest: String), action: (Int64) -> JSONNode?
    ) -> ApprovalProblem? {
        guard let approval = byID[id] else { return .unknown }
        if let use = approval.use, use.key != key { return .used(key: use.key, sequence: use.sequence) }
        if approval.use == nil, time >= approval.expires { return .expired(approval.expires, time: time) }
        guard approval.rulebookDigest == rulebook.digest else {
            return .otherRulebook(version: approval.rulebookVersion, now: rulebook.version)
        }
        let asked = ApprovedAction(event.root)
        guard approval.actionDigest == asked.digest else {
            let differences = action(approval.sequence).map { asked.differences(from: ApprovedAction($0)) } ?? []
            return .otherAction(members: differences)
        }
        return event.actorID == approval.by ? .own(by: approval.by) : nil
    }
}
