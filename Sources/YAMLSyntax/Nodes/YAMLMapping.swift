/// A map of a YAML text; no key stands in it twice.
public struct YAMLMapping: Sendable {
    /// A key with its value.
    public struct Entry: Sendable {
        /// The key, always a scalar.
        public let key: YAMLNode
        /// The text of the key.
        public let name: String
        /// The value; a null scalar where nothing is written.
        public let value: YAMLNode
    }

    private let tree: YAMLTree
    private let index: UInt32

    /// From this many entries on, look-up goes through an index.
    static let indexedCountMin = 12

    init(tree: YAMLTree, index: UInt32) {
        self.tree = tree
        self.index = index
    }

    /// How many entries there are.
    public var count: Int { Int(tree[index].content) }

    /// The entries in written order; made when they are asked for.
    public var entries: [Entry] {
        var entries: [Entry] = []
        entries.reserveCapacity(count)
        tree.forEachEntry(of: index) { key, value in entries.append(entry(key, value)) }
        return entries
    }

    /// Calls a closure with each entry in written order; of maps with many, none of the others is made meanwhile.
    public func forEachEntry(_ body: (Entry) -> Void) {
        tree.forEachEntry(of: index) { key, value in body(entry(key, value)) }
    }

    /// The entries whose names are of some kind, in written order.
    ///
    /// - Parameter isWanted: whether an entry of this name is asked for.
    /// - Returns: the entries.
    public func entries(where isWanted: (String) -> Bool) -> [Entry] {
        var entries: [Entry] = []
        tree.forEachEntry(of: index) { key, value in
            if isWanted(tree.text(tree[tree.resolved(key)])) { entries.append(entry(key, value)) }
        }
        return entries
    }

    /// The value of a key, or nil where the key is absent.
    public subscript(name: String) -> YAMLNode? {
        tree.key(named: name, in: index).map { YAMLNode(tree: tree, index: tree[$0].next) }
    }

    /// The entry of a key, or nil where the key is absent.
    public func entry(named name: String) -> Entry? {
        tree.key(named: name, in: index).map { entry($0, tree[$0].next) }
    }

    private func entry(_ key: UInt32, _ value: UInt32) -> Entry {
        Entry(
            key: YAMLNode(tree: tree, index: key), name: tree.text(tree[tree.resolved(key)]),
            value: YAMLNode(tree: tree, index: value))
    }
}
