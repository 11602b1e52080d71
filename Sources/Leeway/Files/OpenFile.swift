#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import JSONSyntax

/// A file, pipe or terminal that is open.
///
/// Not `Sendable`: whoever opened it reads or writes it.
public final class OpenFile {
    /// The name that people see for standard input.
    public static let standardInputName = "<standard input>"
    /// The name that people see for standard output.
    public static let standardOutputName = "<standard output>"

    /// The name that people see.
    public let name: String
    private var descriptor: Int32
    private let isOwned: Bool

    private init(name: String, descriptor: Int32, isOwned: Bool) {
        self.name = name
        self.descriptor = descriptor
        self.isOwned = isOwned
    }

    /// Opens a file for reading; `-` is standard input.
    public convenience init(reading path: String) throws(LeewayError) {
        if path == "-" {
            self.init(name: Self.standardInputName, descriptor: 0, isOwned: false)
            return
        }
        guard let kind = try FileSystem.kind(of: path) else { throw .noSuchFile(path: path, help: nil) }
        guard kind != .folder else { throw .cannotRead(path: path, reason: "it is a folder, not a file") }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotRead(path: path, reason: FileSystem.reason(errno)) }
        self.init(name: path, descriptor: descriptor, isOwned: true)
    }

    /// Opens a file for writing; `-` is standard output.
    ///
    /// - Parameters:
    ///   - path: where to.
    ///   - replacing: whether a file that is there is written over; otherwise it is an error.
    /// - Throws: ``LeewayError/cannotWrite(path:reason:)``.
    public convenience init(creating path: String, replacing: Bool) throws(LeewayError) {
        if path == "-" {
            self.init(name: Self.standardOutputName, descriptor: 1, isOwned: false)
            return
        }
        let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (replacing ? O_TRUNC : O_EXCL)
        let descriptor = open(path, flags, 0o666)
        guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: FileSystem.reason(errno)) }
        self.init(name: path, descriptor: descriptor, isOwned: true)
    }

    deinit {
        guard isOwned, descriptor >= 0 else { return }
        _ = systemClose(descriptor)
    }

    /// The bytes from here to the end, block by block.
    ///
    /// What it throws is a ``LeewayError``.
    public var source: ByteSource {
        ByteSource { [self] buffer in try read(into: buffer) }
    }

    /// Reads the rest; more bytes than the limit are an error.
    public func contents(byteCountMax: Int) throws(LeewayError) -> [UInt8] {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count: Int
            do {
                count = try block.withUnsafeMutableBytes { try read(into: $0) }
            } catch let error as LeewayError {
                throw error
            } catch {
                throw .cannotRead(path: name, reason: "\(error)")
            }
            guard count > 0 else { return bytes }
            bytes += block[..<count]
            guard bytes.count <= byteCountMax else {
                throw .tooLarge(path: name, limit: "at most \(byteCountMax) bytes are read")
            }
        }
    }

    private func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = systemRead(descriptor, buffer)
            if count >= 0 { return count }
            let code = errno
            if code != EINTR { throw LeewayError.cannotRead(path: name, reason: FileSystem.reason(code)) }
        }
    }

    /// Writes all of the bytes.
    public func write(_ bytes: some Collection<UInt8>) throws(LeewayError) {
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(descriptor, $0) }
            if count < 0 {
                let code = errno
                if code == EINTR { continue }
                if code == EPIPE { throw .outputClosed(path: name) }
                throw .cannotWrite(path: name, reason: FileSystem.reason(code))
            }
            rest = rest.dropFirst(count)
        }
    }

    /// Closes the file, and says so where the last bytes could not be written.
    public func close() throws(LeewayError) {
        guard isOwned, descriptor >= 0 else { return }
        let code = systemClose(descriptor)
        descriptor = -1
        guard code == 0 else { throw .cannotWrite(path: name, reason: FileSystem.reason(errno)) }
    }
}

// Members of the same name would hide the system's functions inside the type.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    write(descriptor, buffer.baseAddress, buffer.count)
}

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
