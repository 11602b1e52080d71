import CEL
import SourceText
import YAMLSyntax

/// Reads standards: words for people, a scope, and exactly one body.
///
/// A class, since its parts read with it and would copy all it knows.
final class StandardReader {
    let symbols: RulebookSymbols
    let environments: EnvironmentCache
    let patterns: PatternReader
    let literals: LiteralReader

    init(
        symbols: RulebookSymbols, environments: EnvironmentCache, patterns: PatternReader, literals: LiteralReader
    ) {
        self.symbols = symbols
        self.environments = environments
        self.patterns = patterns
        self.literals = literals
    }

    private static let bodies = ["require", "forbid", "allowance", "timeline", "metric", "manual"]
    private static let keys = KnownKeys(
        [
            "title", "because", "source", "reading", "owner", "severity", "force", "effective", "on", "for", "when",
            "unless", "say", "instead", "otherwise", "lint",
        ] + bodies,
        notYet: [
            "relaxable": "a layer that loosens",
            "promise": "a promise",
        ])

    /// Reads one standard; nil where something essential was reported.
    func read(_ entry: YAMLMapping.Entry, diagnostics: inout DiagnosticCollector) -> Standard? {
        let subject = "the standard `\(entry.name)`"
        guard Spelling.isDottedName(entry.name) else {
            diagnostics.add(
                .malformedName(
                    entry.name, for: "a standard",
                    help: "use letters, digits, `_`, `-`, and dots between, as in `refunds.goodwill`",
                    at: entry.key.range))
            return nil
        }
        guard let mapping = entry.value.map(subject, keys: Self.keys, diagnostics: &diagnostics) else { return nil }
        // Everything is read whatever else is wrong, so that all errors are told at once.
        let words = Words(mapping, reader: self, diagnostics: &diagnostics)
        let consequences = Consequences(mapping, reader: self, diagnostics: &diagnostics)
        guard let bodyKey = bodyKey(mapping, subject: subject, key: entry.key, diagnostics: &diagnostics) else {
            return nil
        }
        guard let pattern = readPattern(bodyKey, mapping, subject: subject, key: entry.key, diagnostics: &diagnostics)
        else { return nil }
        if bodyKey != "timeline", bodyKey != "metric", let range = pattern.verdictRange {
            diagnostics.add(.verdictIsNoOccasion("a standard is judged", at: range))
        }
        let conditions = environments.reader(for: pattern.types)
        let body = readBody(
            bodyKey, mapping, pattern: pattern, conditions: conditions, subject: subject, diagnostics: &diagnostics)
        let when = mapping["when"].flatMap { conditions.read($0, diagnostics: &diagnostics) }
        let unless = mapping["unless"].flatMap { conditions.read($0, diagnostics: &diagnostics) }
        let scope = mapping["for"].map { readScope($0, shape: conditions.shape, diagnostics: &diagnostics) } ?? []
        guard let body else { return nil }
        return Standard(
            id: entry.name, title: words.title, because: words.because, source: words.source, reading: words.reading,
            owner: words.owner, severity: consequences.severity, force: consequences.force,
            effective: consequences.effective, pattern: pattern, scope: scope, when: when, unless: unless,
            say: words.say, instead: consequences.instead, otherwise: consequences.otherwise, body: body,
            lint: LintSettingsReader.read(mapping["lint"], diagnostics: &diagnostics), range: entry.key.range,
            extent: entry.key.range.union(entry.value.range))
    }

    /// The events that the standard is about: those under `on`, or those that a timeline begins with.
    private func readPattern(
        _ bodyKey: String, _ mapping: YAMLMapping, subject: String, key: YAMLNode,
        diagnostics: inout DiagnosticCollector
    ) -> EventPattern? {
        if bodyKey == "metric", let kept = mapping["metric"]?.keptStandard {
            return readKept(kept, mapping, diagnostics: &diagnostics)
        }
        if bodyKey == "metric", let correlation = mapping["metric"]?.correlation {
            return readCorrelation(correlation, mapping, diagnostics: &diagnostics)
        }
        guard bodyKey == "timeline", let timeline = mapping["timeline"] else {
            guard let on = mapping["on"] else {
                diagnostics.add(
                    .missingKey("on", in: subject, help: "name the action or event that it is about", at: key.range))
                return nil
            }
            return patterns.read(on, diagnostics: &diagnostics)
        }
        if let on = mapping["on"] {
            diagnostics.add(
                .conflictingKeys(
                    "a timeline names its events itself, so `on` says nothing", at: on.range,
                    help: "leave it out; `for`, `when` and `unless` are about the event under `after` or `before`"))
        }
        return timelines.readTrigger(timeline, diagnostics: &diagnostics)
    }

    /// The verdicts of another standard, for a metric over those.
    private func readKept(
        _ node: YAMLNode, _ mapping: YAMLMapping, diagnostics: inout DiagnosticCollector
    ) -> EventPattern? {
        if let on = mapping.entries.first(where: { $0.name == "on" }) {
            diagnostics.add(
                .conflictingKeys(
                    "`kept` is over the findings of a standard, so `on` says nothing", at: on.key.range,
                    help: "leave it out; `for`, `when` and `unless` are about the events of those findings"))
        }
        return patterns.readVerdicts(of: node, diagnostics: &diagnostics)
    }

    /// No events at all, for a metric over the figures of two others.
    private func readCorrelation(
        _ node: YAMLNode, _ mapping: YAMLMapping, diagnostics: inout DiagnosticCollector
    ) -> EventPattern? {
        for entry in mapping.entries where ["on", "for", "when", "unless"].contains(entry.name) {
            diagnostics.add(
                .conflictingKeys(
                    "a correlation is over the figures of two metrics, so `\(entry.name)` says nothing",
                    at: entry.key.range, help: "write it in the two metrics"))
        }
        return EventPattern(alternatives: [], range: node.range)
    }

    private var timelines: TimelineReader {
        TimelineReader(symbols: symbols, environments: environments, patterns: patterns)
    }

    /// The key of the only body; nil where it was reported.
    private func bodyKey(
        _ mapping: YAMLMapping, subject: String, key: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> String? {
        let written = Self.bodies.filter { mapping[$0] != nil }
        guard written.count == 1 else {
            diagnostics.add(.wrongBodyCount(subject, written: written, all: Self.bodies, at: key.range))
            return nil
        }
        return written[0]
    }

    // MARK: Words

    private struct Words {
        let title, because, say, source: LocalizedText?
        let owner: String?
        let reading: Standard.Reading?

        init(_ mapping: YAMLMapping, reader: StandardReader, diagnostics: inout DiagnosticCollector) {
            title = mapping["title"]?.localizedText("a title", diagnostics: &diagnostics)
            because = mapping["because"]?.localizedText("`because`", diagnostics: &diagnostics)
            say = mapping["say"]?.localizedText("`say`", diagnostics: &diagnostics)
            source = mapping["source"]?.localizedText("`source`", diagnostics: &diagnostics)
            owner = mapping["owner"]?.text("`owner`", diagnostics: &diagnostics)
            reading = mapping["reading"].flatMap { reader.readReading($0, diagnostics: &diagnostics) }
        }
    }

    private struct Consequences {
        let severity: Severity
        let force: Force
        let effective: EffectivePeriod
        let instead: Remedy?
        let otherwise: Consequence

        init(_ mapping: YAMLMapping, reader: StandardReader, diagnostics: inout DiagnosticCollector) {
            severity = mapping["severity"]?.word("severity", of: Severity.self, diagnostics: &diagnostics) ?? .major
            force = mapping["force"]?.word("force", of: Force.self, diagnostics: &diagnostics) ?? .must
            effective = PeriodReader(zone: reader.literals.literal.zone)
                .readEffective(mapping["effective"], diagnostics: &diagnostics)
            instead = mapping["instead"].flatMap { reader.readRemedy($0, diagnostics: &diagnostics) }
            otherwise = mapping["otherwise"].flatMap { reader.readConsequence($0, diagnostics: &diagnostics) } ?? .deny
        }
    }

    private func readReading(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> Standard.Reading? {
        // A text by itself, or one for each language; else it stands beside who chose it.
        if node.mapping.map({ !$0.entries.isEmpty && $0.entries.allSatisfy { Self.isLanguage($0.name) } }) ?? true {
            return node.localizedText("`reading`", diagnostics: &diagnostics).map { .init(text: $0, by: nil, on: nil) }
        }
        guard let mapping = node.map("`reading`", keys: KnownKeys(["text", "by", "on"]), diagnostics: &diagnostics)
        else { return nil }
        guard let text = mapping["text"] else {
            diagnostics.add(.missingKey("text", in: "`reading`", at: node.range))
            return nil
        }
        var date: CivilDate?
        if let on = mapping["on"], case .scalar(let scalar)? = literals.read(on, as: .date, diagnostics: &diagnostics) {
            date = scalar.date
        }
        return text.localizedText("`reading`", diagnostics: &diagnostics).map {
            .init(text: $0, by: mapping["by"]?.text("`by`", diagnostics: &diagnostics), on: date)
        }
    }

    /// Whether a key names a language, and not who chose a reading, or when.
    private static func isLanguage(_ name: String) -> Bool { Spelling.isLocale(name) && name != "by" && name != "on" }

    // MARK: Scope and consequences

    private func readScope(
        _ node: YAMLNode, shape: EventShape, diagnostics: inout DiagnosticCollector
    ) -> [ScopeEquality] {
        guard let mapping = node.anyMap("`for`", diagnostics: &diagnostics) else { return [] }
        if mapping.entries.isEmpty {
            node.refuse("`for`", expected: "at least one fact", found: "an empty map", diagnostics: &diagnostics)
        }
        return mapping.entries.compactMap { readEquality($0, shape: shape, diagnostics: &diagnostics) }
    }

    private func readEquality(
        _ entry: YAMLMapping.Entry, shape: EventShape, diagnostics: inout DiagnosticCollector
    ) -> ScopeEquality? {
        let resolver = FactResolver(vocabulary: symbols.vocabulary)
        guard
            let (path, type) = resolver.fact(
                entry.name, event: shape, range: entry.key.range, diagnostics: &diagnostics)
        else { return nil }
        switch type {
        case .entity, .list, .map:
            diagnostics.add(.noSingleValue(entry.name, type, at: entry.key.range))
            return nil
        default: break
        }
        // The type of an event is a text to conditions, and one of the types under `on` here.
        let readType = path == ["event", "type"] ? .enumeration(shape.types) : type
        let nodes = entry.value.oneOrMore
        let values = nodes.compactMap { literals.read($0, as: readType, diagnostics: &diagnostics) }
        guard !values.isEmpty, values.count == nodes.count else {
            if nodes.isEmpty {
                entry.value.refuse(
                    "`for`", expected: "at least one value", found: "an empty list", diagnostics: &diagnostics)
            }
            return nil
        }
        return ScopeEquality(
            path: path, values: values, texts: nodes.map { $0.scalar?.text ?? $0.range.text }, type: type,
            range: entry.key.range)
    }

    private func readRemedy(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> Remedy? {
        if case .scalar(let scalar) = node.content {
            if let event = symbols.vocabulary.event(scalar.text) {
                guard event.kind == .action else {
                    diagnostics.add(
                        .badValue("`\(scalar.text)` merely happens; only an action can be offered", at: node.range))
                    return nil
                }
                return .action(name: event.name, range: node.range)
            }
            if symbols.phrases.contains(scalar.text) { return .phrases(name: scalar.text) }
            // One word with dots or underscores between is nothing that anybody says.
            if Spelling.isDottedName(scalar.text), scalar.text.contains(where: { $0 == "." || $0 == "_" }) {
                let known = symbols.vocabulary.events.filter { $0.kind == .action }.map(\.name) + symbols.phrases
                diagnostics.add(.unknownEvent(scalar.text, known: known, at: node.range))
                return nil
            }
        }
        return node.localizedText("`instead`", diagnostics: &diagnostics).map(Remedy.words)
    }

    /// Reads what a failure leads to: `deny`, `justify`, `note`, `{escalate: ROLE}` or `{justify: {at_least: 20}}`.
    func readConsequence(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> Consequence? {
        if case .mapping(let mapping) = node.content {
            if mapping["justify"] != nil {
                return node.reasonDemand("`otherwise`", key: "justify", diagnostics: &diagnostics)
                    .map { .justify(lengthMin: $0) }
            }
            guard let role = node.escalation("`otherwise`", diagnostics: &diagnostics) else { return nil }
            return readRole(role, diagnostics: &diagnostics).map(Consequence.escalate)
        }
        guard let word = node.text("`otherwise`", diagnostics: &diagnostics) else { return nil }
        switch word {
        case "deny": return .deny
        case "justify": return .justify(lengthMin: 1)
        case "note": return .note
        case "escalate":
            diagnostics.add(
                .badValue("`escalate` needs a role", help: "write `{escalate: supervisor}`", at: node.range))
        default:
            let known = ["deny", "justify", "note", "{escalate: ROLE}"]
            diagnostics.add(.unknownWord(word, for: "consequence", known: known, at: node.range))
        }
        return nil
    }

    private func readRole(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> String? {
        guard let name = node.text("a role", diagnostics: &diagnostics) else { return nil }
        guard symbols.vocabulary.rank(ofRole: name) != nil else {
            diagnostics.add(.unknownRole(name, known: symbols.vocabulary.roles, at: node.range))
            return nil
        }
        return name
    }

    // MARK: Bodies

    private func readBody(
        _ name: String, _ mapping: YAMLMapping, pattern: EventPattern, conditions: ConditionReader, subject: String,
        diagnostics: inout DiagnosticCollector
    ) -> Standard.Body? {
        guard let node = mapping[name] else { return nil }
        switch name {
        case "require": return conditions.read(node, diagnostics: &diagnostics).map(Standard.Body.require)
        case "forbid": return conditions.read(node, diagnostics: &diagnostics).map(Standard.Body.forbid)
        case "allowance":
            let reader = AllowanceReader(
                conditions: conditions,
                measures: MeasureReader(symbols: symbols, environments: environments, patterns: patterns),
                literals: literals, readRole: readRole)
            return reader.read(node, subject: subject, diagnostics: &diagnostics).map(Standard.Body.allowance)
        case "timeline":
            let limits = environments.reader(for: pattern.types, isTrigger: true)
            return timelines.read(node, trigger: pattern, conditions: limits, diagnostics: &diagnostics)
                .map(Standard.Body.timeline)
        case "metric":
            for name in ["say", "instead", "otherwise"] {
                guard let entry = mapping.entries.first(where: { $0.name == name }) else { continue }
                diagnostics.add(
                    .conflictingKeys(
                        "a metric is about many events and decides none, so `\(name)` says nothing",
                        at: entry.key.range, help: "leave it out"))
            }
            let reader = MetricReader(
                conditions: conditions,
                measures: MeasureReader(symbols: symbols, environments: environments, patterns: patterns),
                literals: literals, types: pattern.types)
            return reader.read(node, subject: subject, diagnostics: &diagnostics).map(Standard.Body.metric)
        default: return readManual(node, diagnostics: &diagnostics).map(Standard.Body.manual)
        }
    }

    private func readManual(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> [ManualQuestion]? {
        guard case .mapping(let mapping) = node.content,
            !mapping.entries.allSatisfy({ Spelling.isCommonLocale($0.name) })
        else {
            return node.localizedText("`manual`", diagnostics: &diagnostics).map { [.init(label: "", text: $0)] }
        }
        let questions = mapping.entries.compactMap { entry in
            entry.value.localizedText("a question", diagnostics: &diagnostics)
                .map { ManualQuestion(label: entry.name, text: $0) }
        }
        return questions.count == mapping.entries.count ? questions : nil
    }
}

extension YAMLNode {
    /// The standard of which a metric says what was kept, where the node is such a metric.
    var keptStandard: YAMLNode? {
        if case .mapping(let mapping) = content { mapping["kept"] } else { nil }
    }

    /// The two metrics that a third one relates, where the node is such a metric.
    var correlation: YAMLNode? {
        if case .mapping(let mapping) = content { mapping["correlation"] } else { nil }
    }
}
