import CEL
import GRDB
import JSONSyntax
import RulebookEngine
import RulebookModel

extension FoldedEntries {
    /// An event with its approvals as the ledger knows them, whatever the event says of them.
    ///
    /// - Parameters:
    ///   - event: the event.
    ///   - time: when it happens.
    ///   - key: what it is recorded under.
    ///   - trust: which approvals count.
    ///   - database: where the actions stand that were approved.
    /// - Returns: the event.
    /// - Throws: ``LedgerError/approval(id:_:)`` for the first approval that does not hold.
    func approved(
        _ event: Event, at time: CELTimestamp, key: String, trust: ApprovalTrust, _ database: Database
    ) throws -> Event {
        let told = event.approvals.filter { $0.id == nil }
        if case .recorded = trust, let first = told.first {
            throw LedgerError.approval(id: "", .told(by: first.by))
        }
        guard !event.approvalIDs.isEmpty else { return event }
        for id in event.approvalIDs {
            if let problem = problem(id, for: event, at: time, key: key, database) {
                throw LedgerError.approval(id: id, problem)
            }
        }
        let replaced = self.event(event, with: "approval") { builder in
            builder.beginList()
            for id in event.approvalIDs {
                guard let approval = approvals[id] else { continue }
                Self.write(id: id, by: approval.by, role: approval.role, at: approval.at, to: &builder)
            }
            for approval in told {
                Self.write(id: nil, by: approval.by, role: approval.role, at: approval.at, to: &builder)
            }
            builder.endList()
        }
        guard let replaced else { throw LedgerError.approval(id: event.approvalIDs[0], .unknown) }
        return replaced
    }

    /// Why an approval does not hold for an event; nil where it does.
    func problem(
        _ id: String, for event: Event, at time: CELTimestamp, key: String, _ database: Database
    ) -> ApprovalProblem? {
        let rulebook = rulebook(at: time)
        return approvals.problem(
            id, for: event, at: time, key: key, rulebook: (rulebook.version, rulebook.digest)
        ) { sequence in
            let text = try? String.fetchOne(
                database, sql: "SELECT event FROM entry WHERE sequence = ?", arguments: [sequence])
            return text.flatMap { try? JSONDocument.parse($0).root }
        }
    }

    private static func write(
        id: String?, by: String, role: String, at: CELTimestamp?, to builder: inout JSONDocumentBuilder
    ) {
        builder.beginObject()
        for (name, value) in [("id", id), ("by", by), ("role", role), ("at", at?.description)] {
            guard let value else { continue }
            builder.name(name)
            builder.string(value)
        }
        builder.endObject()
    }
}
