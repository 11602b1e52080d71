import CEL
import SourceText
import YAMLSyntax

/// Reads patterns, wherever an event is named: a type, a named pattern, a list, or one of them with `where`.
struct PatternReader {
    let symbols: RulebookSymbols
    let environments: EnvironmentCache
    let named: [String: (key: YAMLNode, value: YAMLMapping)]
    let standards: StandardNodes
    private let resolved: ResolvedPatterns

    init(
        symbols: RulebookSymbols, environments: EnvironmentCache,
        named: [String: (key: YAMLNode, value: YAMLMapping)], standards: StandardNodes
    ) {
        self.standards = standards
        self.symbols = symbols
        self.environments = environments
        self.named = named
        resolved = ResolvedPatterns()
    }

    /// A reader of the same named patterns whose own conditions may speak of more.
    init(_ other: PatternReader, environments: EnvironmentCache) {
        symbols = other.symbols
        self.environments = environments
        named = other.named
        standards = other.standards
        resolved = other.resolved
    }

    /// How many named patterns a pattern may go through.
    static let nestingMax = 32
    /// The most types that a pattern may name, counted as often as they are named.
    static let alternativeCountMax = 10_000

    private static let keys = KnownKeys(["event", "standard", "is", "where"])
    private static let namedKeys = KnownKeys(["is", "where", "title"])

    /// Reads a pattern; nil where it was reported.
    func read(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> EventPattern? {
        var stack: [String] = []
        guard let alternatives = alternatives(node, stack: &stack, diagnostics: &diagnostics), !alternatives.isEmpty
        else { return nil }
        return EventPattern(alternatives: alternatives, range: node.range)
    }

    /// Reads a pattern whose parts stand in a map beside other keys.
    func read(
        _ event: YAMLNode, where condition: YAMLNode?, range: SourceRange, diagnostics: inout DiagnosticCollector
    ) -> EventPattern? {
        var stack: [String] = []
        guard let base = alternatives(event, stack: &stack, diagnostics: &diagnostics), !base.isEmpty,
            let alternatives = narrowed(base, by: condition, diagnostics: &diagnostics)
        else { return nil }
        return EventPattern(alternatives: alternatives, range: range)
    }

    /// Whether a name is that of an event or of a named pattern.
    func isPattern(_ name: String) -> Bool { symbols.vocabulary.event(name) != nil || named[name] != nil }

    /// Reads a pattern that stands as a name within another text.
    func read(
        named name: String, range: SourceRange, diagnostics: inout DiagnosticCollector
    ) -> EventPattern? {
        var stack: [String] = []
        guard let alternatives = resolve(name, range: range, stack: &stack, diagnostics: &diagnostics),
            !alternatives.isEmpty
        else { return nil }
        return EventPattern(alternatives: alternatives, range: range)
    }

    /// Reads every named pattern, so that errors in unused ones are found as well.
    func readNamed(diagnostics: inout DiagnosticCollector) -> [NamedPattern] {
        named.sorted { $0.key < $1.key }.compactMap { name, nodes in
            var stack: [String] = []
            guard let alternatives = resolve(name, range: nodes.key.range, stack: &stack, diagnostics: &diagnostics)
            else { return nil }
            return NamedPattern(
                name: name, pattern: EventPattern(alternatives: alternatives, range: nodes.key.range),
                range: nodes.key.range)
        }
    }

    private func alternatives(
        _ node: YAMLNode, stack: inout [String], diagnostics: inout DiagnosticCollector
    ) -> [EventPattern.Alternative]? {
        switch node.content {
        case .scalar:
            guard let name = node.text("a pattern", diagnostics: &diagnostics) else { return nil }
            return resolve(name, range: node.range, stack: &stack, diagnostics: &diagnostics)
        case .sequence(let elements):
            guard !elements.isEmpty else {
                node.refuse(
                    "a pattern", expected: "at least one event", found: "an empty list", diagnostics: &diagnostics)
                return nil
            }
            return union(elements, of: node, stack: &stack, diagnostics: &diagnostics)
        case .mapping:
            guard let mapping = node.map("a pattern", keys: Self.keys, diagnostics: &diagnostics) else { return nil }
            if let standard = mapping["standard"] {
                guard let base = verdict(standard, mapping, node: node, diagnostics: &diagnostics) else { return nil }
                return narrowed(base, by: mapping["where"], diagnostics: &diagnostics)
            }
            if let verdict = mapping["is"] {
                diagnostics.add(
                    .missingKey("standard", in: "a pattern over verdicts", at: verdict.range))
                return nil
            }
            guard let event = mapping["event"] else {
                diagnostics.add(.missingKey("event", in: "a pattern", at: node.range))
                return nil
            }
            guard let base = alternatives(event, stack: &stack, diagnostics: &diagnostics) else { return nil }
            return narrowed(base, by: mapping["where"], diagnostics: &diagnostics)
        }
    }

    /// What any of several patterns matches; each of them is read, so that every error is found.
    private func union(
        _ elements: [YAMLNode], of node: YAMLNode, stack: inout [String], diagnostics: inout DiagnosticCollector
    ) -> [EventPattern.Alternative]? {
        var found: [EventPattern.Alternative] = []
        var isWhole = true
        for element in elements {
            guard let some = alternatives(element, stack: &stack, diagnostics: &diagnostics) else {
                isWhole = false
                continue
            }
            guard found.count + some.count <= Self.alternativeCountMax else {
                diagnostics.add(
                    .badValue("a pattern stands for at most \(Self.alternativeCountMax) events", at: node.range))
                return nil
            }
            found += some
        }
        return isWhole ? found : nil
    }

    /// What became of a standard: an event of its own, with the key and the data of the event at which it was judged.
    private func verdict(
        _ standard: YAMLNode, _ mapping: YAMLMapping, node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> [EventPattern.Alternative]? {
        if let event = mapping["event"] {
            diagnostics.add(.conflictingKeys("a pattern names an event or a verdict, not both", at: event.range))
        }
        let id = identifier(standard, diagnostics: &diagnostics)
        guard let isNode = mapping["is"] else {
            diagnostics.add(
                .missingKey(
                    "is", in: "a pattern over verdicts", help: "write `{standard: \(id ?? "ID"), is: missed}`",
                    at: node.range))
            return nil
        }
        let verdicts = isNode.oneOrMore.map { $0.word("verdict", of: Verdict.self, diagnostics: &diagnostics) }
        guard let id, !verdicts.isEmpty, !verdicts.contains(nil) else { return nil }
        return alternatives(verdicts.compactMap { $0 }, of: id, range: standard.range, diagnostics: &diagnostics)
    }

    /// Every verdict of a standard that may judge or could have: a pattern for those who ask what was kept.
    func readVerdicts(of standard: YAMLNode, diagnostics: inout DiagnosticCollector) -> EventPattern? {
        guard let id = identifier(standard, diagnostics: &diagnostics) else { return nil }
        if standards.body(of: id, is: "manual") {
            diagnostics.add(
                .badValue(
                    "what `\(id)` asks is answered by people, once the log is read",
                    help: "name a standard with `require`, `forbid`, `allowance` or `timeline`", at: standard.range))
            return nil
        }
        let found = alternatives(Verdict.allCases, of: id, range: standard.range, diagnostics: &diagnostics)
        return found.flatMap { $0.isEmpty ? nil : EventPattern(alternatives: $0, range: standard.range) }
    }

    /// The id of a standard that can have verdicts at events.
    private func identifier(_ standard: YAMLNode, diagnostics: inout DiagnosticCollector) -> String? {
        guard let id = standard.text("a standard", diagnostics: &diagnostics) else { return nil }
        guard standards.contains(id) else {
            diagnostics.add(.unknownStandard(id, known: standards.ids, at: standard.range))
            return nil
        }
        guard !standards.body(of: id, is: "metric") else {
            diagnostics.add(
                .badValue(
                    "`\(id)` is a metric, which says nothing of single events",
                    help: "name a standard with `require`, `forbid`, `allowance` or `timeline`", at: standard.range))
            return nil
        }
        return id
    }

    private func alternatives(
        _ verdicts: [Verdict], of id: String, range: SourceRange, diagnostics: inout DiagnosticCollector
    ) -> [EventPattern.Alternative]? {
        let test = EventPattern.VerdictTest(standard: id, verdicts: verdicts, range: range)
        // What is wrong there is told where the standard itself is read.
        var unheard = DiagnosticCollector()
        var types: Set<String> = []
        let judged = standards.patterns(of: id) { nodes in
            nodes.flatMap { node in
                var stack: [String] = []
                return alternatives(node, stack: &stack, diagnostics: &unheard) ?? []
            }
        }
        guard let judged else {
            diagnostics.add(.circularVerdict([id, id], at: range))
            return nil
        }
        return judged.filter { types.insert($0.type).inserted }
            .map { EventPattern.Alternative(type: $0.type, conditions: [], verdict: test) }
    }

    private func named(
        _ mapping: YAMLMapping, stack: inout [String], diagnostics: inout DiagnosticCollector
    ) -> [EventPattern.Alternative]? {
        for entry in mapping.entries where !Self.namedKeys.names.contains(entry.name) {
            diagnostics.add(
                .unknownKey(entry.name, in: "a named pattern", keys: Self.namedKeys.names, at: entry.key.range))
        }
        _ = mapping["title"]?.localizedText("a title", diagnostics: &diagnostics)
        guard let base = mapping["is"],
            let alternatives = alternatives(base, stack: &stack, diagnostics: &diagnostics)
        else { return nil }
        return narrowed(alternatives, by: mapping["where"], diagnostics: &diagnostics)
    }

    private func resolve(
        _ name: String, range: SourceRange, stack: inout [String], diagnostics: inout DiagnosticCollector
    ) -> [EventPattern.Alternative]? {
        if let known = resolved.events[name] { return known }
        if let event = symbols.vocabulary.event(name) {
            let alternatives = [EventPattern.Alternative(type: event.name, conditions: [])]
            resolved.events[name] = alternatives
            return alternatives
        }
        guard let nodes = named[name] else {
            let known = symbols.vocabulary.events.map(\.name) + named.keys.sorted()
            diagnostics.add(.unknownEvent(name, known: known, at: range))
            return nil
        }
        if let start = stack.firstIndex(of: name) {
            diagnostics.add(.circular("the pattern", stack[start...] + [name], at: range))
            return nil
        }
        if let known = resolved.alternatives[name] { return known }
        guard stack.count < Self.nestingMax else {
            diagnostics.add(.badValue("patterns are named through at most \(Self.nestingMax) others", at: range))
            return nil
        }
        stack.append(name)
        let alternatives = named(nodes.value, stack: &stack, diagnostics: &diagnostics)
        stack.removeLast()
        resolved.alternatives[name] = .some(alternatives)
        return alternatives
    }

    private func narrowed(
        _ alternatives: [EventPattern.Alternative], by node: YAMLNode?, diagnostics: inout DiagnosticCollector
    ) -> [EventPattern.Alternative]? {
        guard let node else { return alternatives }
        let reader = environments.reader(for: alternatives.map(\.type))
        guard let condition = reader.read(node, diagnostics: &diagnostics) else { return nil }
        return alternatives.map {
            .init(type: $0.type, conditions: $0.conditions + [condition], verdict: $0.verdict)
        }
    }
}

/// What names stand for in patterns, once they are read; nil for one in which something was reported.
///
/// Each is read once: patterns that name others twice would otherwise be read twice as often with every level.
private final class ResolvedPatterns {
    var alternatives: [String: [EventPattern.Alternative]?] = [:]
    /// Those of names of events.
    var events: [String: [EventPattern.Alternative]] = [:]
}
