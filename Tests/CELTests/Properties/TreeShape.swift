import CEL

/// A tree without the places and numbers of its nodes, so that two can be compared.
struct TreeShape: Equatable {
    private let head: String
    private let children: [TreeShape]

    init(_ node: CELExpression) {
        children = node.children.map(TreeShape.init)
        switch node.kind {
        case .literal(let value): head = "literal \(value.typeName) \(value.plainText) \(value.hashValue)"
        case .identifier(let name, let isRooted): head = "identifier \(isRooted) \(name)"
        case .select(_, let field): head = "select \(field)"
        case .presence(_, let field): head = "presence \(field)"
        case .call(let name, let target, let arguments): head = "call \(name) \(target != nil) \(arguments.count)"
        case .list(_, let optionals): head = "list \(optionals)"
        case .map(let entries): head = "map \(entries.map(\.isOptional))"
        case .record(let name, let fields): head = "record \(name) \(fields.map { ($0.name, $0.isOptional) })"
        case .comprehension(let loop):
            head = "loop \(loop.macro) \(loop.variables) \(loop.condition != nil) \(loop.transform != nil)"
        case .binding(let binding): head = "binding \(binding.macro) \(binding.variable)"
        case .block(let parts, _): head = "block \(parts.count)"
        }
    }
}
