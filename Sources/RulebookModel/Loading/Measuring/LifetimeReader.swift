import CEL
import SourceText
import YAMLSyntax

/// Reads `lifetimes:`, which says when the keys are over under which figures, intervals and procedures are kept apart.
struct LifetimeReader {
    let vocabulary: Vocabulary
    let patterns: PatternReader

    private static let keys = KnownKeys(["end", "idle"])
    private static let help = "write `{end: call.ended}`, `{idle: 24h}` or both"

    /// Reads one lifetime; nil where it was reported.
    func read(_ entry: YAMLMapping.Entry, diagnostics: inout DiagnosticCollector) -> Lifetime? {
        let subject = "the lifetime of `\(entry.name)`"
        let path = path(entry, diagnostics: &diagnostics)
        guard let mapping = entry.value.map(subject, keys: Self.keys, diagnostics: &diagnostics) else { return nil }
        let end = mapping["end"].map { patterns.read($0, diagnostics: &diagnostics) }
        let idle = mapping["idle"].map { readIdle($0, diagnostics: &diagnostics) }
        if mapping.entries.isEmpty {
            diagnostics.add(.missingKey("end", in: subject, help: Self.help, at: entry.value.range))
        }
        if case .some(.none) = end { return nil }
        if case .some(.none) = idle { return nil }
        guard let path, end != nil || idle != nil else { return nil }
        if let end = end ?? nil, !check(end, path, entry.name, diagnostics: &diagnostics) { return nil }
        return Lifetime(name: entry.name, path: path, end: end ?? nil, idle: idle ?? nil, range: entry.key.range)
    }

    /// The path of a part of keys; every event is asked for it, and those that lack it say nothing.
    private func path(_ entry: YAMLMapping.Entry, diagnostics: inout DiagnosticCollector) -> [String]? {
        let name = entry.name
        if MeasureKeyReader.envelope.contains(name) { return ["event", name] }
        if vocabulary.entity(name) != nil { return [name, "id"] }
        let fields = vocabulary.events.flatMap(\.fields)
        guard let field = fields.first(where: { $0.name == name }) else {
            let known = vocabulary.entities.map(\.name) + MeasureKeyReader.envelope + fields.map(\.name)
            diagnostics.add(
                .unknownKeyPart(name, known: known, help: "a key that ends is one part of a `per`", at: entry.key.range)
            )
            return nil
        }
        switch field.type {
        case .entity: return ["event", name, "id"]
        case .list, .map:
            diagnostics.add(.noSingleValue(name, field.type, at: entry.key.range))
            return nil
        default: return ["event", name]
        }
    }

    /// An event that lacks the key would end nothing.
    private func check(
        _ end: EventPattern, _ path: [String], _ name: String, diagnostics: inout DiagnosticCollector
    ) -> Bool {
        guard path[0] == "event", !MeasureKeyReader.envelope.contains(path[1]) else { return true }
        let lacking = end.types.filter { type in
            !(vocabulary.event(type)?.fields.contains { $0.name == path[1] } ?? false)
        }
        guard let first = lacking.first else { return true }
        diagnostics.add(
            .badValue(
                "`\(first)` has no field `\(name)`, so it can end none",
                help: "name events that have it, or give it the field", at: end.range))
        return false
    }

    private func readIdle(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> TimeSpan? {
        guard let text = node.text("`idle`", diagnostics: &diagnostics) else { return nil }
        if let span = try? TimeSpan(parsing: text), span.nanoseconds > 0 { return span }
        diagnostics.add(
            .badValue(
                "`\(text)` is no length of time", help: "write hours or minutes, as in `24h`; for days write `168h`",
                at: node.range))
        return nil
    }
}
