/// The names of one object in an arena, to find one that stands twice.
struct MemberNames {
    /// Up to this many names are compared each with each, which needs no memory.
    static let pairwiseCountMax = 16

    private let nodes: UnsafeBufferPointer<NodeRecord>
    private let first: Int
    private let count: Int

    /// - Parameters:
    ///   - nodes: the arena, with all members of the object complete; it must outlive the names.
    ///   - index: the object's record.
    ///   - count: its members.
    init(nodes: UnsafeBufferPointer<NodeRecord>, objectAt index: Int, count: Int) {
        self.nodes = nodes
        first = index + 1
        self.count = count
    }

    /// The first name that an earlier member has, or nil.
    ///
    /// - Complexity: O(names), with a hash of random seed: no choice of names makes it slow.
    func firstDuplicate(in bytes: Span<UInt8>) -> NodeRecord? {
        guard count > 1, mayRepeat(bytes) else { return nil }
        // Escaped names must be decoded to be compared: hashing decodes each only once.
        let isPlain = count <= MemberNames.pairwiseCountMax && !hasEscapes
        return isPlain ? pairwise(bytes) : hashed(bytes)
    }

    /// Whether two names may be the same: their first and last eight bytes tell nearly all apart, and up to sixteen all.
    private func mayRepeat(_ bytes: Span<UInt8>) -> Bool {
        guard count <= MemberNames.pairwiseCountMax else { return true }
        var marks = InlineArray<16, UInt64>(repeating: 0)
        var name = first
        for position in 0..<count {
            let record = nodes[name]
            if record.hasEscapes { return true }
            let mark = Self.mark(of: record, bytes)
            for earlier in 0..<position where marks[unchecked: earlier] == mark { return true }
            marks[unchecked: position] = mark
            if position + 1 < count { name = following(name) }
        }
        return false
    }

    /// The same for equal names without escapes.
    @inline(__always)
    private static func mark(of name: NodeRecord, _ bytes: Span<UInt8>) -> UInt64 {
        let offset = Int(name.offset)
        let count = Int(name.length)
        guard offset + 8 <= bytes.count else {
            var word: UInt64 = 0
            for index in 0..<count { word |= UInt64(bytes[offset + index]) << UInt64(index * 8) }
            return word
        }
        let raw = bytes.bytes
        let head = UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
        // No name without escapes holds a zero byte, so that a short one is no other's beginning.
        if count < 8 { return head & ((1 << UInt64(count * 8)) - 1) }
        let tail = UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: offset + count - 8, as: UInt64.self))
        return head ^ (tail &* 0x9E37_79B9_7F4A_7C15)
    }

    private var hasEscapes: Bool {
        var name = first
        for position in 0..<count {
            if nodes[name].hasEscapes { return true }
            if position + 1 < count { name = following(name) }
        }
        return false
    }

    private func following(_ name: Int) -> Int { Int(nodes[name + 1].next) }

    private func pairwise(_ bytes: Span<UInt8>) -> NodeRecord? {
        var later = following(first)
        for position in 1..<count {
            var earlier = first
            for _ in 0..<position {
                if isSame(nodes[earlier], nodes[later], bytes) { return nodes[later] }
                earlier = following(earlier)
            }
            if position + 1 < count { later = following(later) }
        }
        return nil
    }

    private func hashed(_ bytes: Span<UInt8>) -> NodeRecord? {
        // Open addressing at a load of at most one half; 0 is an empty place, since record 0 is never a name.
        var capacity = 64
        while capacity < count * 2 { capacity *= 2 }
        var places = [UInt32](repeating: 0, count: capacity)
        var name = first
        for position in 0..<count {
            var place = hash(nodes[name], bytes) & (capacity - 1)
            while places[place] != 0 {
                if isSame(nodes[Int(places[place])], nodes[name], bytes) { return nodes[name] }
                place = (place + 1) & (capacity - 1)
            }
            places[place] = UInt32(truncatingIfNeeded: name)
            if position + 1 < count { name = following(name) }
        }
        return nil
    }

    private func hash(_ name: NodeRecord, _ bytes: Span<UInt8>) -> Int {
        var hasher = Hasher()
        let content = bytes.extracting(name.range)
        if name.hasEscapes {
            StringScan.decoded(content).withUnsafeBytes { hasher.combine(bytes: $0) }
        } else {
            content.withUnsafeBytes { hasher.combine(bytes: $0) }
        }
        return hasher.finalize()
    }

    @inline(__always)
    private func isSame(_ left: NodeRecord, _ right: NodeRecord, _ bytes: Span<UInt8>) -> Bool {
        if left.hasEscapes || right.hasEscapes { return isSameDecoded(left, right, bytes) }
        guard left.length == right.length else { return false }
        var offset = 0
        while offset < Int(left.length) {
            if bytes[Int(left.offset) + offset] != bytes[Int(right.offset) + offset] { return false }
            offset += 1
        }
        return true
    }

    private func isSameDecoded(_ left: NodeRecord, _ right: NodeRecord, _ bytes: Span<UInt8>) -> Bool {
        StringScan.decoded(bytes.extracting(left.range)) == StringScan.decoded(bytes.extracting(right.range))
    }
}
