import CEL
import SourceText
import YAMLSyntax

/// Reads what intervals may come to, one by one and together.
struct IntervalReader {
    let symbols: RulebookSymbols
    let patterns: PatternReader
    let conditions: ConditionReader
    /// Whose open time is counted; nil where all time is.
    let clock: BusinessCalendar?

    private static let most = KnownKeys(["each", "total", "count"])
    private static let least = KnownKeys(["each"])

    /// Reads `to:`, `at_most:` or `under:`, and `at_least:`; nil where something was reported.
    func read(
        _ mapping: YAMLMapping, node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> TimelineRule.Demand? {
        let to = readEnd(mapping, node: node, diagnostics: &diagnostics)
        let limits = readLimits(mapping, node: node, diagnostics: &diagnostics)
        guard let to, let limits else { return nil }
        return .interval(to: to, limits)
    }

    private func readEnd(
        _ mapping: YAMLMapping, node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> EventPattern? {
        guard let to = mapping["to"] else {
            diagnostics.add(
                .missingKey("to", in: "a timeline of intervals", help: "name the event that ends one", at: node.range))
            return nil
        }
        return patterns.read(to, diagnostics: &diagnostics)
    }

    private func readLimits(
        _ mapping: YAMLMapping, node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> IntervalLimits? {
        let errorsBefore = diagnostics.errorCount
        if mapping["at_most"] != nil, let under = mapping["under"] {
            diagnostics.add(.conflictingKeys("intervals have `at_most` or `under`, not both", at: under.range))
        }
        guard mapping["at_most"] != nil || mapping["under"] != nil || mapping["at_least"] != nil else {
            diagnostics.add(
                .missingKey(
                    "at_most", in: "a timeline of intervals",
                    help: "write `at_most: {each: 60s, total: 180s, count: 3}`, or some of these", at: node.range))
            return nil
        }
        let isIncluded = mapping["under"] == nil
        let most = (mapping["at_most"] ?? mapping["under"]).flatMap {
            filled($0, isIncluded ? "`at_most`" : "`under`", keys: Self.most, diagnostics: &diagnostics)
        }
        let least = mapping["at_least"].flatMap {
            filled($0, "`at_least`", keys: Self.least, diagnostics: &diagnostics)
        }
        let limits = IntervalLimits(
            each: most?["each"].flatMap { length($0, isIncluded: isIncluded, diagnostics: &diagnostics) },
            total: most?["total"].flatMap { length($0, isIncluded: isIncluded, diagnostics: &diagnostics) },
            count: most?["count"].flatMap { count($0, isIncluded: isIncluded, diagnostics: &diagnostics) },
            least: least?["each"].flatMap { length($0, isIncluded: true, diagnostics: &diagnostics) }, clock: clock)
        if let entry = mapping.entries.first(where: { $0.name == "clock" }), limits.lengths.isEmpty {
            diagnostics.add(
                .conflictingKeys(
                    "`clock` says nothing beside a number of intervals", at: entry.key.range,
                    help: "it is about lengths: write `each` or `total`"))
        }
        return diagnostics.errorCount == errorsBefore ? limits : nil
    }

    private func filled(
        _ node: YAMLNode, _ subject: String, keys: KnownKeys, diagnostics: inout DiagnosticCollector
    ) -> YAMLMapping? {
        guard let mapping = node.map(subject, keys: keys, diagnostics: &diagnostics) else { return nil }
        guard !mapping.entries.isEmpty else {
            node.refuse(subject, expected: "at least one limit", found: "an empty map", diagnostics: &diagnostics)
            return nil
        }
        return mapping
    }

    private func length(
        _ node: YAMLNode, isIncluded: Bool, diagnostics: inout DiagnosticCollector
    ) -> IntervalLimits.Length? {
        guard case .scalar(let scalar) = node.content, !node.isNull, !node.isBroken else {
            node.refuse("a length", expected: "a length of time", diagnostics: &diagnostics)
            return nil
        }
        if scalar.text.utf8.first.map({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) ?? false {
            guard let span = try? TimeSpan(parsing: scalar.text), span.nanoseconds > 0 else {
                diagnostics.add(
                    .badValue(
                        "`\(scalar.text)` is no length of an interval",
                        help: "write a length such as `60s`, `10min` or `48h`", at: node.range))
                return nil
            }
            return .init(value: .span(span), isIncluded: isIncluded, range: node.range)
        }
        return expression(node, scalar, of: .duration, "a length of time, such as `60s`", diagnostics: &diagnostics)
            .map { .init(value: .expression($0), isIncluded: isIncluded, range: node.range) }
    }

    private func count(
        _ node: YAMLNode, isIncluded: Bool, diagnostics: inout DiagnosticCollector
    ) -> IntervalLimits.Count? {
        guard case .scalar(let scalar) = node.content, !node.isNull, !node.isBroken else {
            node.refuse("`count`", expected: "a number", diagnostics: &diagnostics)
            return nil
        }
        if let number = Int(scalar.text) {
            guard number >= (isIncluded ? 0 : 1) else {
                diagnostics.add(.badValue("that many intervals there cannot be", at: node.range))
                return nil
            }
            return .init(value: .number(number), isIncluded: isIncluded, range: node.range)
        }
        return expression(node, scalar, of: .int, "a whole number", diagnostics: &diagnostics)
            .map { .init(value: .expression($0), isIncluded: isIncluded, range: node.range) }
    }

    private func expression(
        _ node: YAMLNode, _ scalar: YAMLScalar, of type: CELType, _ expected: String,
        diagnostics: inout DiagnosticCollector
    ) -> ConditionExpression? {
        guard let expression = conditions.expression(node, scalar, expecting: nil, diagnostics: &diagnostics) else {
            return nil
        }
        guard expression.checked.type == type else {
            diagnostics.add(
                .conditionType(
                    "this limit is \(expected); this is \(symbols.describe(expression.checked.type))",
                    at: node.range))
            return nil
        }
        return expression
    }
}
