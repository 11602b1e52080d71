/// The texts of a report, each kept once, as UTF-8 in one buffer.
///
/// A report over a million events holds its ids, names and values here: 4 bytes a mention, and no object a text.
public struct TextTable: Sendable {
    /// The number of a text in its table; 0 is the empty text, which stands for an absent one.
    public struct ID: Hashable, Sendable {
        let index: UInt32

        /// The number, for tables by it.
        var place: Int { Int(index) }

        /// The empty text.
        public static let empty = ID(index: 0)

        /// Whether the text is empty, that is: absent.
        public var isEmpty: Bool { index == 0 }
    }

    private var bytes: [UInt8] = []
    /// Where each text ends; it begins where the one before ends.
    private var ends: [Int] = [0]
    /// Open addressing over text numbers; 0 is a free slot.
    private var slots: [UInt32] = Array(repeating: 0, count: 64)
    private let seed = UInt64.random(in: 1 ... .max)

    /// Makes a table of the empty text alone.
    public init() {}

    /// The number of different texts, the empty one included.
    public var count: Int { ends.count }

    /// The number of a text, which is added if it is new.
    public mutating func intern(_ text: String) -> ID {
        var text = text
        return text.withUTF8 { intern(utf8: $0) }
    }

    /// The number of a text given as UTF-8, which is added if it is new.
    public mutating func intern(utf8 text: UnsafeBufferPointer<UInt8>) -> ID {
        guard !text.isEmpty else { return .empty }
        if ends.count * 4 > slots.count * 3 { grow() }
        var slot = hash(text) & (slots.count - 1)
        while slots[slot] != 0 {
            if equals(slots[slot], text) { return ID(index: slots[slot]) }
            slot = (slot + 1) & (slots.count - 1)
        }
        bytes.append(contentsOf: text)
        slots[slot] = UInt32(ends.count)
        ends.append(bytes.count)
        return ID(index: slots[slot])
    }

    /// Where a text ends, in bytes from the beginning of the first.
    func end(of index: Int) -> Int { ends[index] }

    /// The bytes of all texts that begin at an offset or behind it.
    func bytes(from start: Int) -> [UInt8] { Array(bytes[start...]) }

    /// The text of a number.
    public subscript(id: ID) -> String { String(decoding: utf8(of: id), as: UTF8.self) }

    /// The bytes of a text.
    public func utf8(of id: ID) -> ArraySlice<UInt8> { bytes[range(of: id.index)] }

    /// Hands out the bytes of a text.
    public func withUTF8<Result>(of id: ID, _ body: (Span<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body($0.extracting(range(of: id.index)).span) }
    }

    /// A number of another table is the empty text here, if it is too great.
    private func range(of index: UInt32) -> Range<Int> {
        guard index > 0, Int(index) < ends.count else { return 0..<0 }
        return ends[Int(index) - 1]..<ends[Int(index)]
    }

    private func equals(_ index: UInt32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(of: index)
        guard range.count == text.count else { return false }
        return bytes.withUnsafeBufferPointer { own in
            var offset = 0
            while offset < text.count, own[range.lowerBound + offset] == text[offset] { offset += 1 }
            return offset == text.count
        }
    }

    private mutating func grow() {
        var larger = [UInt32](repeating: 0, count: slots.count * 2)
        for index in 1..<ends.count {
            let code = bytes[range(of: UInt32(index))].withUnsafeBufferPointer { self.hash($0) }
            var slot = code & (larger.count - 1)
            while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
            larger[slot] = UInt32(index)
        }
        slots = larger
    }

    /// Eight bytes at a time, each folded in by a product of 128 bits. Seeded, so that nobody can write texts that
    /// collide; the slots' order shows in no output.
    private func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        let bytes = UnsafeRawBufferPointer(text)
        var hash = seed ^ UInt64(truncatingIfNeeded: bytes.count)
        var offset = 0
        while offset + 8 <= bytes.count {
            hash = Self.mixed(hash, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var rest: UInt64 = 0
        while offset < bytes.count {
            rest = rest << 8 | UInt64(bytes[offset])
            offset += 1
        }
        return Int(truncatingIfNeeded: Self.mixed(Self.mixed(hash, rest), seed) & UInt64(Int.max))
    }

    private static func mixed(_ hash: UInt64, _ more: UInt64) -> UInt64 {
        let product = (hash ^ more).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }
}
