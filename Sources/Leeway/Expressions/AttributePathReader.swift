/// Reads what leads to a part of a value: `order.items[*].price`, `headers["x"]`, `items[0]`.
struct AttributePathReader {
    /// The names at the front and the steps behind them; nil where the text is no such path.
    private(set) var path: (names: [String], qualifiers: [CELAttributePattern.Qualifier])?

    private let environment: CELEnvironment
    private var rest: Substring

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - text: what a person wrote.
    ///   - environment: how keys in brackets are read.
    init(_ text: String, _ environment: CELEnvironment) {
        self.environment = environment
        rest = text[...]
        path = read()
    }

    private mutating func read() -> (names: [String], qualifiers: [CELAttributePattern.Qualifier])? {
        guard let first = name() else { return nil }
        var names = [first]
        var qualifiers: [CELAttributePattern.Qualifier] = []
        while let sign = rest.popFirst() {
            guard sign == "." || sign == "[" else { return nil }
            guard let qualifier = sign == "." ? field() : key() else { return nil }
            if sign == ".", qualifiers.isEmpty, case .key(let name) = qualifier {
                names.append(name)
            } else {
                qualifiers.append(qualifier)
            }
        }
        return (names, qualifiers)
    }

    private mutating func name() -> String? {
        let name = rest.prefix { $0 != "." && $0 != "[" }
        rest = rest.dropFirst(name.count)
        guard case .identifier(String(name), isRooted: false)? = environment.parse(String(name)).tree?.root.kind else {
            return nil
        }
        return String(name)
    }

    private mutating func field() -> CELAttributePattern.Qualifier? {
        guard rest.first != "*" else {
            rest.removeFirst()
            return .any
        }
        return name().map(CELAttributePattern.Qualifier.key)
    }

    /// Reads what stands in brackets, and the bracket that closes them.
    private mutating func key() -> CELAttributePattern.Qualifier? {
        var content = ""
        var quote: Character?
        while let character = rest.popFirst() {
            if quote == nil, character == "]" { return qualifier(content) }
            content.append(character)
            if character == "\\", quote != nil, let escaped = rest.popFirst() {
                content.append(escaped)
            } else if character == quote {
                quote = nil
            } else if quote == nil, character == "\"" || character == "'" {
                quote = character
            }
        }
        return nil
    }

    private func qualifier(_ content: String) -> CELAttributePattern.Qualifier? {
        guard content != "*" else { return .any }
        guard case .literal(let value)? = environment.parse(content).tree?.root.kind else { return nil }
        switch value {
        case .string(let text): return .key(text.text)
        case .int(let position): return .index(position)
        case .uint(let position): return Int64(exactly: position).map(CELAttributePattern.Qualifier.index)
        case .bool(let truth): return .flag(truth)
        default: return nil
        }
    }
}
