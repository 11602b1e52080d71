import Foundation
import GRDB

/// Opens the file of a ledger.
enum LedgerFile {
    /// Opens it, and brings it to the present version where it is to be written.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - access: what for.
    ///   - turnstile: where whoever brings it to the present version waits for others.
    /// - Returns: the connection.
    /// - Throws: ``LedgerError``, where the file is missing, something else, newer, held or failing.
    static func open(
        _ path: String, for access: SQLiteLedger.Access, by turnstile: Turnstile
    ) throws(LedgerError) -> DatabaseQueue {
        if case .reading = access, !FileManager.default.fileExists(atPath: path) { throw .missing(path: path) }
        let deadline = Date().addingTimeInterval(SQLiteLedger.busyTimeoutSeconds)
        var failureCount = 0
        while true {
            do {
                return try openOnce(path, access, turnstile)
            } catch {
                let known = Self.error(error, path: path)
                guard Date() < deadline else { throw known }
                switch known {
                // SQLite asks no busy handler while a file changes to the write-ahead log.
                case .busy: break
                // Another process may be taking the migrator's steps: what is half there is whole a moment later.
                case .failed where failureCount < Self.failureCountMax: failureCount += 1
                default: throw known
                }
                Thread.sleep(forTimeInterval: 0.01)
            }
        }
    }

    /// The size of a page of a new file.
    ///
    /// A record changes three to five pages, and each is written whole, so that SQLite's usual 4,096 bytes are many; into
    /// still smaller ones most entries would not fit.
    private static let pageByteCount = 2_048

    /// How often opening is tried again where it fails for no known reason.
    private static let failureCountMax = 5

    private static func openOnce(
        _ path: String, _ access: SQLiteLedger.Access, _ turnstile: Turnstile
    ) throws -> DatabaseQueue {
        var configuration = Configuration()
        let wait = BusyWait()
        configuration.busyMode = .callback { wait.waits(after: $0) }
        switch access {
        case .reading:
            configuration.readonly = true
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let version = try queue.read { try LedgerSchema.check($0, path: path) }
            guard version > 0 else { throw LedgerError.notALedger(path: path) }
            guard version < LedgerSchema.version else { return queue }
            // Written by an earlier Leeway: it is brought up to date before it is read.
            _ = try openOnce(path, .recording, turnstile)
            return try openOnce(path, .reading, turnstile)
        case .recording:
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let isReady = try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = FULL")
                var isReady = false
                // In one transaction: half of what another process does meanwhile would look like a file of somebody else.
                try database.inTransaction(.deferred) {
                    // Before anything is changed: a file of somebody else stays as it is.
                    let version = try LedgerSchema.check(database, path: path)
                    isReady =
                        try version == LedgerSchema.version
                        && String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal"
                    return .commit
                }
                return isReady
            }
            if !isReady {
                try turnstile.pass {
                    try queue.writeWithoutTransaction { database in
                        // Only where there are no pages yet.
                        try database.execute(sql: "PRAGMA page_size = \(Self.pageByteCount)")
                        try database.execute(sql: "PRAGMA journal_mode = WAL")
                    }
                    try LedgerSchema.migrate(queue)
                }
            }
            return queue
        }
    }

    /// What an error of the database comes to.
    static func error(_ error: any Error, path: String) -> LedgerError {
        switch error {
        case let error as LedgerError: return error
        case let error as DatabaseError:
            switch error.resultCode {
            // The second one comes where others open and close the write-ahead log again and again.
            case .SQLITE_BUSY, .SQLITE_PROTOCOL: return .busy(path: path)
            case .SQLITE_NOTADB: return .notALedger(path: path)
            default: return .failed(path: path, reason: error.message ?? "\(error.resultCode)")
            }
        default: return .failed(path: path, reason: "\(error)")
        }
    }
}
