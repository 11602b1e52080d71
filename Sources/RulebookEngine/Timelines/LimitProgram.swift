import CEL
import RulebookModel

/// A limit of an interval made ready to run: a length of time, or a number.
struct LimitProgram: Sendable {
    /// Where the limit comes from.
    enum Source: Sendable {
        case constant(CELValue)
        case expression(ExpressionProgram)
    }

    let source: Source
    let isIncluded: Bool

    /// The expression in it.
    var expression: ExpressionProgram? {
        if case .expression(let expression) = source { expression } else { nil }
    }

    /// The limit at the event whose facts lie in a frame.
    func value(_ frame: CELFrame) -> CELValue {
        switch source {
        case .constant(let value): value
        case .expression(let expression): expression.program.evaluate(frame)
        }
    }

    /// Whether a number keeps the limit.
    func holds(_ number: Int64, _ frame: CELFrame) -> CELTruth {
        switch value(frame) {
        case .int(let limit): number < limit || (isIncluded && number == limit) ? .true : .false
        case .unknown(let unknown): .unknown(unknown)
        case .error(let error): .error(error)
        default: .error(CELError(.noSuchOverload, "the limit is no whole number"))
        }
    }
}
