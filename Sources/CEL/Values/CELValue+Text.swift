extension CELValue {
    /// The value as people read it, in the language's own notation where it has one; host scalars show their payload.
    ///
    /// Long content is cut: this is for messages and traces, not for storing values.
    public var plainText: String { text(elementCountMax: 20, depthMax: 8) { String($0.payload) } }

    /// The value in the language's notation, with a host's way of printing scalars.
    func text(elementCountMax: Int, depthMax: Int, printScalar: (CELScalar) -> String) -> String {
        func nested(_ value: CELValue) -> String {
            depthMax == 0
                ? "…"
                : value.text(elementCountMax: elementCountMax, depthMax: depthMax - 1, printScalar: printScalar)
        }
        func joined(_ parts: some Collection<String>, of count: Int) -> String {
            (Array(parts) + (count > parts.count ? ["…"] : [])).joined(separator: ", ")
        }
        switch self {
        case .null: return "null"
        case .bool(let value): return value ? "true" : "false"
        case .int(let value): return String(value)
        case .uint(let value): return "\(value)u"
        case .double(let value): return NumberText.literal(value)
        case .string(let value): return QuotedText.quote(value.text)
        case .bytes(let value): return QuotedText.quote(bytes: value.bytes)
        case .timestamp(let value): return value.description
        case .duration(let value): return value.description
        case .list(let list):
            return "[" + joined(list.elements.prefix(elementCountMax).map(nested), of: list.elements.count) + "]"
        case .map(let map):
            let entries = zip(map.keys, map.values).prefix(elementCountMax).map { "\(nested($0)): \(nested($1))" }
            return "{" + joined(entries, of: map.count) + "}"
        case .record(let record):
            let fields = zip(record.type.fields, record.values).filter { $0.1.isKnown }
                .map { "\($0.name): \(nested($1))" }
            return "\(record.type.name){" + fields.joined(separator: ", ") + "}"
        case .scalar(let scalar): return printScalar(scalar)
        case .optional(let optional):
            return optional.value.map { "optional.of(\(nested($0)))" } ?? "optional.none()"
        case .opaque(let opaque): return opaque.content.text
        case .type(let type): return type.name
        case .error(let error): return "error: \(error.message)"
        case .unknown(let unknown):
            return "unknown: " + unknown.paths.map(\.description).joined(separator: ", ")
        }
    }
}
