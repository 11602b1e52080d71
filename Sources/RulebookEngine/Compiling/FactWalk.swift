import CEL
import JSONSyntax
import RulebookModel

/// The way through a document to one fact.
final class FactWalk: Sendable {
    /// One field to follow.
    struct Hop: Sendable {
        let name: JSONName
        /// Whether it is the name by which a text stands for its entity.
        let isIdentifier: Bool
        let defaultValue: CELValue?
    }

    /// The member of the event to begin in: an entity, or nil for `data`.
    let root: JSONName?
    /// The fields to follow; empty for the whole entity.
    let hops: [Hop]
    /// The type at the end.
    let type: FactType
    /// The fact's full path.
    let path: CELAttributePath
    /// What is unknown where the way ends early, by how many names of the path were met.
    private let unknowns: [CELValue]

    init(root: JSONName?, fields: [FieldDefinition], type: FactType, path: CELAttributePath) {
        self.root = root
        hops = fields.map {
            Hop(name: JSONName($0.name), isIdentifier: $0.name == "id", defaultValue: $0.defaultValue)
        }
        self.type = type
        self.path = path
        unknowns = (0...path.names.count).map { .unknown(CELUnknown(CELAttributePath(Array(path.names.prefix($0))))) }
    }

    /// Whether it leads to a field of an event in the way in which it leads there for another, which has the same field.
    func isField(of definition: EventDefinition) -> Bool {
        guard root == nil, hops.count == 1, hops[0].defaultValue == nil,
            let field = definition.fields.first(where: { $0.name == path.names.last })
        else { return false }
        return field.defaultValue == nil && field.type == type
    }

    /// Reads the fact.
    ///
    /// An absent member is unknown, unless its field has a default and the thing it belongs to is there. What is unknown
    /// is named as far as it is known: `order.placed_by` where the order does not say who placed it.
    func read(_ event: Event, facts: FactReader) -> CELValue { read(event.root, data: event.data, facts: facts) }

    /// Reads the fact from an event's document.
    func read(_ event: JSONNode, data: JSONNode?, facts: FactReader) -> CELValue {
        var node: JSONNode
        if let root {
            guard let start = event[root], !start.isNull else { return unknown(depth: 1) }
            node = start
        } else {
            guard let data else { return hops.first?.defaultValue ?? unknown(depth: 2) }
            node = data
        }
        var depth = 1
        for hop in hops {
            depth += 1
            if hop.isIdentifier, node.kind == .string { break }
            guard let next = node[hop.name] else {
                // A default stands in for the last member; what lies on the way to it has none.
                return (depth > hops.count ? hop.defaultValue : nil) ?? unknown(depth: depth)
            }
            if next.isNull { return unknown(depth: depth) }
            node = next
        }
        return facts.read(node, as: type, path: path) { _ in }
    }

    /// What the fact is where its thing is there and does not say it; only where it is a field of the thing itself.
    var whereSilent: CELValue { hops.first?.defaultValue ?? unknown(depth: 2) }

    /// What the fact is where nothing is known of its thing.
    var whereAbsent: CELValue { root == nil ? whereSilent : unknown(depth: 1) }

    private func unknown(depth: Int) -> CELValue { unknowns[min(depth, unknowns.count - 1)] }
}
