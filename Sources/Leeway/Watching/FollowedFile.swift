#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A log that grows while it is read, and may be cut short or replaced.
///
/// It is read from its beginning. At its end it is looked at again a few times a second; a pipe is waited for.
final class FollowedFile {
    /// How long it sleeps between two looks, in milliseconds.
    static let pauseMilliseconds: Int32 = 200

    /// The name under which rows are reported: the path, with a number from the second file on.
    private(set) var name: String
    /// What became of the file, where it cannot be read on.
    private(set) var change: WatchNotice.InputChange?
    /// Whether somebody ended it, or the file changed, within a line.
    private(set) var isCut = false
    private let path: String
    private let waits: Bool
    private var descriptor: Int32 = -1
    private var offset = 0
    private var generation = 1
    private var lastByte = UInt8(ascii: "\n")

    /// Opens a log.
    ///
    /// - Parameters:
    ///   - path: the file; `-` is standard input.
    ///   - waits: whether more bytes are waited for at its end.
    /// - Throws: where it is absent or cannot be read.
    init(_ path: String, waits: Bool) throws(LeewayError) {
        self.path = path
        self.waits = waits
        name = path == "-" ? OpenFile.standardInputName : path
        try open()
    }

    deinit { close() }

    private func open() throws(LeewayError) {
        offset = 0
        change = nil
        isCut = false
        lastByte = UInt8(ascii: "\n")
        guard path != "-" else {
            descriptor = 0
            return
        }
        guard let kind = try FileSystem.kind(of: path) else { throw .noSuchFile(path: path, help: nil) }
        guard kind != .folder else { throw .cannotRead(path: path, reason: "it is a folder, not a log") }
        descriptor = systemOpen(path)
        guard descriptor >= 0 else { throw .cannotRead(path: path, reason: FileSystem.reason(errno)) }
    }

    private func close() {
        if descriptor > 0 { _ = systemClose(descriptor) }
        descriptor = -1
    }

    /// The bytes until somebody ends it or the file changes.
    ///
    /// - Parameters:
    ///   - isStopped: asked before every block, and a few times a second, whether somebody ends it.
    ///   - idle: called wherever everything was read that is there.
    /// - Returns: a source that ends where somebody ends it, or the file does not go on.
    func source(
        isStopped: @escaping () -> Bool, idle: @escaping () throws(LeewayError) -> Void
    ) -> ByteSource {
        ByteSource { [self] buffer in
            while true {
                if isStopped() { return cut() }
                if let count = try read(into: buffer) { return count }
                guard waits else {
                    // A pipe that is slow is not at its end.
                    if isStream { continue }
                    return 0
                }
                try idle()
                if let found = changed() {
                    change = found
                    return cut()
                }
                sleepAWhile()
            }
        }
    }

    /// Ends it here, possibly within a line.
    private func cut() -> Int {
        isCut = lastByte != UInt8(ascii: "\n")
        return 0
    }

    /// Begins anew with the file that has the name now; false where nothing changed, so that it is over.
    func reopen() throws(LeewayError) -> Bool {
        guard change != nil else { return false }
        close()
        try open()
        generation += 1
        name = "\(path) (\(generation))"
        return true
    }

    /// Reads what is there; nil where there is nothing now, 0 where there never will be.
    private func read(into buffer: UnsafeMutableRawBufferPointer) throws(LeewayError) -> Int? {
        if isStream {
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            // What somebody ends while it waits is noticed at the next look.
            guard poll(&request, 1, Self.pauseMilliseconds) > 0 else { return nil }
        }
        while true {
            let count = systemRead(descriptor, buffer)
            if count > 0 {
                offset += count
                lastByte = buffer[count - 1]
                return count
            }
            if count == 0 { return isStream ? 0 : nil }
            let code = errno
            if code != EINTR { throw .cannotRead(path: name, reason: FileSystem.reason(code)) }
        }
    }

    /// What became of the file since, at whose end it stands.
    private func changed() -> WatchNotice.InputChange? {
        guard !isStream else { return nil }
        var own = stat()
        var named = stat()
        guard fstat(descriptor, &own) == 0 else { return nil }
        if own.st_size < offset { return .truncated }
        // A file that was moved away may be followed by another one a little later.
        guard stat(path, &named) == 0 else { return nil }
        return own.st_ino != named.st_ino || own.st_dev != named.st_dev ? .replaced : nil
    }

    private lazy var isStream: Bool = {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    }()

    private func sleepAWhile() {
        guard !isStream else { return }
        var pause = timespec(tv_sec: 0, tv_nsec: Int(Self.pauseMilliseconds) * 1_000_000)
        nanosleep(&pause, nil)
    }
}

// Members of the same name would hide the system's functions inside the type.
private func systemOpen(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC) }

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
}

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
