/// What is known of the nodes of a tree, by their ids, which run from 1 up.
struct NodeTable<Value: Sendable>: Sendable {
    private var values: [Value?]

    /// A table without entries.
    init(nodeCount: Int) { values = Array(repeating: nil, count: nodeCount + 1) }

    /// No node of the tree has a greater id.
    var nodeCount: Int { values.count - 1 }

    /// What is known of a node; nil where nothing is, and for nodes of other trees.
    subscript(id: Int) -> Value? {
        get { values.indices.contains(id) ? values[id] : nil }
        set { if values.indices.contains(id) { values[id] = newValue } }
    }

    /// Replaces each entry.
    mutating func update(_ change: (Value) -> Value) {
        for id in values.indices { if let value = values[id] { values[id] = change(value) } }
    }
}
