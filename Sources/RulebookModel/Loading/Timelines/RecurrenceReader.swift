import SourceText
import YAMLSyntax

/// Reads a recurring duty: what must come again and again while something goes on.
struct RecurrenceReader {
    let patterns: PatternReader

    private static let keys = KnownKeys(["from", "to"])

    /// What is expected, and what ends the stretch.
    struct Reading {
        let expected: EventPattern
        let end: EventPattern?
    }

    /// The events with which the stretch begins.
    func readTrigger(
        _ mapping: YAMLMapping, node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> EventPattern? {
        guard let stretch = mapping["while"] else {
            diagnostics.add(
                .missingKey(
                    "while", in: "a recurring duty",
                    help: "say from when to when it lasts, as in `while: {from: case.opened, to: case.closed}`",
                    at: node.range))
            return nil
        }
        guard let stretch = stretch.map("`while`", keys: Self.keys, diagnostics: &diagnostics) else { return nil }
        guard let from = stretch["from"] else {
            diagnostics.add(.missingKey("from", in: "`while`", at: mapping["while"]?.range ?? node.range))
            return nil
        }
        return patterns.read(from, diagnostics: &diagnostics)
    }

    /// Reads the rest of it.
    func read(
        _ mapping: YAMLMapping, node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> Reading? {
        guard let expect = mapping["expect"] else {
            diagnostics.add(
                .missingKey("expect", in: "a recurring duty", help: "name the event that must come", at: node.range))
            return nil
        }
        let expected = patterns.read(expect, diagnostics: &diagnostics)
        guard case .mapping(let stretch)? = mapping["while"]?.content else { return nil }
        let end = stretch["to"].map { patterns.read($0, diagnostics: &diagnostics) }
        if case .some(.none) = end { return nil }
        return expected.map { Reading(expected: $0, end: end ?? nil) }
    }
}
