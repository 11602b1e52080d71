import Foundation
import GRDB

/// Opens the file of a ledger.
enum LedgerFile {
    /// Opens it, and brings it to the present version where it is to be written.
    static func open(_ path: String, for access: SQLiteLedger.Access) throws(LedgerError) -> DatabaseQueue {
        if case .reading = access, !FileManager.default.fileExists(atPath: path) { throw .missing(path: path) }
        let deadline = Date().addingTimeInterval(SQLiteLedger.busyTimeoutSeconds)
        var failureCount = 0
        while true {
            do {
                return try openOnce(path, access)
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

    /// How often opening is tried again where it fails for no known reason.
    private static let failureCountMax = 5

    private static func openOnce(_ path: String, _ access: SQLiteLedger.Access) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(SQLiteLedger.busyTimeoutSeconds)
        switch access {
        case .reading:
            configuration.readonly = true
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let version = try queue.read { try LedgerSchema.check($0, path: path) }
            guard version > 0 else { throw LedgerError.notALedger(path: path) }
            guard version < LedgerSchema.version else { return queue }
            // Written by an earlier Leeway: it is brought up to date before it is read.
            _ = try openOnce(path, .recording)
            return try openOnce(path, .reading)
        case .recording:
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.writeWithoutTransaction { database in
                // Before anything is changed: a file of somebody else stays as it is.
                _ = try LedgerSchema.check(database, path: path)
                try database.execute(sql: "PRAGMA journal_mode = WAL")
                try database.execute(sql: "PRAGMA synchronous = FULL")
            }
            try LedgerSchema.migrate(queue)
            return queue
        }
    }

    /// What an error of the database comes to.
    static func error(_ error: any Error, path: String) -> LedgerError {
        switch error {
        case let error as LedgerError: return error
        case let error as DatabaseError:
            switch error.resultCode {
            case .SQLITE_BUSY: return .busy(path: path)
            case .SQLITE_NOTADB: return .notALedger(path: path)
            default: return .failed(path: path, reason: error.message ?? "\(error.resultCode)")
            }
        default: return .failed(path: path, reason: "\(error)")
        }
    }
}
