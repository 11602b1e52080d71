import CEL
import SourceText
import YAMLSyntax

/// Reads a limit of a measure: a value of its type, or an expression that gives one.
struct MeasureLimitReader {
    let conditions: ConditionReader
    let literals: LiteralReader
    /// The type of the measure in the expression language.
    let measure: CELType
    /// The type of the measure.
    let type: FactType

    /// Reads the limit; nil where it was reported.
    func read(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> Limit? {
        if let value = literals.value(node, as: type) { return .value(value, node.range) }
        guard case .scalar(let scalar) = node.content, !node.isNull, !node.isBroken else {
            node.refuse("a limit", expected: type.text, diagnostics: &diagnostics)
            return nil
        }
        // `20 EURO` and `7d` are no expressions either: the reason why they are no values is the better answer.
        let isExpression = conditions.compiler.environment.parse(scalar.text).tree != nil
        if !isExpression, scalar.text.utf8.first.map(Self.beginsValue) == true {
            _ = literals.read(node, as: type, diagnostics: &diagnostics)
            return nil
        }
        guard let limit = conditions.expression(node, scalar, expecting: nil, diagnostics: &diagnostics) else {
            return nil
        }
        guard limit.checked.type == measure || limit.checked.type == .dyn else {
            diagnostics.add(
                .conditionType(
                    "the measure is \(conditions.symbols.describe(measure)), but this limit is "
                        + conditions.symbols.describe(limit.checked.type),
                    help: "write \(example), or an expression that gives \(article)", at: node.range))
            return nil
        }
        return .expression(limit)
    }

    private static func beginsValue(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-") || byte >= 0x80
    }

    private var article: String { conditions.symbols.describe(measure) }

    private var example: String {
        switch type {
        case .money: "an amount with its currency, as in 20 EUR"
        case .percent: "a percentage, as in 15%"
        case .duration: "a length of time, as in 10min"
        default: "a number"
        }
    }
}
