import CEL
import RulebookModel
import SourceText

/// A step behind a step without a limit, or one whose limit lies no higher than that of a step before.
enum UnreachableStep: LintCheck {
    /// `unreachable-step`.
    static let name = "unreachable-step"
    /// How loud it is by itself.
    static let level: LintSetting.Level? = .warning

    /// Looks for it.
    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        rulebook.standards.flatMap { standard -> [Diagnostic] in
            guard case .allowance(let allowance) = standard.body else { return [] }
            return allowance.steps.enumerated().compactMap { index, step in
                allowance.steps[..<index].first { swallows($0.bound, step.bound) }.map { diagnostic(step, $0) }
            }
        }
    }

    private static func swallows(_ earlier: AllowanceStep.Bound, _ later: AllowanceStep.Bound) -> Bool {
        if case .unlimited = earlier { return true }
        guard let low = value(earlier.limit), let high = value(later.limit) else { return false }
        switch FactOrder.compare(low, high) {
        case .greater: return true
        case .less, nil: return false
        case .equal:
            if case .under = earlier, case .upTo = later { return false }
            return true
        }
    }

    /// The limit where it is the same for every event: a value, or computed from settings that never change.
    private static func value(_ limit: Limit?) -> CELValue? {
        switch limit {
        case .value(let value, _): value
        case .expression(let expression): expression.environment.constantValue(of: expression.checked)
        case nil: nil
        }
    }

    private static func diagnostic(_ step: AllowanceStep, _ earlier: AllowanceStep) -> Diagnostic {
        Diagnostic(
            code: .unreachableStep, severity: .warning, message: "no measure can ever land on this step",
            range: step.range, labels: [.init(range: earlier.range, message: "this step takes all of it")],
            help: "order the steps from the lowest limit to the highest; only the last may be without one")
    }
}
