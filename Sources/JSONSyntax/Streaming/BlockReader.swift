#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The current block of a source, and how far it has been read.
struct BlockReader: ~Copyable {
    private let source: ByteSource
    private(set) var block: [UInt8]
    /// The first byte of the block that was not yet read.
    var position = 0
    /// The byte behind the last one of the block.
    private(set) var end = 0
    /// The bytes of all blocks before this one.
    private var earlierByteCount = 0
    private var hasBegun = false
    private var hasEnded = false

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    init(source: ByteSource) {
        self.source = source
        block = [UInt8](repeating: 0, count: ByteSource.blockByteCount)
    }

    /// All bytes taken from the source so far.
    var byteCount: Int { earlierByteCount + end }

    /// The offset of the current position from the beginning of the source.
    var offset: Int { earlierByteCount + position }

    /// Makes sure that there is a byte to read; false at the end of the source.
    ///
    /// A byte order mark at the very beginning is passed over.
    mutating func refillIfNeeded() throws -> Bool {
        if position < end { return true }
        guard hasBegun else {
            hasBegun = true
            // The mark may come in pieces.
            while end < BlockReader.byteOrderMark.count, try readMore() {}
            if block[..<end].starts(with: BlockReader.byteOrderMark) { position = BlockReader.byteOrderMark.count }
            return try refillIfNeeded()
        }
        guard !hasEnded else { return false }
        earlierByteCount += end
        (position, end) = (0, 0)
        return try readMore()
    }

    /// The position of the next line feed in the block, or its end.
    func nextLineFeed() -> Int? {
        block.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return nil }
            guard let found = memchr(base + position, Int32(UInt8(ascii: "\n")), end - position) else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    private mutating func readMore() throws -> Bool {
        let start = end
        let source = source
        let count = try block.withUnsafeMutableBytes { bytes in
            try source.readBlock(into: UnsafeMutableRawBufferPointer(rebasing: bytes[start...]))
        }
        hasEnded = count == 0
        end += count
        return count > 0
    }
}
