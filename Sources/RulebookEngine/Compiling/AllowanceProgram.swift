import CEL
import RulebookModel

/// A ladder of steps, made ready to run.
final class AllowanceProgram: Sendable {
    /// One step.
    struct Step: Sendable {
        let bound: Bound
        let need: AllowanceStep.Need
    }

    /// How far a step reaches.
    enum Bound: Sendable {
        case upTo(LimitProgram)
        case under(LimitProgram)
        case unlimited
    }

    /// A limit, constant or computed.
    enum LimitProgram: Sendable {
        case value(CELValue)
        case expression(ExpressionProgram)

        func evaluate(_ frame: CELFrame) -> CELValue {
            switch self {
            case .value(let value): value
            case .expression(let expression): expression.program.evaluate(frame)
            }
        }
    }

    let measure: ExpressionProgram
    let steps: [Step]

    init(measure: ExpressionProgram, steps: [Step]) {
        self.measure = measure
        self.steps = steps
    }

    /// The limits that are computed.
    var limits: [ExpressionProgram] {
        steps.compactMap { step in
            switch step.bound {
            case .upTo(.expression(let limit)), .under(.expression(let limit)): limit
            case .upTo(.value), .under(.value), .unlimited: nil
            }
        }
    }

    /// Where a measure lands.
    enum Landing: Sendable {
        /// On this step.
        case step(Int)
        /// Past the last one.
        case beyond
        /// Nowhere yet: a fact is missing.
        case unknown(CELUnknown)
        /// Nowhere: the measure or a limit could not be computed.
        case error(CELError)
    }

    /// Finds the first step whose bound the measure keeps.
    func land(_ frame: CELFrame) -> Landing {
        let measured = measure.program.evaluate(frame)
        if case .unknown(let unknown) = measured { return .unknown(unknown) }
        if case .error(let error) = measured { return .error(error) }
        for (index, step) in steps.enumerated() {
            switch step.bound {
            case .unlimited: return .step(index)
            case .upTo(let limit), .under(let limit):
                let bound = limit.evaluate(frame)
                if case .unknown(let unknown) = bound { return .unknown(unknown) }
                if case .error(let error) = bound { return .error(error) }
                guard let order = FactOrder.compare(measured, bound) else {
                    return .error(CELError(.invalidArgument, "the measure and its limit cannot be compared"))
                }
                if order == .less { return .step(index) }
                if order == .equal, case .upTo = step.bound { return .step(index) }
            }
        }
        return .beyond
    }
}
