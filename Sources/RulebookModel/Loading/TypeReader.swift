import SourceText
import YAMLSyntax

/// Reads types: `money`, `list(item)`, `{enum: [pending, shipped]}`.
struct TypeReader {
    /// The deepest nesting of `list(…)` and `map(…)`.
    static let depthMax = 8
    /// The most words of an enumeration.
    static let wordCountMax = 1_000

    /// The names of all entities, which are types too.
    let entityNames: Set<String>

    /// What people from other languages write, and what it is called here.
    private static let otherNames: [String: String] = [
        "text": "string", "str": "string", "number": "decimal", "integer": "int", "float": "decimal",
        "double": "decimal", "boolean": "bool", "datetime": "timestamp", "time": "timestamp", "instant": "timestamp",
        "percentage": "percent", "amount": "money", "currency": "money", "timezone": "zone", "language": "locale",
        "array": "list(…)", "list": "list(…)", "object": "map(…)", "map": "map(…)", "dictionary": "map(…)",
    ]

    /// Reads a type from a text or an `enum` map; nil where it was reported.
    func read(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> FactType? {
        if case .mapping = node.content {
            guard let mapping = node.map("a type", keys: KnownKeys(["enum"]), diagnostics: &diagnostics) else {
                return nil
            }
            guard let words = mapping["enum"] else {
                if mapping.entries.isEmpty {
                    node.refuse("a type", expected: "a name or an `enum`", diagnostics: &diagnostics)
                }
                return nil
            }
            return readEnumeration(words, diagnostics: &diagnostics)
        }
        guard let text = node.text("a type", diagnostics: &diagnostics) else { return nil }
        return parse(text[...], range: node.range, depth: 0, diagnostics: &diagnostics)
    }

    /// Reads the words of an enumeration.
    func readEnumeration(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> FactType? {
        let elements = node.oneOrMore
        if case .mapping = node.content {
            node.refuse("`enum`", expected: "a list of words", diagnostics: &diagnostics)
            return nil
        }
        guard !elements.isEmpty, !node.isNull else {
            let found = node.isNull ? "nothing" : "an empty list"
            node.refuse("`enum`", expected: "a list of at least one word", found: found, diagnostics: &diagnostics)
            return nil
        }
        guard elements.count <= Self.wordCountMax else {
            diagnostics.add(
                .badValue(
                    "an `enum` has at most \(Self.wordCountMax) words", help: "use the type `string`", at: node.range))
            return nil
        }
        var words: [String] = []
        var places: [String: SourceRange] = [:]
        for element in elements {
            guard let word = element.text("a word of `enum`", diagnostics: &diagnostics) else { continue }
            if let first = places[word] {
                diagnostics.add(.duplicate("the word", word, at: element.range, first: first))
                continue
            }
            places[word] = element.range
            words.append(word)
        }
        return words.isEmpty ? nil : .enumeration(words)
    }

    private func parse(
        _ text: Substring, range: SourceRange, depth: Int, diagnostics: inout DiagnosticCollector
    ) -> FactType? {
        if let simple = FactType.simple[String(text)] { return simple }
        let name = String(text.filter { $0 != " " })
        for (prefix, make) in [("list(", FactType.list), ("map(", FactType.map)] as [(String, (FactType) -> FactType)]
        where name.hasPrefix(prefix) && name.hasSuffix(")") {
            guard depth < Self.depthMax else {
                diagnostics.add(
                    .badValue("the type is nested more than \(Self.depthMax) deep", at: range))
                return nil
            }
            let inner = name.dropFirst(prefix.count).dropLast()
            guard !inner.isEmpty else {
                diagnostics.add(
                    .badValue("`\(name)` does not say of what", help: "write it as in `\(prefix)string)`", at: range))
                return nil
            }
            return parse(inner, range: range, depth: depth + 1, diagnostics: &diagnostics).map(make)
        }
        if let simple = FactType.simple[name] { return simple }
        if entityNames.contains(name) { return .entity(name) }
        if name == "enum" {
            diagnostics.add(
                .badValue(
                    "an `enum` needs its words", help: "write `{enum: [first, second]}`", at: range))
            return nil
        }
        if let own = Self.otherNames[name.lowercased()] {
            diagnostics.add(.typeOfOtherName(name, own: own, at: range))
            return nil
        }
        let known = Array(FactType.simple.keys) + entityNames.sorted() + ["enum"]
        diagnostics.add(.unknownType(name, known: known, at: range))
        return nil
    }
}
