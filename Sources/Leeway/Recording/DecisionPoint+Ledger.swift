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
            let memory = try SQLiteLedger(at: path, deciding: compiled, for: .reading).memory()
            if compiled.remembers, let time = event?.time, let latest = memory.latestTime, time < latest {
                throw .late(time: time, latest: latest)
            }
            var point = self
            point.memory = memory
            return point
        } catch {
            throw .ledger(error)
        }
    }
}
