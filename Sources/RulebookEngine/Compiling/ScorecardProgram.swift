import CEL
import RulebookModel

/// A scorecard made ready to run.
///
/// A class, so that a decision borrows it instead of copying its parts.
final class ScorecardProgram: Sendable {
    /// One line.
    struct Item: Sendable {
        let label: String
        let grade: Grade
        let worth: ScorecardItem.Worth
        let isCritical: Bool
        let when: ConditionProgram?

        enum Grade: Sendable {
            case pass(ConditionProgram)
            case points(ExpressionProgram, of: ExactDecimal)
        }

        /// Every expression in it.
        var expressions: [ExpressionProgram] {
            let own: [ExpressionProgram] =
                switch grade {
                case .pass(let condition): condition.expressions
                case .points(let expression, _): [expression]
                }
            return own + (when?.expressions ?? [])
        }
    }

    /// What one line came to.
    enum Mark {
        /// It does not apply.
        case notApplicable
        /// This part of what it counts, from 0 to 1.
        case graded(ExactFraction)
        /// A fact is missing, or could not be computed: an unknown or an error.
        case open(CELValue)
    }

    let name: String
    let items: [Item]

    init(name: String, items: [Item]) {
        self.name = name
        self.items = items
    }

    /// The slots that it reads.
    var slots: Set<Int> { Set(items.flatMap(\.expressions).flatMap(\.slots)) }

    /// Answers a question about an event whose facts lie in a frame.
    func answer(_ function: ScorecardFunction, _ frame: CELFrame) -> CELValue {
        switch function {
        case .score: score(frame)
        case .bonus: bonus(frame)
        case .passesCritical: passesCritical(frame)
        }
    }

    /// What each line came to.
    func marks(_ frame: CELFrame) -> [Mark] { items.map { Self.mark($0, frame) } }

    // MARK: Answers

    private func score(_ frame: CELFrame) -> CELValue {
        // A critical line that fails decides, whatever else is open.
        if case .bool(false) = passesCritical(frame) { return .scalar(CELScalar(Percent(points: ExactDecimal(0)))) }
        var sum = ExactFraction(ExactDecimal(0))
        var total = ExactDecimal(0)
        for (item, mark) in zip(items, marks(frame)) {
            guard case .weight(let weight) = item.worth else {
                if item.isCritical, case .open(let value) = mark { return value }
                continue
            }
            switch mark {
            case .notApplicable: continue
            case .open(let value): return value
            case .graded(let grade):
                guard let part = grade.multiplied(by: weight), let more = sum.adding(part),
                    let weights = total.adding(weight)
                else { return Self.overflow }
                sum = more
                total = weights
            }
        }
        guard total > ExactDecimal(0) else {
            return .unknown(CELUnknown(CELAttributePath(["an item of `\(name)` that applies"])))
        }
        guard let share = sum.divided(by: ExactFraction(total)) else { return Self.overflow }
        return Self.percent(share, of: ExactDecimal(100))
    }

    private func bonus(_ frame: CELFrame) -> CELValue {
        var points = ExactFraction(ExactDecimal(0))
        for (item, mark) in zip(items, marks(frame)) {
            guard case .bonus(let bonus) = item.worth else { continue }
            switch mark {
            case .notApplicable: continue
            case .open(let value): return value
            case .graded(let grade):
                guard let part = grade.multiplied(by: bonus), let more = points.adding(part) else {
                    return Self.overflow
                }
                points = more
            }
        }
        return Self.percent(points, of: ExactDecimal(1))
    }

    private func passesCritical(_ frame: CELFrame) -> CELValue {
        var open: CELValue?
        for (item, mark) in zip(items, marks(frame)) where item.isCritical {
            switch mark {
            case .notApplicable: continue
            case .open(let value): open = open ?? value
            case .graded(let grade) where grade < ExactFraction(ExactDecimal(1)): return .bool(false)
            case .graded: continue
            }
        }
        return open ?? .bool(true)
    }

    /// A percentage, rounded down to four digits behind the point, so that no bound is reached by rounding.
    private static func percent(_ fraction: ExactFraction, of whole: ExactDecimal) -> CELValue {
        guard let points = fraction.multiplied(by: whole)?.roundedDown(fractionDigits: 4) else { return overflow }
        return .scalar(CELScalar(Percent(points: points)))
    }

    private static var overflow: CELValue { .failure(.overflow, "the weights are too fine to be counted exactly") }

    // MARK: Lines

    private static func mark(_ item: Item, _ frame: CELFrame) -> Mark {
        switch item.when?.evaluate(frame) ?? .true {
        case .true: break
        case .false: return .notApplicable
        case .unknown(let unknown): return .open(.unknown(unknown))
        case .error(let error): return .open(.error(error))
        }
        switch item.grade {
        case .pass(let condition):
            switch condition.evaluate(frame) {
            case .true: return .graded(ExactFraction(ExactDecimal(1)))
            case .false: return .graded(ExactFraction(ExactDecimal(0)))
            case .unknown(let unknown): return .open(.unknown(unknown))
            case .error(let error): return .open(.error(error))
            }
        case .points(let expression, let most):
            let value = expression.program.evaluate(frame)
            let number: ExactDecimal
            switch value {
            case .int(let count): number = ExactDecimal(count)
            case .scalar(let scalar):
                guard let decimal = scalar.number else { return .open(Self.overflow) }
                number = decimal
            default: return .open(value)
            }
            guard number >= ExactDecimal(0), number <= most,
                let grade = ExactFraction(number).divided(by: ExactFraction(most))
            else {
                return .open(
                    .failure(
                        .invalidArgument,
                        "`\(item.label)` has \(number.text()) points, and there are 0 to \(most.text())"))
            }
            return .graded(grade)
        }
    }
}
