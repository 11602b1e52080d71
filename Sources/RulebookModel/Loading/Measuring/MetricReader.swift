import CEL
import SourceText
import YAMLSyntax

/// Reads a metric: what the population comes to, for whom, over which period, and the bound.
struct MetricReader {
    let conditions: ConditionReader
    let measures: MeasureReader
    let literals: LiteralReader
    /// The types of the events that the population consists of.
    let types: [String]

    /// The measures that a population can be taken by.
    private static let functions: [Measure.Function] = [
        .count, .distinct, .max, .mean, .min, .percentile, .share, .sum,
    ]
    private static let subjects = functions.map(\.rawValue) + ["ratio", "kept", "correlation"]
    private static let sides = Metric.Side.allCases.map(\.rawValue)
    private static let keys = subjects + ["at", "within", "per", "period", "sample", "top", "excluded_by"] + sides
    private static let ratioKeys = KnownKeys(["of", "to"])

    /// Reads the body; nil where it was reported.
    func read(_ node: YAMLNode, subject: String, diagnostics: inout DiagnosticCollector) -> Metric? {
        let title = "the metric of \(subject)"
        guard let mapping = Self.map(node, title, diagnostics: &diagnostics) else { return nil }
        if mapping["correlation"] != nil {
            return CorrelationReader(metric: self).read(mapping, title: title, node: node, diagnostics: &diagnostics)
        }
        let measured = readSubject(mapping, title: title, range: node.range, diagnostics: &diagnostics)
        let period = readPeriod(mapping["period"], title: title, range: node.range, diagnostics: &diagnostics)
        let key = measures.readKey(
            mapping["per"], types: types + (period?.anchorTypes ?? []), subject: title, range: node.range,
            diagnostics: &diagnostics)
        let sample = mapping["sample"].map { readSample($0, diagnostics: &diagnostics) }
        let exclusions = MetricExclusionReader(measures: measures, types: types)
            .read(mapping["excluded_by"], diagnostics: &diagnostics)
        let accuracy = readAccuracy(mapping, diagnostics: &diagnostics)
        guard let measured, let exclusions, let accuracy else { return nil }
        let bound = readBound(mapping, measured, node: node, diagnostics: &diagnostics)
        if case .some(.none) = sample { return nil }
        guard let key, let period, let bound,
            checkCompany(of: bound, key, period, mapping, diagnostics: &diagnostics),
            accuracy == nil || checkIsCompared(bound, mapping, diagnostics: &diagnostics)
        else { return nil }
        return Metric(
            subject: measured.subject, type: measured.type, key: key, period: period, bound: bound,
            sampleMin: (sample ?? nil) ?? 1, accuracy: accuracy, exclusions: exclusions, range: node.range)
    }

    /// The greatest error of an estimate that may be accepted, in percent: beyond it a figure says little.
    private static let accuracyMax = ExactDecimal(10)
    /// The least, which bounds the size of a sketch.
    private static let accuracyMin = ExactDecimal(mantissa: 1, scale: 2) ?? ExactDecimal(1)

    /// Reads `within: 1%`: nil where it was reported, and none within where a figure is exact.
    private func readAccuracy(_ mapping: YAMLMapping, diagnostics: inout DiagnosticCollector) -> Percent?? {
        guard let entry = mapping.entries.first(where: { $0.name == "within" }) else { return .some(nil) }
        guard mapping["percentile"] != nil else {
            diagnostics.add(
                .conflictingKeys(
                    "`within` goes with `percentile`: every other figure is exact", at: entry.key.range,
                    help: "leave it out"))
            return nil
        }
        guard let text = entry.value.text("`within`", diagnostics: &diagnostics) else { return nil }
        if let percent = Percent(parsing: text), percent.points >= Self.accuracyMin,
            percent.points <= Self.accuracyMax
        {
            return .some(percent)
        }
        diagnostics.add(
            .badValue(
                "`\(text)` is no error that an estimate may have; it is a percentage from 0.01% to 10%",
                help: "write how far the estimate may lie from the exact percentile, as in `within: 1%`, or leave it "
                    + "out for the exact one", at: entry.value.range))
        return nil
    }

    private static func map(
        _ node: YAMLNode, _ title: String, diagnostics: inout DiagnosticCollector
    ) -> YAMLMapping? {
        guard let any = node.anyMap(title, diagnostics: &diagnostics) else { return nil }
        let advice = [
            "window": "say over which stretch of time there is a figure, as in `period: {calendar: month}`",
            "where": "put the condition under the standard's `when`, or under `share` or `count`",
            "of": "the population are the standard's own events: write the value after the measure, as in "
                + "`mean: event.wait`",
        ]
        let misplaced = any.entries.filter { advice[$0.name] != nil }
        for entry in misplaced {
            diagnostics.add(
                .conflictingKeys("a metric has no `\(entry.name)`", at: entry.key.range, help: advice[entry.name]))
        }
        let others = misplaced.map(\.name) + ["happened", "last"].filter { any[$0] != nil }
        let known = KnownKeys(keys + others)
        guard let mapping = node.map(title, keys: known, diagnostics: &diagnostics) else { return nil }
        return misplaced.isEmpty ? mapping : nil
    }

    // MARK: What is measured

    /// What is measured, with its type in the expression language and as a limit is written.
    struct Measured {
        let subject: Metric.Subject
        let celType: CELType
        let type: FactType
    }

    private func readSubject(
        _ mapping: YAMLMapping, title: String, range: SourceRange, diagnostics: inout DiagnosticCollector
    ) -> Measured? {
        let written = mapping.entries.filter {
            Self.subjects.contains($0.name) || MeasureReader.functions.contains($0.name)
        }
        guard let first = written.first else {
            diagnostics.add(
                .missingKey(
                    "share", in: title,
                    help: "say what is measured, as in `share: event.wait <= \"20s\"` or `mean: event.wait`", at: range)
            )
            return nil
        }
        if written.count > 1 {
            diagnostics.add(
                .conflictingKeys(
                    "a metric has one measure; this has `\(first.name)` and `\(written[1].name)`",
                    at: written[1].key.range))
            return nil
        }
        switch first.name {
        case "ratio": return readRatio(first.value, diagnostics: &diagnostics)
        case "kept":
            return first.value.text("`kept`", diagnostics: &diagnostics).map { measured(.kept(standard: $0), .percent) }
        default: return readMeasure(first, mapping, title: title, range: range, diagnostics: &diagnostics)
        }
    }

    func measured(_ subject: Metric.Subject, _ type: FactType) -> Measured {
        Measured(subject: subject, celType: RulebookSymbols.type(of: type), type: type)
    }

    private func readMeasure(
        _ entry: YAMLMapping.Entry, _ mapping: YAMLMapping, title: String, range: SourceRange,
        diagnostics: inout DiagnosticCollector
    ) -> Measured? {
        guard let function = Measure.Function(rawValue: entry.name), Self.functions.contains(function) else {
            diagnostics.add(
                .conflictingKeys(
                    "a metric cannot be measured by `\(entry.name)`", at: entry.key.range,
                    help:
                        "use \(NameList.text(Self.functions.map { "`\($0.rawValue)`" })), `ratio`, `kept` or `correlation`"
                ))
            return nil
        }
        let operands = measures.operands
        let rank = operands.readRank(
            function, mapping["at"], subject: title, range: range, diagnostics: &diagnostics)
        if function == .count {
            let part = conditions.read(entry.value, diagnostics: &diagnostics)
            guard let part, rank != nil else { return nil }
            return measured(.measure(.count, operand: nil, part: part, rank: nil), .int)
        }
        guard let operand = operands.read(function, entry.value, conditions: conditions, diagnostics: &diagnostics),
            let rank
        else { return nil }
        guard let type = measures.symbols.numericType(operand.type) else {
            diagnostics.add(
                .conditionType(
                    "a figure is a number, an amount, a percentage or a length of time; this is "
                        + measures.symbols.describe(operand.type),
                    at: entry.value.range))
            return nil
        }
        return Measured(
            subject: .measure(function, operand: operand.expression, part: operand.part, rank: rank),
            celType: operand.type, type: type)
    }

    private func readRatio(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> Measured? {
        guard let mapping = node.map("`ratio`", keys: Self.ratioKeys, diagnostics: &diagnostics) else { return nil }
        var terms: [(term: Metric.Term, type: FactType)] = []
        for name in Self.ratioKeys.names {
            guard let value = mapping[name] else {
                diagnostics.add(
                    .missingKey(
                        name, in: "`ratio`",
                        help: "write both sides, as in `{of: event.answered, to: event.answered or event.abandoned}`",
                        at: node.range))
                continue
            }
            if let term = readTerm(value, diagnostics: &diagnostics) { terms.append(term) }
        }
        guard terms.count == 2 else { return nil }
        let (above, below) = (terms[0], terms[1])
        let isPlain = { (type: FactType) in type == .int || type == .decimal }
        // Like over like is a part of a whole; anything over a number stays what it is.
        if above.type == below.type || (isPlain(above.type) && isPlain(below.type)) {
            return measured(.ratio(above.term, to: below.term), .percent)
        }
        guard isPlain(below.type) else {
            diagnostics.add(
                .conditionType(
                    "\(measures.symbols.describe(RulebookSymbols.type(of: above.type))) over "
                        + "\(measures.symbols.describe(RulebookSymbols.type(of: below.type))) is no figure",
                    help: "let `to` count events, or add up what `of` adds up", at: node.range))
            return nil
        }
        return measured(.ratio(above.term, to: below.term), above.type)
    }

    private func readTerm(
        _ node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> (term: Metric.Term, type: FactType)? {
        guard case .scalar(let scalar) = node.content, !node.isNull, !node.isBroken else {
            return conditions.read(node, diagnostics: &diagnostics).map { (.count($0), .int) }
        }
        guard let value = conditions.expression(node, scalar, expecting: nil, diagnostics: &diagnostics) else {
            return nil
        }
        if value.checked.type == .bool { return (.count(.expression(value)), .int) }
        guard let type = measures.symbols.numericType(value.checked.type) else {
            diagnostics.add(
                .conditionType(
                    "a side of a ratio counts by a condition or adds up a number, an amount, a percentage or a length "
                        + "of time; this is \(measures.symbols.describe(value.checked.type))",
                    at: node.range))
            return nil
        }
        return (.sum(value), type)
    }

    // MARK: Period and bound

    private func readPeriod(
        _ node: YAMLNode?, title: String, range: SourceRange, diagnostics: inout DiagnosticCollector
    ) -> MeasureWindow? {
        let help = "write `{calendar: month}`, `{blocks: 30 days, from: campaign.started}` or `lifetime`"
        guard let node else {
            diagnostics.add(
                .missingKey(
                    "period", in: title, help: "say over which stretch of time there is a figure: \(help)", at: range))
            return nil
        }
        guard let period = measures.windows.read(node, diagnostics: &diagnostics) else { return nil }
        switch period.extent {
        case .calendar, .blocks, .lifetime: return period
        case .each, .rolling, .dates:
            diagnostics.add(
                .badValue("a period begins and ends; this one goes with each event", help: help, at: node.range))
            return nil
        }
    }

    func readSample(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> Int? {
        guard let text = node.text("`sample`", diagnostics: &diagnostics) else { return nil }
        if let number = Int(text), (1...1_000_000_000).contains(number) { return number }
        diagnostics.add(
            .badValue(
                "`\(text)` is no least population", help: "write a whole number above 0, as in `sample: 30`",
                at: node.range))
        return nil
    }

    /// Reads the bound: nil where it was reported, and none within where there is none.
    func readBound(
        _ mapping: YAMLMapping, _ measured: Measured, node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> Metric.Bound?? {
        let written = mapping.entries.filter { Self.sides.contains($0.name) || $0.name == "top" }
        if written.count > 1 {
            diagnostics.add(.conflictingKeys("a metric has one bound", at: written[1].key.range))
            return nil
        }
        if let top = written.first, top.name == "top" {
            return readPlace(top.value, diagnostics: &diagnostics).map { .some(.top($0)) }
        }
        guard let first = written.first, let side = Metric.Side(rawValue: first.name) else {
            if case .correlation = measured.subject { return .some(nil) }
            if let sample = mapping.entries.first(where: { $0.name == "sample" }) {
                diagnostics.add(
                    .conflictingKeys(
                        "`sample` goes with a bound: without one there is no verdict", at: sample.key.range,
                        help: "leave it out, or write a bound such as `at_least: 95%`"))
                return nil
            }
            return .some(nil)
        }
        if first.value.scalar?.text == "previous" { return .some(.previous(side)) }
        let reader = MeasureLimitReader(
            conditions: conditions, literals: literals, measure: measured.celType, type: measured.type)
        guard let limit = reader.read(first.value, diagnostics: &diagnostics) else { return nil }
        return .some(.limit(side, limit))
    }

    private func readPlace(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> Int? {
        guard let text = node.text("`top`", diagnostics: &diagnostics) else { return nil }
        if let number = Int(text), (1...1_000_000).contains(number) { return number }
        diagnostics.add(
            .badValue("`\(text)` is no place", help: "write a whole number above 0, as in `top: 3`", at: node.range))
        return nil
    }

    /// Refuses to compare estimates with each other, which could turn by their errors alone.
    private func checkIsCompared(
        _ bound: Metric.Bound?, _ mapping: YAMLMapping, diagnostics: inout DiagnosticCollector
    ) -> Bool {
        switch bound {
        case nil, .limit: return true
        case .previous, .top:
            let entry = mapping.entries.first { $0.name == "within" }
            diagnostics.add(
                .conflictingKeys(
                    "two estimates cannot be compared: they may differ by their errors alone",
                    at: entry?.key.range ?? mapping.entries[0].key.range,
                    help: "leave `within` out, so that the figures are exact"))
            return false
        }
    }

    /// Refuses a comparison with a period, or with other keys, where there are none.
    private func checkCompany(
        of bound: Metric.Bound?, _ key: MeasureKey, _ period: MeasureWindow, _ mapping: YAMLMapping,
        diagnostics: inout DiagnosticCollector
    ) -> Bool {
        switch bound {
        case nil, .limit: return true
        case .previous:
            guard period.extent == .lifetime else { return true }
            diagnostics.add(
                .badValue(
                    "nothing comes before the whole log",
                    help: "write a period that has one before, as in `{calendar: month}`",
                    at: period.range))
        case .top:
            if key.parts.isEmpty {
                diagnostics.add(
                    .badValue(
                        "one figure for everyone has no place among others",
                        help: "say whose figures are compared under `per`",
                        at: mapping["per"]?.range ?? period.range))
                return false
            }
            var isShared = true
            if case .fact = period.zone { isShared = false }
            if case .blocks(_, .anchor) = period.extent { isShared = false }
            if isShared { return true }
            diagnostics.add(
                .badValue(
                    "figures are compared over a period that all keys share, and this one is each key's own",
                    help: "write `{calendar: month}`, or blocks from a date", at: period.range))
        }
        return false
    }
}
