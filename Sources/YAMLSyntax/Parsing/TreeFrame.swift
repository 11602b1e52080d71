/// A list or map that is being read.
struct TreeFrame {
    /// A key that waits for its value.
    enum Key {
        case none
        /// A usable key: the number of its node.
        case ready(UInt32)
        /// A key that was reported: its value is read and dropped.
        case refused
    }

    /// The number of its node.
    let node: UInt32
    let start: Int
    let isMapping: Bool
    let isFlow: Bool
    let anchor: String?
    /// Whether an error was reported for the list or map itself, or a key of it was refused.
    var isBroken: Bool
    /// Whether it stands as a key, which was reported; it is read and dropped.
    let isRefusedKey: Bool
    /// How many items or entries it has.
    var count = 0
    /// The keys by name, from some entries on.
    var keys: [String: UInt32] = [:]
    var key = Key.none
    var nodeCount = 1
    var textByteCount = 0
    var height = 1
    /// The end of the last member: libyaml ends block lists and maps only where the next token begins.
    var end: Int

    init(
        node: UInt32, start: Int, isMapping: Bool, isFlow: Bool, anchor: String?, isBroken: Bool, isRefusedKey: Bool
    ) {
        self.node = node
        self.start = start
        self.isMapping = isMapping
        self.isFlow = isFlow
        self.anchor = anchor
        self.isBroken = isBroken
        self.isRefusedKey = isRefusedKey
        end = start
    }

    /// Whether the next node is a key.
    var awaitsKey: Bool {
        if case .none = key { isMapping } else { false }
    }

    mutating func count(_ built: BuiltNode) {
        nodeCount += built.nodeCount
        textByteCount += built.textByteCount
        height = max(height, built.height + 1)
    }
}
