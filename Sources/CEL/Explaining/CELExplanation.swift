/// What an expression came to, and each of its parts.
public struct CELExplanation: Sendable {
    /// A part of the expression, and the values it had.
    public struct Part: Sendable {
        /// The node.
        public let expression: CELExpression
        /// How deep it stands, 0 for the whole.
        public let depth: Int
        /// The values in the order of evaluation, several in a loop; no more than ``CELExplanation/valueCountMax``.
        /// Empty where the part was not evaluated, because another decided.
        public let values: [CELValue]
        /// How often the part was evaluated.
        public let evaluationCount: Int
    }

    /// How many values of one part are kept.
    public static let valueCountMax = 16

    /// What the whole came to.
    public let value: CELValue
    /// What the evaluation cost.
    public let cost: Int
    /// The parts, each before those below it.
    public let parts: [Part]

    /// The values of nodes, gathered while they are evaluated.
    struct Record {
        private(set) var values: [Int: [CELValue]] = [:]
        private(set) var counts: [Int: Int] = [:]

        mutating func add(_ value: CELValue, of id: Int) {
            counts[id, default: 0] += 1
            if counts[id, default: 0] <= CELExplanation.valueCountMax { values[id, default: []].append(value) }
        }
    }

    init(_ expression: CELCheckedExpression, value: CELValue, cost: Int, _ record: Record) {
        self.value = value
        self.cost = cost
        var parts: [Part] = []
        var waiting: [(node: CELExpression, depth: Int)] = [(expression.root, 0)]
        while let (node, depth) = waiting.popLast() {
            parts.append(
                Part(
                    expression: node, depth: depth, values: record.values[node.id] ?? [],
                    evaluationCount: record.counts[node.id] ?? 0))
            // What is one fact, or a part of a name, has no parts of its own.
            let isWhole = expression.attributePath(of: node) != nil || expression.declaredConstant(of: node) != nil
            guard !isWhole else { continue }
            let children = expression.isQualifiedCall(node) ? Array(node.children.dropFirst()) : node.children
            waiting += children.reversed().map { ($0, depth + 1) }
        }
        self.parts = parts
    }
}
