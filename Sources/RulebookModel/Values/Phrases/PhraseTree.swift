/// All expressions of all sets, merged by how they begin.
struct PhraseTree: Sendable {
    /// What an expression is, and for whom.
    struct Ending: Sendable {
        let group: Int32
        let use: PhraseUse
    }

    /// What a node waits for.
    struct Node: Sendable {
        /// The next node by the number of a word or a stem, ascending.
        var edges: [(token: Int32, node: Int32)] = []
        /// The next node by a fact's words.
        var slots: [(slot: Int32, takesEndings: Bool, node: Int32)] = []
        /// The node behind a gap; -1 for none.
        var gap: Int32 = -1
        /// The expressions that end here.
        var endings: [Ending] = []

        func next(_ token: Int32) -> Int32? {
            var low = 0
            var high = edges.count
            while low < high {
                let middle = (low + high) / 2
                if edges[middle].token < token { low = middle + 1 } else { high = middle }
            }
            return low < edges.count && edges[low].token == token ? edges[low].node : nil
        }
    }

    private(set) var nodes: [Node] = [Node()]
    private(set) var words: [String: Int32] = [:]
    private(set) var stems: [String: Int32] = [:]
    private(set) var slots: [[String]] = []

    /// Adds a way to say something.
    mutating func add(_ elements: [PhraseExpression.Element], _ ending: Ending) {
        var node = 0
        for element in elements { node = self.node(after: node, element) }
        nodes[node].endings.append(ending)
    }

    private mutating func node(after node: Int, _ element: PhraseExpression.Element) -> Int {
        switch element {
        case .word(let text):
            let token = words[text] ?? Int32(words.count + stems.count)
            words[text] = token
            return self.node(after: node, token: token)
        case .stem(let text):
            let token = stems[text] ?? Int32(words.count + stems.count)
            stems[text] = token
            return self.node(after: node, token: token)
        case .gap:
            if nodes[node].gap < 0 { nodes[node].gap = append() }
            return Int(nodes[node].gap)
        case .slot(let path, let takesEndings):
            let slot = slots.firstIndex(of: path) ?? slots.count
            if slot == slots.count { slots.append(path) }
            if let known = nodes[node].slots.first(where: { $0.slot == slot && $0.takesEndings == takesEndings }) {
                return Int(known.node)
            }
            let new = append()
            nodes[node].slots.append((Int32(slot), takesEndings, new))
            return Int(new)
        }
    }

    private mutating func node(after node: Int, token: Int32) -> Int {
        if let known = nodes[node].next(token) { return Int(known) }
        let new = append()
        let place = nodes[node].edges.firstIndex { $0.token > token } ?? nodes[node].edges.count
        nodes[node].edges.insert((token, new), at: place)
        return Int(new)
    }

    private mutating func append() -> Int32 {
        nodes.append(Node())
        return Int32(nodes.count - 1)
    }
}
