import YAMLSyntax

/// The standards as they are written, for patterns that name what became of one before it is read.
final class StandardNodes {
    private let read: () -> [String: YAMLMapping]
    /// Found when they are first asked for: most rulebooks name no verdict.
    private lazy var nodes = read()
    /// The standards that are being resolved, so that none is resolved by itself.
    private var open: Set<String> = []

    init(_ read: @escaping () -> [String: YAMLMapping]) { self.read = read }

    /// The ids, in order.
    var ids: [String] { nodes.keys.sorted() }

    /// Whether there is a standard of this id.
    func contains(_ id: String) -> Bool { nodes[id] != nil }

    /// Whether a standard has a body of this name.
    func body(of id: String, is name: String) -> Bool { nodes[id]?[name] != nil }

    /// The patterns at whose events a standard is judged; nil where it is judged by its own verdict.
    func patterns(of id: String, _ resolve: ([YAMLNode]) -> [EventPattern.Alternative]?) -> [EventPattern.Alternative]?
    {
        guard let standard = nodes[id], open.insert(id).inserted else { return nil }
        defer { open.remove(id) }
        guard case .mapping(let timeline)? = standard["timeline"]?.content else {
            return resolve([standard["on"]].compactMap { $0 })
        }
        var nodes = ["after", "before", "from", "steps", "forbid"].compactMap { timeline[$0] }
        // A recurring duty is judged from each answer on as well.
        if case .mapping(let stretch)? = timeline["while"]?.content {
            nodes += [stretch["from"], timeline["expect"]].compactMap { $0 }
        }
        return resolve(nodes)
    }
}
