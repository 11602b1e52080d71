import GRDB
import GRDBSQLite

/// A statement of SQLite's that is prepared once and run often.
///
/// Reference: SQLite, "Prepared Statement Object" (https://sqlite.org/c3ref/stmt.html).
final class PreparedStatement {
    private let connection: OpaquePointer
    private let statement: OpaquePointer

    /// Prepares a statement.
    ///
    /// - Throws: `DatabaseError`, as everything here does.
    init(_ sql: String, _ connection: OpaquePointer) throws {
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        guard code == SQLITE_OK, let statement else { throw Self.error(code, connection) }
        self.statement = statement
        self.connection = connection
    }

    // SQLite keeps a connection that was closed until its last statement is gone.
    deinit { sqlite3_finalize(statement) }

    /// Gives a parameter a number; parameters count from 1.
    func bind(_ parameter: Int32, _ number: Int64) throws {
        try check(sqlite3_bind_int64(statement, parameter, number))
    }

    /// Gives a parameter a text, which SQLite copies.
    func bind(_ parameter: Int32, _ text: String) throws {
        // A text without bytes may have no address, and would be NULL.
        guard !text.isEmpty else { return try check(sqlite3_bind_text(statement, parameter, "", 0, Self.copied)) }
        var text = text
        let code = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                sqlite3_bind_text(statement, parameter, characters.baseAddress, Int32(bytes.count), Self.copied)
            }
        }
        try check(code)
    }

    /// Runs it to its end.
    func run() throws {
        let code = sqlite3_step(statement)
        guard code == SQLITE_DONE else { throw failure(code) }
        sqlite3_reset(statement)
    }

    /// Runs it for the whole number in its first row; nil where there is no row.
    func number() throws -> Int64? {
        switch sqlite3_step(statement) {
        case SQLITE_ROW:
            let number = sqlite3_column_int64(statement, 0)
            sqlite3_reset(statement)
            return number
        case SQLITE_DONE:
            sqlite3_reset(statement)
            return nil
        case let code: throw failure(code)
        }
    }

    /// SQLite's `SQLITE_TRANSIENT`, which Swift does not import: the text is copied before the call returns.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    private func check(_ code: Int32) throws {
        guard code == SQLITE_OK else { throw Self.error(code, connection) }
    }

    private func failure(_ code: Int32) -> DatabaseError {
        let error = Self.error(code, connection)
        sqlite3_reset(statement)
        return error
    }

    private static func error(_ code: Int32, _ connection: OpaquePointer) -> DatabaseError {
        DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
    }
}
