extension DecisionPoint {
    /// The same point, remembering what a ledger holds, without recording anything.
    ///
    /// - Parameters:
    ///   - path: the ledger's file.
    ///   - event: the event that is to be decided; where it has a time, nothing later may be remembered.
    /// - Returns: a point that decides with this memory.
    /// - Throws: ``LeewayError/ledger(_:)``.
    public func remembering(ledgerAt path: String, before event: Event? = nil) throws(LeewayError) -> DecisionPoint {
        do throws(LedgerError) {
            return try remembering(SQLiteLedger(at: path, deciding: compiled, for: .reading), before: event)
        } catch {
            throw .ledger(error)
        }
    }

    /// The same point, remembering what a ledger holds, and an event with its approvals as the ledger knows them.
    ///
    /// - Parameters:
    ///   - path: the ledger's file.
    ///   - event: the event that is to be decided; where it has a time, nothing later may be remembered.
    ///   - trust: which approvals count.
    /// - Returns: a point that decides with this memory, and the event that it decides as if it were recorded.
    /// - Throws: ``LeewayError/ledger(_:)``, also where an approval does not hold.
    public func remembering(
        ledgerAt path: String, deciding event: Event, trusting trust: ApprovalTrust = .recorded
    ) throws(LeewayError) -> (point: DecisionPoint, event: Event) {
        do throws(LedgerError) {
            let ledger = try SQLiteLedger(at: path, deciding: compiled, for: .reading, trusting: trust)
            let point = try remembering(ledger, before: event)
            return (point, try ledger.approved(event))
        } catch {
            throw .ledger(error)
        }
    }

    /// The same point, remembering what a ledger holds, and situations with their approvals as the ledger knows them.
    ///
    /// An approval is of one exact action: where several are explored, it says nothing for the others.
    ///
    /// - Parameters:
    ///   - path: the ledger's file.
    ///   - situations: the actions whose open choices are explored.
    ///   - trust: which approvals count.
    /// - Returns: a point that decides with this memory, and the situations in the same order.
    /// - Throws: ``LeewayError/ledger(_:)``, also where an approval holds for none of them.
    public func remembering(
        ledgerAt path: String, exploring situations: [Event], trusting trust: ApprovalTrust = .recorded
    ) throws(LeewayError) -> (point: DecisionPoint, situations: [Event]) {
        do throws(LedgerError) {
            let ledger = try SQLiteLedger(at: path, deciding: compiled, for: .reading, trusting: trust)
            let point = try remembering(ledger, before: situations.first)
            var problem: LedgerError?
            var isHeld = false
            var approved: [Event] = []
            for situation in situations {
                do throws(LedgerError) {
                    approved.append(try ledger.approved(situation))
                    isHeld = true
                } catch {
                    guard case .approval = error else { throw error }
                    problem = problem ?? error
                    approved.append(situation)
                }
            }
            if let problem, !isHeld { throw problem }
            return (point, approved)
        } catch {
            throw .ledger(error)
        }
    }

    private func remembering(_ ledger: SQLiteLedger, before event: Event?) throws(LedgerError) -> DecisionPoint {
        let memory = try ledger.memory()
        if compiled.remembers, let time = event?.time, let latest = memory.latestTime, time < latest {
            throw .late(time: time, latest: latest)
        }
        var point = self
        point.memory = memory
        return point
    }
}
