import SourceText

/// All nodes of a text, each before what it holds, one behind the other in memory.
///
/// A node is a few numbers. What a scalar says is nearly always written so in the file, where it is read when it is
/// asked for; only what quotes, folding or an escape change is kept beside.
final class YAMLTree: Sendable {
    /// A node.
    struct Record {
        enum Kind: UInt8 {
            case scalar, sequence, mapping
            /// Another node at this place.
            case alias
        }

        /// Where it stands in the file.
        var lower: UInt32
        var upper: UInt32
        /// Of a scalar: where its text begins in the file, or its number among the texts that are kept beside.
        /// Of a list or map: how many items or entries it has. Of an alias: the node that it stands for.
        var content: UInt32
        /// Of a scalar: how many bytes of text it has.
        var textCount: UInt32 = 0
        /// The node after it and all that it holds.
        var next: UInt32 = 0
        var kind: Kind
        var style = YAMLScalar.Style.plain
        // A large rulebook has some hundred thousand nodes, so what is true or false shares a byte.
        private var marks: UInt8 = 0

        /// Whether an error was reported here.
        var isBroken: Bool {
            get { has(1) }
            set { mark(1, newValue) }
        }

        /// Whether its text is kept beside.
        var isKept: Bool {
            get { has(2) }
            set { mark(2, newValue) }
        }

        /// Whether it is no part of what holds it: a key or a value that was refused.
        var isDropped: Bool {
            get { has(4) }
            set { mark(4, newValue) }
        }

        init(lower: UInt32, upper: UInt32, content: UInt32, next: UInt32, kind: Kind) {
            self.lower = lower
            self.upper = upper
            self.content = content
            self.next = next
            self.kind = kind
        }

        private func has(_ mark: UInt8) -> Bool { marks & mark != 0 }
        private mutating func mark(_ mark: UInt8, _ isSet: Bool) { marks = isSet ? marks | mark : marks & ~mark }
    }

    let file: SourceFile
    private let records: [Record]
    private let texts: [String]
    /// The entries of large maps by name.
    private let indices: [UInt32: [String: UInt32]]

    init(file: SourceFile, records: [Record], texts: [String], indices: [UInt32: [String: UInt32]]) {
        self.file = file
        self.records = records
        self.texts = texts
        self.indices = indices
    }

    subscript(index: UInt32) -> Record { records[Int(index)] }

    /// The node that an alias stands for; any other itself.
    func resolved(_ index: UInt32) -> UInt32 {
        let record = self[index]
        return record.kind == .alias ? record.content : index
    }

    /// The text of a scalar.
    func text(_ record: Record) -> String {
        if record.isKept { return texts[Int(record.content)] }
        let start = Int(record.content)
        return file.utf8.withUnsafeBufferPointer { bytes in
            String(decoding: bytes[start..<start + Int(record.textCount)], as: UTF8.self)
        }
    }

    /// Whether a scalar says exactly this.
    private func text(_ record: Record, is name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Int(record.textCount) == name.count else { return false }
        if record.isKept {
            var text = texts[Int(record.content)]
            return text.withUTF8 { Self.areEqual($0, at: 0, name) }
        }
        return file.utf8.withUnsafeBufferPointer { Self.areEqual($0, at: Int(record.content), name) }
    }

    private static func areEqual(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ name: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        for offset in name.indices where bytes[start + offset] != name[offset] { return false }
        return true
    }

    /// What a scalar means by the core schema.
    func core(_ record: Record) -> YAMLScalar.Core {
        guard record.style == .plain else { return .string }
        if record.isKept { return YAMLScalar.Core(plain: texts[Int(record.content)]) }
        let start = Int(record.content)
        return file.utf8.withUnsafeBufferPointer { bytes in
            YAMLScalar.Core(plain: UnsafeBufferPointer(rebasing: bytes[start..<start + Int(record.textCount)]))
        }
    }

    /// Calls a closure with the key and the value of each entry of a map, in written order.
    func forEachEntry(of map: UInt32, _ body: (_ key: UInt32, _ value: UInt32) -> Void) {
        _ = firstKey(of: map) { key, value in
            body(key, value)
            return false
        }
    }

    /// The key of the entry of a name; nil where a map has none.
    func key(named name: String, in map: UInt32) -> UInt32? {
        if let index = indices[map] { return index[name] }
        var name = name
        return name.withUTF8 { name in
            firstKey(of: map) { index, _ in
                let key = self[index]
                // The length tells nearly all keys apart.
                return (key.kind == .alias || Int(key.textCount) == name.count) && text(self[resolved(index)], is: name)
            }
        }
    }

    /// The key of the first entry that fits, in written order.
    @inline(__always)
    private func firstKey(of map: UInt32, where fits: (_ key: UInt32, _ value: UInt32) -> Bool) -> UInt32? {
        var index = map + 1
        let end = self[map].next
        while index < end {
            let key = self[index]
            // The value of a key that was refused is dropped as well.
            if key.isDropped {
                index = key.next
                continue
            }
            if fits(index, key.next) { return index }
            index = self[key.next].next
        }
        return nil
    }

    /// The items of a list.
    func items(of list: UInt32) -> [YAMLNode] {
        var items: [YAMLNode] = []
        items.reserveCapacity(Int(self[list].content))
        var index = list + 1
        while index < self[list].next {
            if !self[index].isDropped { items.append(YAMLNode(tree: self, index: index)) }
            index = self[index].next
        }
        return items
    }
}
