/// Where a reader's bytes come from: a file, standard input, a socket or memory.
///
/// A source is read once, by one reader.
public struct ByteSource {
    /// The bytes that a reader asks for at a time.
    public static let blockByteCount = 256 << 10

    private let read: (UnsafeMutableRawBufferPointer) throws -> Int

    /// Makes a source of a closure.
    ///
    /// - Parameter read: fills the buffer from its beginning and says how many bytes it wrote, at least one unless the
    ///   input has ended. Any number up to the buffer's size is right, so `read(2)` fits.
    public init(_ read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
        self.read = read
    }

    /// A source over bytes in memory.
    ///
    /// - Parameters:
    ///   - utf8: all the bytes.
    ///   - blockByteCount: the most that is handed out at a time.
    /// - Returns: the source.
    public static func memory(_ utf8: [UInt8], blockByteCount: Int = ByteSource.blockByteCount) -> ByteSource {
        var offset = 0
        return ByteSource { buffer in
            let count = min(buffer.count, max(blockByteCount, 1), utf8.count - offset)
            buffer.copyBytes(from: utf8[offset..<offset + count])
            offset += count
            return count
        }
    }

    /// The same source, with each block shown to an observer as it is read: for digests and progress.
    ///
    /// - Parameter observe: sees all bytes once, in order, before the reader does.
    /// - Returns: the observed source.
    public func observed(by observe: @escaping (UnsafeRawBufferPointer) -> Void) -> ByteSource {
        ByteSource { buffer in
            let count = try readBlock(into: buffer)
            if count > 0 { observe(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
            return count
        }
    }

    /// Reads the next bytes.
    ///
    /// - Returns: how many; 0 at the end.
    func readBlock(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try read(buffer)
        precondition(count >= 0 && count <= buffer.count, "a source writes no more than the buffer holds")
        return count
    }
}
