import CEL
import SourceText
import YAMLSyntax

/// Reads how long there is time: lengths, dates, instants, the earliest or latest of several, and numbers of events.
struct LimitReader {
    private let symbols: RulebookSymbols
    private let patterns: PatternReader
    private let conditions: ConditionReader
    private let calendars: CalendarTermsReader
    private let terms: CalendarTerms
    private let isClockWritten: Bool

    private static let choiceKeys = KnownKeys(["earliest", "latest"])

    /// Makes a reader of the limits of a timeline, whose terms of calendars it reads at once.
    init(
        _ timeline: YAMLMapping, symbols: RulebookSymbols, patterns: PatternReader, conditions: ConditionReader,
        diagnostics: inout DiagnosticCollector
    ) {
        self.symbols = symbols
        self.patterns = patterns
        self.conditions = conditions
        calendars = CalendarTermsReader(calendars: symbols.calendars)
        terms = calendars.read(timeline, diagnostics: &diagnostics)
        isClockWritten = timeline["clock"] != nil
    }

    /// Whose open time is counted; nil where all time is.
    var clock: BusinessCalendar? { terms.clock }

    /// Reports the terms of calendars that say nothing of the limits.
    func checkTerms(_ mapping: YAMLMapping, beside limits: [Deadline], diagnostics: inout DiagnosticCollector) {
        calendars.check(mapping, beside: limits, diagnostics: &diagnostics)
    }

    // MARK: Limits

    /// The limit in time, which is the earliest where there are several, and the one in events.
    func read(
        _ mapping: YAMLMapping, diagnostics: inout DiagnosticCollector
    ) -> (deadline: Deadline?, turns: TurnLimit?) {
        if mapping["within"] != nil, let under = mapping.entries.first(where: { $0.name == "under" }) {
            diagnostics.add(
                .conflictingKeys("a timeline has `within` or `under`, not both", at: under.key.range))
            return (nil, nil)
        }
        var parts: [Deadline] = []
        var turns: TurnLimit?
        for entry in mapping.entries where ["within", "under", "by"].contains(entry.name) {
            let nodes = entry.value.oneOrMore
            for node in nodes {
                if entry.name == "within", let limit = readTurns(node, diagnostics: &diagnostics) {
                    if turns != nil {
                        diagnostics.add(.conflictingKeys("events are counted towards one limit only", at: node.range))
                    }
                    turns = limit
                    continue
                }
                let kind: Kind = entry.name == "by" ? .end : nodes.count > 1 ? .either : .length
                let deadline = read(
                    node, as: kind, isIncluded: entry.name != "under", diagnostics: &diagnostics)
                if let deadline { parts.append(deadline) }
            }
        }
        guard let first = parts.first, let last = parts.last else { return (nil, turns) }
        let range = first.range.union(last.range)
        return (parts.count == 1 ? first : Deadline(limit: .earliest(parts), isIncluded: true, range: range), turns)
    }

    /// A limit by itself, such as an aim.
    func readDeadline(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> Deadline? {
        read(node, as: .length, isIncluded: true, diagnostics: &diagnostics)
    }

    /// How long ago something must have happened at least.
    func readAge(_ mapping: YAMLMapping, diagnostics: inout DiagnosticCollector) -> Deadline? {
        let written = mapping.entries.filter { ["at_least", "over"].contains($0.name) }
        guard written.count <= 1 else {
            diagnostics.add(.conflictingKeys("write `at_least` or `over`, not both", at: written[1].key.range))
            return nil
        }
        guard let entry = written.first else { return nil }
        // What is old enough is what would come too late: after `at_least` even at the limit itself.
        return read(entry.value, as: .length, isIncluded: entry.name == "over", diagnostics: &diagnostics)
    }

    /// What a limit may be.
    private enum Kind {
        /// How long.
        case length
        /// Until when.
        case end
        /// One or the other, among several.
        case either
    }

    private func read(
        _ node: YAMLNode, as kind: Kind, isIncluded: Bool, diagnostics: inout DiagnosticCollector
    ) -> Deadline? {
        if case .mapping = node.content {
            return readChoice(node, isIncluded: isIncluded, diagnostics: &diagnostics)
        }
        let limit =
            kind == .end
            ? readEnd(node, diagnostics: &diagnostics)
            : readLength(node, orEnd: kind == .either, diagnostics: &diagnostics)
        guard let limit else { return nil }
        let fitting = calendars.fit(
            terms, to: limit, at: node.range, isClockWritten: isClockWritten, diagnostics: &diagnostics)
        return Deadline(limit: limit, isIncluded: isIncluded, calendar: fitting, range: node.range)
    }

    /// `{latest: [30 days, trigger.due]}`.
    private func readChoice(
        _ node: YAMLNode, isIncluded: Bool, diagnostics: inout DiagnosticCollector
    ) -> Deadline? {
        guard let mapping = node.map("a limit", keys: Self.choiceKeys, diagnostics: &diagnostics) else { return nil }
        guard mapping.entries.count == 1, let entry = mapping.entries.first else {
            diagnostics.add(
                .wrongKind(
                    "a limit", expected: "`{earliest: […]}` or `{latest: […]}`",
                    found: mapping.entries.isEmpty ? "an empty map" : "both", at: node.range))
            return nil
        }
        guard Self.choiceKeys.names.contains(entry.name) else { return nil }
        let nodes = entry.value.oneOrMore
        guard nodes.count > 1 else {
            diagnostics.add(
                .wrongKind("`\(entry.name)`", expected: "several limits", found: "one", at: entry.value.range))
            return nil
        }
        let parts = nodes.compactMap { read($0, as: .either, isIncluded: isIncluded, diagnostics: &diagnostics) }
        guard parts.count == nodes.count else { return nil }
        return Deadline(
            limit: entry.name == "latest" ? .latest(parts) : .earliest(parts), isIncluded: isIncluded,
            range: node.range)
    }

    // MARK: Single limits

    /// `3 agent.turn`: not later than the third of these events; nil where the text is something else.
    private func readTurns(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> TurnLimit? {
        guard case .scalar(let scalar) = node.content else { return nil }
        let words = scalar.text.split(separator: " ")
        guard words.count == 2, let count = Int(words[0]), count > 0, patterns.isPattern(String(words[1])),
            let pattern = patterns.read(named: String(words[1]), range: node.range, diagnostics: &diagnostics)
        else { return nil }
        return TurnLimit(count: count, pattern: pattern, range: node.range)
    }

    private func readEnd(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> Deadline.Limit? {
        if let close = calendars.readClose(node, diagnostics: &diagnostics) { return close.map { .close($0) } }
        guard let expression = readExpression(node, diagnostics: &diagnostics) else { return nil }
        if Self.isEnd(expression) { return .instant(expression) }
        diagnostics.add(
            .conditionType(
                "`by` takes an instant or a date; this is \(symbols.describe(expression.checked.type))",
                help: "write a field of the trigger, as in `by: event.due`", at: node.range))
        return nil
    }

    private func readLength(
        _ node: YAMLNode, orEnd: Bool, diagnostics: inout DiagnosticCollector
    ) -> Deadline.Limit? {
        guard let text = node.text("a limit", diagnostics: &diagnostics) else { return nil }
        if let count = CalendarTermsReader.businessDays(text) { return .businessDays(count) }
        if case .dates(let count, let unit)? = MeasureWindowReader.dates(text) { return .dates(count: count, unit) }
        if text.utf8.first.map({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) ?? false {
            return readSpan(text, at: node.range, diagnostics: &diagnostics)
        }
        if orEnd, let close = calendars.readClose(node, diagnostics: &diagnostics) { return close.map { .close($0) } }
        guard let expression = readExpression(node, diagnostics: &diagnostics) else { return nil }
        if expression.checked.type == .duration { return .duration(expression) }
        if orEnd, Self.isEnd(expression) { return .instant(expression) }
        diagnostics.add(
            .conditionType(
                "a limit is a length of time; this is \(symbols.describe(expression.checked.type))",
                help: Self.isEnd(expression)
                    ? "write `by: \(expression.source)`"
                    : "write `30s`, `7 days`, or an expression such as settings.reply_limit", at: node.range))
        return nil
    }

    private func readSpan(
        _ text: String, at range: SourceRange, diagnostics: inout DiagnosticCollector
    ) -> Deadline.Limit? {
        do throws(TimeSpan.ParsingError) {
            return .span(try TimeSpan(parsing: text))
        } catch {
            let help =
                if case .calendarUnit = error {
                    "write `7 days`, which end at midnight, or `168h`"
                } else {
                    "write a length such as `30s`, `10min` or `48h`, dates such as `7 days`, or `3 business days`"
                }
            diagnostics.add(.badValue("`\(text)` is no length of time", help: help, at: range))
            return nil
        }
    }

    private func readExpression(
        _ node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> ConditionExpression? {
        guard case .scalar(let scalar) = node.content, !node.isNull, !node.isBroken else {
            node.refuse("a limit", expected: "a length of time", diagnostics: &diagnostics)
            return nil
        }
        return conditions.expression(node, scalar, expecting: nil, diagnostics: &diagnostics)
    }

    private static func isEnd(_ expression: ConditionExpression) -> Bool {
        [.timestamp, HouseTypes.date].contains(expression.checked.type)
    }
}
