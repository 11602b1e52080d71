import CEL

/// Reads types as the guides write them.
enum TypeReader {
    /// The type that a text names.
    static func read(_ text: String) -> CELType {
        if text.hasPrefix("~") { return .parameter(String(text.dropFirst())) }
        guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else { return plain(text) }
        let name = String(text[..<open])
        let parameters = split(text[text.index(after: open)...].dropLast()).map(read)
        switch name {
        case "list" where parameters.count == 1: return .list(parameters[0])
        case "map" where parameters.count == 2: return .map(parameters[0], parameters[1])
        case "type": return .type
        default: return .abstract(name, parameters)
        }
    }

    private static func plain(_ name: String) -> CELType {
        switch name {
        case "int": .int
        case "uint": .uint
        case "double": .double
        case "bool": .bool
        case "string": .string
        case "bytes": .bytes
        case "null_type": .null
        case "dyn": .dyn
        case "type": .type
        case "google.protobuf.Timestamp": .timestamp
        case "google.protobuf.Duration": .duration
        default: .abstract(name, [])
        }
    }

    /// Splits at the commas that stand in no brackets.
    private static func split(_ text: some StringProtocol) -> [String] {
        var parts: [String] = [""]
        var depth = 0
        for character in text {
            if character == "," && depth == 0 {
                parts.append("")
                continue
            }
            depth += character == "(" ? 1 : character == ")" ? -1 : 0
            if !(character == " " && parts[parts.count - 1].isEmpty) { parts[parts.count - 1].append(character) }
        }
        return parts
    }
}
