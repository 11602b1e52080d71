/// A type as the suite writes it, taken apart: `map(string, ~T)`.
struct TypeText {
    /// The name before the brackets.
    let name: String
    /// The texts between the brackets, as types.
    let parameters: [String]

    init(_ text: String) {
        guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else {
            name = text
            parameters = []
            return
        }
        name = String(text[..<open])
        parameters = Self.split(text[text.index(after: open)...].dropLast())
    }

    /// The name of the type parameter that this is; nil for any other type.
    var parameterName: String? { name.hasPrefix("~") && parameters.isEmpty ? String(name.dropFirst()) : nil }

    /// Splits at the commas that stand in no brackets.
    private static func split(_ text: Substring) -> [String] {
        var parts: [String] = []
        var part = ""
        var depth = 0
        for character in text {
            if character == "," && depth == 0 {
                parts.append(part)
                part = ""
                continue
            }
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if character != " " || !part.isEmpty { part.append(character) }
        }
        return part.isEmpty ? parts : parts + [part]
    }
}
