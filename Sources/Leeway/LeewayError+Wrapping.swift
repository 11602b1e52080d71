extension LeewayError {
    /// An error of reading a log: its source's own, or what is wrong with the log as a whole.
    init(_ error: any Error, reading name: String) {
        switch error {
        case let error as LeewayError: self = error
        case let error as LedgerError: self = .ledger(error)
        case let error as AuditError: self = .audit(error)
        default: self = .cannotRead(path: name, reason: "\(error)")
        }
    }
}
