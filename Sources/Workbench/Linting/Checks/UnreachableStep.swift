import CEL
import RulebookModel
import SourceText

/// A step behind a step without a limit, or one whose limit lies no higher than the one before.
enum UnreachableStep: LintCheck {
    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        rulebook.standards.flatMap { standard -> [Diagnostic] in
            guard case .allowance(let allowance) = standard.body else { return [] }
            return zip(allowance.steps, allowance.steps.dropFirst()).compactMap { earlier, later in
                swallows(earlier.bound, later.bound) ? diagnostic(later, earlier) : nil
            }
        }
    }

    private static func swallows(_ earlier: AllowanceStep.Bound, _ later: AllowanceStep.Bound) -> Bool {
        if case .unlimited = earlier { return true }
        guard case .value(let low, _)? = earlier.limit, case .value(let high, _)? = later.limit else { return false }
        switch FactOrder.compare(low, high) {
        case .greater: return true
        case .less, nil: return false
        case .equal:
            if case .under = earlier, case .upTo = later { return false }
            return true
        }
    }

    private static func diagnostic(_ step: AllowanceStep, _ earlier: AllowanceStep) -> Diagnostic {
        Diagnostic(
            code: .unreachableStep, severity: .warning, message: "no measure can ever land on this step",
            range: step.range, labels: [.init(range: earlier.range, message: "this step takes all of it")],
            help: "order the steps from the lowest limit to the highest; only the last may be without one")
    }
}
