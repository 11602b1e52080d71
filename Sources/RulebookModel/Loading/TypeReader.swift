import SourceText
import YAMLSyntax

/// Reads types: `money`, `list(item)`, `{enum: [pending, shipped]}`.
struct TypeReader {
    /// The deepest nesting of `list(…)` and `map(…)`.
    static let depthMax = 8

    /// The names of all entities, which are types too.
    let entityNames: Set<String>

    /// Reads a type from a text or an `enum` map; nil where it was reported.
    func read(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> FactType? {
        if case .mapping(let mapping) = node.content, let words = mapping["enum"] {
            return readEnumeration(words, diagnostics: &diagnostics)
        }
        guard let text = node.text("a type", diagnostics: &diagnostics) else { return nil }
        return parse(text[...], range: node.range, depth: 0, diagnostics: &diagnostics)
    }

    /// Reads the words of an enumeration.
    func readEnumeration(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> FactType? {
        guard case .sequence(let elements) = node.content, !elements.isEmpty else {
            diagnostics.add(
                .wrongKind("`enum`", expected: "a list of at least one word", found: node.kindName, at: node.range))
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
        let name = text.filter { $0 != " " }
        for (prefix, make) in [("list(", FactType.list), ("map(", FactType.map)] as [(String, (FactType) -> FactType)]
        where name.hasPrefix(prefix) && name.hasSuffix(")") {
            guard depth < Self.depthMax else {
                diagnostics.add(
                    .badValue("the type is nested more than \(Self.depthMax) deep", at: range))
                return nil
            }
            let inner = name.dropFirst(prefix.count).dropLast()
            return parse(inner, range: range, depth: depth + 1, diagnostics: &diagnostics).map(make)
        }
        if let simple = FactType.simple[String(name)] { return simple }
        if entityNames.contains(String(name)) { return .entity(String(name)) }
        if name == "enum" {
            diagnostics.add(
                .badValue(
                    "an `enum` needs its words", help: "write `{enum: [first, second]}`", at: range))
            return nil
        }
        let known = Array(FactType.simple.keys) + entityNames.sorted() + ["enum"]
        diagnostics.add(.unknownType(String(name), known: known, at: range))
        return nil
    }
}
