import CEL
import SourceText
import YAMLSyntax

/// Reads a timeline: what must, or must not, come before or after what.
struct TimelineReader {
    let symbols: RulebookSymbols
    let environments: EnvironmentCache
    let patterns: PatternReader

    private static let later = [
        "from": "the length of intervals", "to": "the length of intervals", "at_most": "the length of intervals",
        "steps": "a procedure", "order": "a procedure", "every": "a recurring duty", "while": "a recurring duty",
        "aim": "an aim beside a limit", "paused_while": "a clock that pauses",
    ]
    private static let keys = KnownKeys(
        [
            "after", "before", "expect", "forbid", "within", "under", "by", "since", "until", "cancelled_by", "per",
            "again", "at_least", "over",
        ] + CalendarTermsReader.keys, notYet: later)

    /// A timeline with the event that it begins with.
    struct Reading {
        let rule: TimelineRule
        let trigger: EventPattern
    }

    /// What can be told before the conditions of the standard are read: the event that the timeline begins with.
    func readTrigger(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> EventPattern? {
        guard let mapping = node.map("a timeline", keys: Self.keys, diagnostics: &diagnostics) else { return nil }
        switch (mapping["after"], mapping["before"]) {
        case (let after?, nil): return patterns.read(after, diagnostics: &diagnostics)
        case (nil, let before?): return patterns.read(before, diagnostics: &diagnostics)
        case (.some, let before?):
            diagnostics.add(
                .conflictingKeys("a timeline begins with `after` or `before`, not both", at: before.range))
            return nil
        case (nil, nil):
            if !mapping.entries.contains(where: { Self.later[$0.name] != nil }) {
                diagnostics.add(
                    .missingKey(
                        "after", in: "a timeline",
                        help:
                            "write `after: A, expect: B, within: 30s`, `before: A, expect: B` or `after: A, forbid: B`",
                        at: node.range))
            }
            return nil
        }
    }

    /// Reads the rest of it.
    ///
    /// - Returns: the rule; nil where it was reported.
    func read(
        _ node: YAMLNode, trigger: EventPattern, conditions: ConditionReader, diagnostics: inout DiagnosticCollector
    ) -> TimelineRule? {
        guard case .mapping(let mapping) = node.content,
            !mapping.entries.contains(where: { Self.later[$0.name] != nil })
        else { return nil }
        let errorsBefore = diagnostics.errorCount
        let isPrecedence = mapping["before"] != nil
        let other = readOther(mapping, isPrecedence: isPrecedence, node: node, diagnostics: &diagnostics)
        let deadline = readDeadline(mapping, isPrecedence: isPrecedence, conditions, diagnostics: &diagnostics)
        let leastAge = readAge(mapping, conditions, diagnostics: &diagnostics)
        let since = pattern("since", mapping, diagnostics: &diagnostics)
        let until = pattern("until", mapping, diagnostics: &diagnostics)
        let cancelledBy = pattern("cancelled_by", mapping, diagnostics: &diagnostics)
        checkCompany(mapping, isPrecedence: isPrecedence, diagnostics: &diagnostics)
        let again = mapping["again"]?.word("way to go on", of: TimelineRule.Again.self, diagnostics: &diagnostics)
        let types = [other?.pattern, since, until, cancelledBy].compactMap { $0 }.flatMap(\.types)
        let key = readKey(mapping["per"], types: trigger.types + types, diagnostics: &diagnostics)
        guard diagnostics.errorCount == errorsBefore, let other, let key else { return nil }
        let demand: TimelineRule.Demand =
            if isPrecedence {
                .precedence(other.pattern, freshness: deadline, since: since)
            } else if other.isForbidden {
                .absence(other.pattern, deadline)
            } else {
                .response(other.pattern, deadline)
            }
        return TimelineRule(
            demand: demand, key: key, again: again ?? .each, cancelledBy: cancelledBy, until: until, leastAge: leastAge,
            range: node.range)
    }

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
            if isPrecedence {
                diagnostics.add(
                    .conflictingKeys(
                        "`before` goes with `expect`", at: forbid.range,
                        help: "to forbid an event after another, write `after: …, forbid: …`"))
                return nil
            }
            return patterns.read(forbid, diagnostics: &diagnostics).map { ($0, true) }
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
        _ mapping: YAMLMapping, isPrecedence: Bool, diagnostics: inout DiagnosticCollector
    ) {
        let foreign = isPrecedence ? ["until", "cancelled_by", "again", "by"] : ["since", "at_least", "over"]
        for entry in mapping.entries where foreign.contains(entry.name) {
            diagnostics.add(
                .conflictingKeys(
                    "`\(entry.name)` says nothing beside `\(isPrecedence ? "before" : "after")`", at: entry.key.range,
                    help: isPrecedence
                        ? "`since` names what must not have come in between"
                        : entry.name == "since" ? "use `until`" : "to forbid an event for so long, use `forbid`"))
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

    private func readDeadline(
        _ mapping: YAMLMapping, isPrecedence: Bool, _ conditions: ConditionReader,
        diagnostics: inout DiagnosticCollector
    ) -> Deadline? {
        let written = mapping.entries.filter { ["within", "under", "by"].contains($0.name) }
        guard written.count <= 1 else {
            diagnostics.add(.conflictingKeys("a timeline has one limit", at: written[1].key.range))
            return nil
        }
        guard let entry = written.first else {
            if mapping["at_least"] == nil, mapping["over"] == nil {
                calendarTerms.refuseAll(mapping, diagnostics: &diagnostics)
            }
            return nil
        }
        let limit =
            entry.name == "by"
            ? readInstant(entry.value, conditions, diagnostics: &diagnostics)
            : readLength(entry.value, conditions, diagnostics: &diagnostics)
        let terms = calendarTerms.read(
            mapping, limit: limit, of: entry, diagnostics: &diagnostics)
        return limit.map {
            Deadline(limit: $0, isIncluded: entry.name != "under", calendar: terms, range: entry.value.range)
        }
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
