import CEL
import SourceText
import YAMLSyntax

/// Reads what a measure takes from each event, and finds the type of its figure.
struct MeasureOperandReader {
    let symbols: RulebookSymbols

    /// Reads `of` and `at`, where the measure has them.
    func read(
        _ function: Measure.Function, _ mapping: YAMLMapping, conditions: ConditionReader, subject: String,
        range: SourceRange, diagnostics: inout DiagnosticCollector
    ) -> MeasureOperand? {
        let rank = readRank(function, mapping["at"], subject: subject, range: range, diagnostics: &diagnostics)
        guard function.hasOperand else {
            if let node = mapping["of"] {
                diagnostics.add(
                    .conflictingKeys(
                        "`\(function.rawValue)` counts events and takes no value from them", at: node.range,
                        help: "leave `of` out, or measure by `sum`, `max` or `distinct`"))
                return nil
            }
            guard case .some(.none) = rank else { return nil }
            return MeasureOperand(type: function == .happened ? .bool : .int)
        }
        guard let node = mapping["of"] else {
            let help =
                function == .share
                ? "say what holds of the part that is meant, as in `of: event.wait <= \"20s\"`"
                : "say which value is taken from each event, as in `of: event.value`"
            diagnostics.add(.missingKey("of", in: subject, help: help, at: range))
            return nil
        }
        let operand = read(function, node, conditions: conditions, diagnostics: &diagnostics)
        guard var operand, let rank else { return nil }
        operand.rank = rank
        return operand
    }

    /// Reads the value or the condition that a measure takes from each event.
    func read(
        _ function: Measure.Function, _ node: YAMLNode, conditions: ConditionReader,
        diagnostics: inout DiagnosticCollector
    ) -> MeasureOperand? {
        if function == .share {
            return conditions.read(node, diagnostics: &diagnostics).map {
                MeasureOperand(part: $0, type: RulebookSymbols.type(of: .percent))
            }
        }
        guard let value = readValue(node, conditions: conditions, diagnostics: &diagnostics),
            let type = resultType(function, value, at: node.range, diagnostics: &diagnostics)
        else { return nil }
        return MeasureOperand(expression: value, type: type)
    }

    /// Reads an expression that gives a value.
    func readValue(
        _ node: YAMLNode, conditions: ConditionReader, diagnostics: inout DiagnosticCollector
    ) -> ConditionExpression? {
        if case .mapping(let mapping) = node.content, mapping["time_from"] != nil {
            diagnostics.add(
                .notYet(
                    "the time between two events as a value", at: node.range,
                    help: "measure a field that holds it, as in `of: event.wait`"))
            return nil
        }
        guard case .scalar(let scalar) = node.content, !node.isNull, !node.isBroken else {
            node.refuse("what is measured", expected: "an expression such as event.count", diagnostics: &diagnostics)
            return nil
        }
        return conditions.expression(node, scalar, expecting: nil, diagnostics: &diagnostics)
    }

    /// Reads `at: 95`: nil where it was reported, and none within where the measure has no rank.
    func readRank(
        _ function: Measure.Function, _ node: YAMLNode?, subject: String, range: SourceRange,
        diagnostics: inout DiagnosticCollector
    ) -> ExactDecimal?? {
        guard function == .percentile else {
            guard let node else { return .some(nil) }
            diagnostics.add(.conflictingKeys("`at` goes with `percentile`", at: node.range, help: "leave it out"))
            return nil
        }
        let help = "write of how many percent it is the greatest value, as in `at: 95`"
        guard let node else {
            diagnostics.add(.missingKey("at", in: subject, help: help, at: range))
            return nil
        }
        guard let text = node.text("`at`", diagnostics: &diagnostics) else { return nil }
        guard let rank = ExactDecimal(parsing: text) ?? Percent(parsing: text)?.points, rank > ExactDecimal(0),
            rank <= ExactDecimal(100)
        else {
            diagnostics.add(
                .badValue(
                    "`\(text)` is no percentile; one lies above 0 and is at most 100", help: help, at: node.range))
            return nil
        }
        return .some(rank)
    }

    private func resultType(
        _ function: Measure.Function, _ value: ConditionExpression, at range: SourceRange,
        diagnostics: inout DiagnosticCollector
    ) -> CELType? {
        let type = value.checked.type
        let expected: String
        switch function {
        case .happened, .count, .distinct: return .int
        case .share: return RulebookSymbols.type(of: .percent)
        case .last:
            guard case .record = type else { return type }
            expected = "a single value can be remembered"
        case .sum:
            if symbols.numericType(type) != nil { return type }
            expected = "a number, an amount, a percentage or a length of time can be added up"
        case .mean:
            // A mean of whole numbers is seldom whole.
            if let number = symbols.numericType(type) {
                return number == .int ? RulebookSymbols.type(of: .decimal) : type
            }
            expected = "a number, an amount, a percentage or a length of time has a mean"
        case .min, .max, .percentile:
            if symbols.numericType(type) != nil || [.timestamp, HouseTypes.date, HouseTypes.role].contains(type) {
                return type
            }
            expected =
                function == .percentile
                ? "what has an order has percentiles" : "what has an order can be the least or the greatest"
        }
        diagnostics.add(.conditionType("only \(expected); this is \(symbols.describe(type))", at: range))
        return nil
    }
}
