import SourceText
import YAMLSyntax

extension YAMLNode {
    /// Reads a map whose keys are fixed words; unknown keys are reported.
    func keyed(_ subject: String, keys: [String], diagnostics: inout DiagnosticCollector) -> YAMLMapping? {
        guard let map = plainMap(subject, diagnostics: &diagnostics) else { return nil }
        for entry in map.entries where !keys.contains(entry.name) {
            diagnostics.add(.mappingUnknownKey(entry.name, in: subject, known: keys, at: entry.key.range))
        }
        return map
    }

    /// Reads a map whose keys are names that the author chose.
    func plainMap(_ subject: String, diagnostics: inout DiagnosticCollector) -> YAMLMapping? {
        if mapping == nil, !isBroken {
            diagnostics.add(.mappingWrongKind(subject, expected: "a map", found: kindName, at: range))
        }
        return mapping
    }

    /// Reads a text; numbers and truth values count as the text that was written.
    func words(_ subject: String, diagnostics: inout DiagnosticCollector) -> String? {
        if let scalar, scalar.core != .null { return scalar.text }
        if !isBroken { diagnostics.add(.mappingWrongKind(subject, expected: "a text", found: kindName, at: range)) }
        return nil
    }

    /// Reads `true` or `false`.
    func flag(_ subject: String, diagnostics: inout DiagnosticCollector) -> Bool? {
        if case .bool(let value)? = scalar?.core { return value }
        if !isBroken {
            diagnostics.add(
                .mappingWrongKind(subject, expected: "`true` or `false`", found: kindName, at: range))
        }
        return nil
    }
}
