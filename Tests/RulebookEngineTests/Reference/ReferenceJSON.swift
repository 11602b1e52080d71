/// A JSON value as a tree.
indirect enum ReferenceJSON {
    case null
    case bool(Bool)
    case number(String)
    case text(String)
    case list([ReferenceJSON])
    case object([(name: String, value: ReferenceJSON)])

    /// The member of a name.
    subscript(_ name: String) -> ReferenceJSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    var isNull: Bool {
        if case .null = self { return true }
        return false
    }

    /// The value as JSON; the texts of the generator need no escapes.
    var text: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let value): value
        case .text(let value): "\"\(value)\""
        case .list(let elements): "[\(elements.map(\.text).joined(separator: ","))]"
        case .object(let members):
            "{\(members.map { "\"\($0.name)\":\($0.value.text)" }.joined(separator: ","))}"
        }
    }
}
