import CEL
import SourceText
import YAMLSyntax

/// Reads a timeline: what must, or must not, come before or after what.
struct TimelineReader {
    let symbols: RulebookSymbols
    let environments: EnvironmentCache
    let patterns: PatternReader

    private static let later = [
        "paused_while": "a clock that pauses"
    ]
    private static let keys = KnownKeys(Set(TimelineForm.allCases.flatMap(\.keys)).sorted(), notYet: later)

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
        let demand = readDemand(form, mapping, node: node, conditions: conditions, diagnostics: &diagnostics)
        let leastAge = form == .before ? readAge(mapping, conditions, diagnostics: &diagnostics) : nil
        let until = pattern("until", mapping, diagnostics: &diagnostics)
        let cancelledBy = pattern("cancelled_by", mapping, diagnostics: &diagnostics)
        let again = mapping["again"]?.word("way to go on", of: TimelineRule.Again.self, diagnostics: &diagnostics)
        let aim = readAim(mapping, conditions, diagnostics: &diagnostics)
        if form == .from, again == .each, let node = mapping["again"] {
            diagnostics.add(
                .badValue(
                    "one interval of a key runs at a time", help: "write `keep` or `restart`", at: node.range))
        }
        let others = [until, cancelledBy, demand?.turns?.pattern].compactMap { $0 } + (demand?.patterns ?? [])
        refuseVerdicts(form, trigger: trigger, demand, diagnostics: &diagnostics)
        let key = readKey(
            mapping["per"], types: trigger.types + others.flatMap(\.types), diagnostics: &diagnostics)
        guard diagnostics.errorCount == errorsBefore, let demand, let key else { return nil }
        return TimelineRule(
            demand: demand.demand, key: key, again: again ?? form.defaultAgain, cancelledBy: cancelledBy,
            until: demand.end ?? until, turns: demand.turns, aim: aim, leastAge: leastAge, range: node.range)
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
        diagnostics: inout DiagnosticCollector
    ) -> DemandReading? {
        switch form {
        case .after, .before:
            let other = readOther(mapping, isPrecedence: form == .before, node: node, diagnostics: &diagnostics)
            let (deadline, turns) = readLimits(mapping, conditions, diagnostics: &diagnostics)
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
            return IntervalReader(symbols: symbols, patterns: patterns, conditions: conditions)
                .read(mapping, node: node, diagnostics: &diagnostics).map { DemandReading(demand: $0) }
        case .steps:
            let (deadline, turns) = readLimits(mapping, conditions, diagnostics: &diagnostics)
            return ProcedureReader(patterns: patterns).read(mapping, diagnostics: &diagnostics)
                .map { DemandReading(demand: .procedure($0, deadline), turns: turns) }
        case .every:
            guard let entry = mapping.entries.first(where: { $0.name == "every" }) else { return nil }
            let limit = readLength(entry.value, conditions, diagnostics: &diagnostics)
            let every = deadline(limit, entry, mapping, diagnostics: &diagnostics)
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

    // MARK: Deadlines

    private var calendarTerms: CalendarTermsReader { CalendarTermsReader(calendars: symbols.calendars) }

    /// The limit in time and the one in events.
    private func readLimits(
        _ mapping: YAMLMapping, _ conditions: ConditionReader, diagnostics: inout DiagnosticCollector
    ) -> (deadline: Deadline?, turns: TurnLimit?) {
        let written = mapping.entries.filter { ["within", "under", "by"].contains($0.name) }
        guard written.count <= 1 else {
            diagnostics.add(.conflictingKeys("a timeline has one limit", at: written[1].key.range))
            return (nil, nil)
        }
        guard let entry = written.first else {
            if mapping["at_least"] == nil, mapping["over"] == nil {
                calendarTerms.refuseAll(mapping, diagnostics: &diagnostics)
            }
            return (nil, nil)
        }
        if entry.name == "by" {
            let limit = readInstant(entry.value, conditions, diagnostics: &diagnostics)
            return (deadline(limit, entry, mapping, diagnostics: &diagnostics), nil)
        }
        var found: Deadline?
        var turns: TurnLimit?
        for node in entry.value.oneOrMore {
            if entry.name == "within", let limit = readTurns(node, diagnostics: &diagnostics) {
                if turns != nil {
                    diagnostics.add(.conflictingKeys("events are counted towards one limit only", at: node.range))
                }
                turns = limit
                continue
            }
            guard found == nil else {
                diagnostics.add(.notYet("the earliest of several limits", at: node.range))
                continue
            }
            let limit = readLength(node, conditions, diagnostics: &diagnostics)
            found = deadline(limit, entry, mapping, diagnostics: &diagnostics)
        }
        return (found, turns)
    }

    /// A limit with what it takes from business calendars.
    private func deadline(
        _ limit: Deadline.Limit?, _ entry: YAMLMapping.Entry, _ mapping: YAMLMapping,
        diagnostics: inout DiagnosticCollector
    ) -> Deadline? {
        let terms = calendarTerms.read(mapping, limit: limit, of: entry, diagnostics: &diagnostics)
        return limit.map {
            Deadline(limit: $0, isIncluded: entry.name != "under", calendar: terms, range: entry.value.range)
        }
    }

    /// `3 agent.turn`: not later than the third of these events; nil where the text is something else.
    private func readTurns(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> TurnLimit? {
        guard case .scalar(let scalar) = node.content else { return nil }
        let words = scalar.text.split(separator: " ")
        guard words.count == 2, let count = Int(words[0]), count > 0, patterns.isPattern(String(words[1])),
            let pattern = patterns.read(named: String(words[1]), range: node.range, diagnostics: &diagnostics)
        else { return nil }
        return TurnLimit(count: count, pattern: pattern, range: node.range)
    }

    /// The stricter limit that is wished for; it runs by the clock of the other.
    private func readAim(
        _ mapping: YAMLMapping, _ conditions: ConditionReader, diagnostics: inout DiagnosticCollector
    ) -> Deadline? {
        guard let node = mapping["aim"], let limit = readLength(node, conditions, diagnostics: &diagnostics) else {
            return nil
        }
        // What is wrong with the clock is told with the limit itself.
        var unheard = DiagnosticCollector()
        var terms = CalendarTerms()
        terms.clock = calendarTerms.readClock(mapping, diagnostics: &unheard)
        return Deadline(limit: limit, isIncluded: true, calendar: terms, range: node.range)
    }

    /// How long ago something must have happened at least.
    private func readAge(
        _ mapping: YAMLMapping, _ conditions: ConditionReader, diagnostics: inout DiagnosticCollector
    ) -> Deadline? {
        let written = mapping.entries.filter { ["at_least", "over"].contains($0.name) }
        guard written.count <= 1 else {
            diagnostics.add(.conflictingKeys("write `at_least` or `over`, not both", at: written[1].key.range))
            return nil
        }
        guard let entry = written.first else { return nil }
        let limit = readLength(entry.value, conditions, diagnostics: &diagnostics)
        let terms = calendarTerms.read(mapping, limit: limit, of: entry, diagnostics: &diagnostics)
        // What is old enough is what would come too late: after `at_least` even at the limit itself.
        return limit.map {
            Deadline(limit: $0, isIncluded: entry.name == "over", calendar: terms, range: entry.value.range)
        }
    }

    private func readInstant(
        _ node: YAMLNode, _ conditions: ConditionReader, diagnostics: inout DiagnosticCollector
    ) -> Deadline.Limit? {
        if let close = calendarTerms.readClose(node, diagnostics: &diagnostics) { return close.map { .close($0) } }
        guard let expression = readExpression(node, conditions, diagnostics: &diagnostics) else { return nil }
        guard [.timestamp, HouseTypes.date].contains(expression.checked.type) else {
            diagnostics.add(
                .conditionType(
                    "`by` takes an instant or a date; this is \(symbols.describe(expression.checked.type))",
                    help: "write a field of the trigger, as in `by: event.due`", at: node.range))
            return nil
        }
        return .instant(expression)
    }

    private func readLength(
        _ node: YAMLNode, _ conditions: ConditionReader, diagnostics: inout DiagnosticCollector
    ) -> Deadline.Limit? {
        guard let text = node.text("a limit", diagnostics: &diagnostics) else { return nil }
        if let count = CalendarTermsReader.businessDays(text) { return .businessDays(count) }
        if case .dates(let count, let unit)? = MeasureWindowReader.dates(text) { return .dates(count: count, unit) }
        if text.utf8.first.map({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) ?? false {
            do throws(TimeSpan.ParsingError) {
                return .span(try TimeSpan(parsing: text))
            } catch {
                let help =
                    if case .calendarUnit = error {
                        "write `7 days`, which end at midnight, or `168h`"
                    } else {
                        "write a length such as `30s`, `10min` or `48h`, or dates such as `7 days`"
                    }
                diagnostics.add(.badValue("`\(text)` is no length of time", help: help, at: node.range))
                return nil
            }
        }
        guard let expression = readExpression(node, conditions, diagnostics: &diagnostics) else { return nil }
        guard expression.checked.type == .duration else {
            diagnostics.add(
                .conditionType(
                    "a limit is a length of time; this is \(symbols.describe(expression.checked.type))",
                    help: "write `30s`, `7 days`, or an expression such as settings.reply_limit", at: node.range))
            return nil
        }
        return .duration(expression)
    }

    private func readExpression(
        _ node: YAMLNode, _ conditions: ConditionReader, diagnostics: inout DiagnosticCollector
    ) -> ConditionExpression? {
        guard case .scalar(let scalar) = node.content, !node.isNull, !node.isBroken else {
            node.refuse("a limit", expected: "a length of time", diagnostics: &diagnostics)
            return nil
        }
        return conditions.expression(node, scalar, expecting: nil, diagnostics: &diagnostics)
    }
}
