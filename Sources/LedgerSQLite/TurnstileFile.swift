import Foundation

/// The file on which the kernel keeps the line of a ``Turnstile``, opened by one who wants to be let in.
///
/// Its locks belong to this opening and not to the process, so that threads with connections of their own stand in
/// line as processes do. Reference: Linux, fcntl(2), "Open file description locks".
struct TurnstileFile: Sendable {
    /// What became of an attempt to be let in at once.
    enum Entrance {
        /// It is one's turn.
        case inside
        /// Somebody else is inside, or next.
        case held
        /// This file system has no such locks.
        case unsupported
    }

    /// The bytes that are locked; what stands in the file has nothing to do with them.
    private enum Lock: off_t {
        /// Whoever is next.
        case line = 0
        /// Whoever is inside.
        case turn = 1
    }

    // Linux's F_OFD_SETLK and F_OFD_SETLKW, which Swift's Glibc module leaves out.
    private static let set: Int32 = 37
    private static let setWaiting: Int32 = 38

    private let descriptor: Int32

    /// Opens the file, and makes it where it is not there; nil where it cannot be.
    init?(_ path: String, beside ledger: String) {
        var descriptor = open(path, O_RDWR | O_CLOEXEC)
        if descriptor < 0, errno == ENOENT { descriptor = Self.make(path, beside: ledger) }
        guard descriptor >= 0 else { return nil }
        self.descriptor = descriptor
    }

    /// Makes the file; whoever may write the ledger may write it too.
    private static func make(_ path: String, beside ledger: String) -> Int32 {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        var status = stat()
        if descriptor >= 0, stat(ledger, &status) == 0 {
            _ = fchmod(descriptor, status.st_mode & 0o666)
            if geteuid() == 0 { _ = fchown(descriptor, status.st_uid, status.st_gid) }
        }
        return descriptor
    }

    /// Whether the file was deleted, so that those who come now stand in another line.
    var isGone: Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_nlink == 0
    }

    /// What the last one who was let in left there: it differs from one to the next.
    var stamp: Int64 {
        var stamp: Int64 = 0
        return pread(descriptor, &stamp, 8, 0) == 8 ? stamp : 0
    }

    /// Tries to be let in, without waiting.
    func enter() -> Entrance {
        guard lock(.line, Self.set, count: 2) else {
            guard errno == EAGAIN || errno == EACCES else { return .unsupported }
            // Whoever finds nobody in line is next.
            _ = lock(.line, Self.set)
            return .held
        }
        begin()
        return .inside
    }

    /// Stands in line until one is let in.
    ///
    /// - Returns: whether it is one's turn; false where the file system has no such locks.
    func waitAndEnter() -> Bool {
        guard lock(.line, Self.setWaiting), lock(.turn, Self.setWaiting) else { return false }
        begin()
        return true
    }

    /// Lets the next one in.
    func leave() { _ = lock(.turn, Self.set, Int16(F_UNLCK)) }

    /// Leaves the line, and closes the file; nothing else may be asked of it.
    func end() { close(descriptor) }

    private func begin() {
        // Where it cannot be written, others are less patient.
        var stamp = Int64(truncatingIfNeeded: DispatchTime.now().uptimeNanoseconds)
        _ = pwrite(descriptor, &stamp, 8, 0)
        _ = lock(.line, Self.set, Int16(F_UNLCK))
    }

    /// Locks a byte, and those after it where there are more.
    private func lock(_ lock: Lock, _ command: Int32, _ kind: Int16 = Int16(F_WRLCK), count: off_t = 1) -> Bool {
        var region = flock(l_type: kind, l_whence: Int16(SEEK_SET), l_start: lock.rawValue, l_len: count, l_pid: 0)
        while fcntl(descriptor, command, &region) != 0 {
            guard errno == EINTR else { return false }
        }
        return true
    }
}
