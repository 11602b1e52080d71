import CEL
import SourceText
import YAMLSyntax

/// Reads a timeline: what must, or must not, come before or after what.
struct TimelineReader {
    let symbols: RulebookSymbols
    let environments: EnvironmentCache
    let patterns: PatternReader

    private static let keys = KnownKeys(Set(TimelineForm.allCases.flatMap(\.keys)).sorted())

    /// A timeline with the event that it begins with.
    struct Reading {
        let rule: TimelineRule
        let trigger: EventPattern
    }

    /// What can be told before the conditions of the standard are read: the events that the timeline begins with.
    func readTrigger(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> EventPattern? {
        guard let mapping = node.map("a timeline", keys: Self.keys, diagnostics: &diagnostics) else { return nil }
        let written = TimelineForm.allCases.filter { mapping[$0.rawValue] != nil }
        guard written.count <= 1 else {
            diagnostics.add(
                .conflictingKeys(
                    "a timeline begins in one way; this has `\(written[0].rawValue)` and `\(written[1].rawValue)`",
                    at: mapping[written[1].rawValue]?.range ?? node.range))
            return nil
        }
        guard let form = written.first else {
            diagnostics.add(
                .missingKey(
                    "after", in: "a timeline",
                    help: "write `after: A, expect: B, within: 30s`, `before: A, expect: B`, `after: A, forbid: B`, "
                        + "`from: A, to: B, at_most: {each: 60s}`, `steps: [A, B, C]` or "
                        + "`every: 30min, expect: B, while: {from: A, to: C}`",
                    at: node.range))
            return nil
        }
        switch form {
        case .after, .before, .from:
            return mapping[form.rawValue].flatMap { patterns.read($0, diagnostics: &diagnostics) }
        case .steps: return mapping["steps"].flatMap { patterns.read($0, diagnostics: &diagnostics) }
        case .every: return recurrences.readTrigger(mapping, node: node, diagnostics: &diagnostics)
        }
    }

    /// Reads the rest of it.
    ///
    /// - Returns: the rule; nil where it was reported.
    func read(
        _ node: YAMLNode, trigger: EventPattern, conditions: ConditionReader, diagnostics: inout DiagnosticCollector
    ) -> TimelineRule? {
        guard case .mapping(let mapping) = node.content,
            let form = TimelineForm.allCases.first(where: { mapping[$0.rawValue] != nil })
        else { return nil }
        let errorsBefore = diagnostics.errorCount
        checkCompany(mapping, form: form, diagnostics: &diagnostics)
        let limits = LimitReader(
            mapping, symbols: symbols, patterns: patterns, conditions: conditions, diagnostics: &diagnostics)
        let demand = readDemand(
            form, mapping, node: node, conditions: conditions, limits: limits, diagnostics: &diagnostics)
        let leastAge = form == .before ? limits.readAge(mapping, diagnostics: &diagnostics) : nil
        let until = pattern("until", mapping, diagnostics: &diagnostics)
        let cancelledBy = pattern("cancelled_by", mapping, diagnostics: &diagnostics)
        let resetBy = pattern("reset_by", mapping, diagnostics: &diagnostics)
        let again = mapping["again"]?.word("way to go on", of: TimelineRule.Again.self, diagnostics: &diagnostics)
        let aim = mapping["aim"].flatMap { limits.readDeadline($0, diagnostics: &diagnostics) }
        if form == .from, again == .each, let node = mapping["again"] {
            diagnostics.add(
                .badValue(
                    "one interval of a key runs at a time", help: "write `keep` or `restart`", at: node.range))
        }
        let moving = PauseReader(patterns: patterns, limits: limits)
        let pauses = moving.readPauses(mapping, diagnostics: &diagnostics)
        let extended = moving.readExtension(mapping, diagnostics: &diagnostics)
        let others =
            [until, cancelledBy, resetBy, demand?.turns?.pattern, extended?.by].compactMap { $0 }
            + (demand?.patterns ?? [])
            + pauses.flatMap { [$0.from, $0.to] }
        refuseVerdicts(form, trigger: trigger, demand, diagnostics: &diagnostics)
        let key = readKey(
            mapping["per"], types: trigger.types + others.flatMap(\.types), diagnostics: &diagnostics)
        if diagnostics.errorCount == errorsBefore {
            if form != .from {
                limits.checkTerms(
                    mapping, beside: [demand?.demand.deadline, aim, leastAge, extended?.to].compactMap { $0 },
                    diagnostics: &diagnostics)
            }
            moving.check(
                mapping, deadline: demand?.demand.deadline, others: [aim, extended?.to].compactMap { $0 },
                diagnostics: &diagnostics)
        }
        guard diagnostics.errorCount == errorsBefore, let demand, let key else { return nil }
        return TimelineRule(
            demand: demand.demand, key: key, again: again ?? form.defaultAgain, cancelledBy: cancelledBy,
            until: demand.end ?? until, turns: demand.turns, resetBy: resetBy, aim: aim, pauses: pauses,
            extended: extended, leastAge: leastAge, range: node.range)
    }

    /// What is decided at the event itself cannot be a verdict, which comes after it.
    private func refuseVerdicts(
        _ form: TimelineForm, trigger: EventPattern, _ demand: DemandReading?, diagnostics: inout DiagnosticCollector
    ) {
        switch form {
        case .after, .every: break
        case .before, .from, .steps:
            if let range = trigger.verdictRange {
                diagnostics.add(.verdictIsNoOccasion("a timeline with `\(form.rawValue)` is judged", at: range))
            }
        }
        if case .absence(let forbidden, _)? = demand?.demand, let range = forbidden.verdictRange {
            diagnostics.add(.verdictIsNoOccasion("what is forbidden is refused", at: range))
        }
    }

    /// What a timeline asks, with the limit in events that stands beside it and the end that it names itself.
    private struct DemandReading {
        let demand: TimelineRule.Demand
        var turns: TurnLimit?
        var end: EventPattern?

        /// The patterns in it beside the trigger.
        var patterns: [EventPattern] {
            switch demand {
            case .response(let other, _), .absence(let other, _), .interval(let other, _), .recurrence(let other, _):
                [other] + [end].compactMap { $0 }
            case .precedence(let other, _, let since): [other] + [since].compactMap { $0 }
            case .procedure(let procedure, _): procedure.steps
            }
        }
    }

    private func readDemand(
        _ form: TimelineForm, _ mapping: YAMLMapping, node: YAMLNode, conditions: ConditionReader,
        limits: LimitReader, diagnostics: inout DiagnosticCollector
    ) -> DemandReading? {
        switch form {
        case .after, .before:
            let other = readOther(mapping, isPrecedence: form == .before, node: node, diagnostics: &diagnostics)
            let (deadline, turns) = limits.read(mapping, diagnostics: &diagnostics)
            let since = pattern("since", mapping, diagnostics: &diagnostics)
            guard let other else { return nil }
            if form == .before {
                if let turns { diagnostics.add(.notYet("freshness that counts events", at: turns.range)) }
                return DemandReading(demand: .precedence(other.pattern, freshness: deadline, since: since))
            }
            return DemandReading(
                demand: other.isForbidden ? .absence(other.pattern, deadline) : .response(other.pattern, deadline),
                turns: turns)
        case .from:
            return IntervalReader(
                symbols: symbols, patterns: patterns, conditions: conditions, clock: limits.clock
            )
            .read(mapping, node: node, diagnostics: &diagnostics).map { DemandReading(demand: $0) }
        case .steps:
            let (deadline, turns) = limits.read(mapping, diagnostics: &diagnostics)
            return ProcedureReader(patterns: patterns).read(mapping, diagnostics: &diagnostics)
                .map { DemandReading(demand: .procedure($0, deadline), turns: turns) }
        case .every:
            let every = mapping["every"].flatMap { limits.readDeadline($0, diagnostics: &diagnostics) }
            guard let stretch = recurrences.read(mapping, node: node, diagnostics: &diagnostics), let every else {
                return nil
            }
            return DemandReading(demand: .recurrence(stretch.expected, every: every), end: stretch.end)
        }
    }

    private var recurrences: RecurrenceReader { RecurrenceReader(patterns: patterns) }

    private func pattern(
        _ name: String, _ mapping: YAMLMapping, diagnostics: inout DiagnosticCollector
    ) -> EventPattern? {
        mapping[name].flatMap { patterns.read($0, diagnostics: &diagnostics) }
    }

    private func readOther(
        _ mapping: YAMLMapping, isPrecedence: Bool, node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> (pattern: EventPattern, isForbidden: Bool)? {
        switch (mapping["expect"], mapping["forbid"]) {
        case (let expect?, nil):
            return patterns.read(expect, diagnostics: &diagnostics).map { ($0, false) }
        case (nil, let forbid?):
            // That `forbid` says nothing here is told with the other keys.
            if isPrecedence { return nil }
            return patterns.read(forbid, diagnostics: &diagnostics).map { ($0, true) }
        case (.some, .some) where isPrecedence: return nil
        case (.some, let forbid?):
            diagnostics.add(.conflictingKeys("a timeline expects or forbids, not both", at: forbid.range))
        case (nil, nil):
            diagnostics.add(
                .missingKey("expect", in: "a timeline", help: "name the event that must come", at: node.range))
        }
        return nil
    }

    /// Keys that say something only beside others.
    private func checkCompany(
        _ mapping: YAMLMapping, form: TimelineForm, diagnostics: inout DiagnosticCollector
    ) {
        let all = Set(TimelineForm.allCases.flatMap(\.keys))
        for entry in mapping.entries where all.contains(entry.name) && !form.keys.contains(entry.name) {
            diagnostics.add(
                .conflictingKeys(
                    "`\(entry.name)` says nothing beside `\(form.rawValue)`", at: entry.key.range,
                    help: form.advice(instead: entry.name)))
        }
    }

    private func readKey(
        _ node: YAMLNode?, types: [String], diagnostics: inout DiagnosticCollector
    ) -> MeasureKey? {
        guard let node else {
            return MeasureKey(parts: [.init(path: ["event", "interaction"], text: "interaction", range: nil)])
        }
        let shape = EventShape(types: types, vocabulary: symbols.vocabulary)
        return MeasureKeyReader(vocabulary: symbols.vocabulary, shape: shape).read(node, diagnostics: &diagnostics)
    }
}
