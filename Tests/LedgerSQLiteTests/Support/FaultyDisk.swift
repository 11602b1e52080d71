import Foundation
import GRDBSQLite
import Synchronization

/// A disk that fails when it is told to: SQLite's own file system, with writes and fsyncs in between that may fail.
///
/// Only files whose name holds ``marker`` lie on it; all others are as ever.
enum FaultyDisk {
    static let marker = "faulty-disk"

    /// What fails.
    enum Fault: String, CaseIterable, Sendable {
        /// The disk is full.
        case full
        /// A write fails.
        case write
        /// A write is cut short, and fails.
        case tornWrite
        /// An fsync fails: nobody knows what lasts.
        case sync
    }

    private struct Plan {
        var fault: Fault?
        /// How many operations of its kind succeed before.
        var left = 0
        var hasFailed = false
    }

    private static let plan = Mutex(Plan())

    /// Lets an operation fail after so many of its kind.
    static func arm(_ fault: Fault, after count: Int) {
        _ = isRegistered
        plan.withLock { $0 = Plan(fault: fault, left: count) }
    }

    /// Mends the disk.
    ///
    /// - Returns: whether anything failed.
    static func mend() -> Bool {
        plan.withLock { plan in
            defer { plan = Plan() }
            return plan.hasFailed
        }
    }

    /// Whether an operation fails now; from the first failure on every one does, until the disk is mended.
    fileprivate static func fails(_ faults: Set<Fault>) -> Fault? {
        plan.withLock { plan in
            guard let fault = plan.fault, faults.contains(fault) else { return nil }
            guard plan.left == 0 else {
                plan.left -= 1
                return nil
            }
            plan.hasFailed = true
            return fault
        }
    }

    // MARK: SQLite's file system

    /// SQLite's functions on files of one kind, and those that stand before them.
    private struct Layer {
        let system: UnsafePointer<sqlite3_io_methods>
        let faulty: UnsafePointer<sqlite3_io_methods>
    }

    /// The file system that does the work; set once, while the faulty disk is registered, before any file is opened on it.
    fileprivate nonisolated(unsafe) static var system: UnsafeMutablePointer<sqlite3_vfs>?
    /// Databases, and the files beside them, have functions of their own; read and written under the lock only.
    private nonisolated(unsafe) static var layers: [Layer] = []
    private static let lock = NSLock()

    private static let isRegistered: Bool = {
        guard let found = sqlite3_vfs_find(nil) else { return false }
        system = found
        let faulty = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        faulty.initialize(to: found.pointee)
        faulty.pointee.pNext = nil
        faulty.pointee.zName = UnsafePointer(strdup("faulty"))
        faulty.pointee.xOpen = faultyOpen
        return sqlite3_vfs_register(faulty, 1) == SQLITE_OK
    }()

    /// Puts a file that was opened on the faulty disk.
    fileprivate static func lay(_ file: UnsafeMutablePointer<sqlite3_file>) {
        lock.withLock {
            guard let original = file.pointee.pMethods else { return }
            if let layer = layers.first(where: { $0.system == original }) {
                file.pointee.pMethods = layer.faulty
                return
            }
            let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
            methods.initialize(to: original.pointee)
            methods.pointee.xWrite = faultyWrite
            methods.pointee.xSync = faultySync
            layers.append(Layer(system: original, faulty: UnsafePointer(methods)))
            file.pointee.pMethods = UnsafePointer(methods)
        }
    }

    /// SQLite's own functions on a file.
    fileprivate static func systemMethods(
        _ file: UnsafeMutablePointer<sqlite3_file>?
    ) -> UnsafePointer<sqlite3_io_methods>? {
        lock.withLock { layers.first { $0.faulty == file?.pointee.pMethods }?.system }
    }
}

private func faultyOpen(
    _: UnsafeMutablePointer<sqlite3_vfs>?, _ name: UnsafePointer<CChar>?, _ file: UnsafeMutablePointer<sqlite3_file>?,
    _ flags: Int32, _ outFlags: UnsafeMutablePointer<Int32>?
) -> Int32 {
    guard let system = FaultyDisk.system, let open = system.pointee.xOpen else { return SQLITE_CANTOPEN }
    let code = open(system, name, file, flags, outFlags)
    guard code == SQLITE_OK, let name, let file, String(cString: name).contains(FaultyDisk.marker) else { return code }
    FaultyDisk.lay(file)
    return code
}

private func faultyWrite(
    _ file: UnsafeMutablePointer<sqlite3_file>?, _ bytes: UnsafeRawPointer?, _ count: Int32, _ offset: sqlite3_int64
) -> Int32 {
    guard let write = FaultyDisk.systemMethods(file)?.pointee.xWrite else { return SQLITE_IOERR }
    let failed = SQLITE_IOERR | (3 << 8)
    switch FaultyDisk.fails([.full, .write, .tornWrite]) {
    case .full?: return SQLITE_FULL
    case .tornWrite?:
        _ = write(file, bytes, count / 2, offset)
        return failed
    case .write?, .sync?: return failed
    case nil: return write(file, bytes, count, offset)
    }
}

private func faultySync(_ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: Int32) -> Int32 {
    guard let sync = FaultyDisk.systemMethods(file)?.pointee.xSync else { return SQLITE_IOERR }
    return FaultyDisk.fails([.sync]) == nil ? sync(file, flags) : SQLITE_IOERR | (4 << 8)
}
