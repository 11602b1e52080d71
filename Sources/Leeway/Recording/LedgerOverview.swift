/// A ledger at a glance, with its last entries.
public struct LedgerOverview: Sendable {
    /// The counts.
    public let summary: LedgerSummary
    /// The last entries, the oldest of them first.
    public let entries: [LedgerEntry]

    /// Reads a ledger.
    ///
    /// - Parameters:
    ///   - path: the ledger's file.
    ///   - count: how many of the last entries.
    /// - Throws: ``LeewayError/ledger(_:)``.
    public init(ledgerAt path: String, last count: Int) throws(LeewayError) {
        do throws(LedgerError) {
            let reader = try LedgerReader(at: path)
            summary = try reader.summary()
            entries = try reader.last(count)
        } catch {
            throw .ledger(error)
        }
    }

    /// Verifies that a ledger is as it was written.
    ///
    /// - Parameters:
    ///   - path: the ledger's file.
    ///   - point: decides again what its rulebook decided; nil verifies the chain only.
    /// - Returns: what was found.
    /// - Throws: ``LeewayError/ledger(_:)``, where the file cannot be read.
    public static func verify(
        ledgerAt path: String, deciding point: DecisionPoint? = nil
    ) throws(LeewayError) -> LedgerVerification {
        do throws(LedgerError) {
            return try LedgerReader(at: path).verify(deciding: point?.compiled)
        } catch {
            throw .ledger(error)
        }
    }
}
