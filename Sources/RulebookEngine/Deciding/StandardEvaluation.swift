import CEL
import RulebookModel

/// How a standard's parts came out on one event.
struct StandardEvaluation {
    /// What the body says.
    enum BodyTruth {
        /// It is kept.
        case met
        /// It is not kept; the standard's consequence follows.
        case failed
        /// The measure landed on a step that needs something.
        case needs(AllowanceStep.Need)
        /// A fact is missing.
        case unknown(CELUnknown)
    }

    let applies: CELTruth
    let excused: CELTruth
    let body: BodyTruth
}

extension StandardProgram {
    /// Whether the standard is about the event; what errs, applies: a broken condition must not open a door.
    func applicability(_ frame: CELFrame, now: Int) -> CELTruth {
        var result = inForce(frame, now: now)
        if result == .false { return .false }
        for test in scope {
            result = result.conjoined(with: test.evaluate(frame))
            if result == .false { return .false }
        }
        if !alternatives.isEmpty {
            result = result.conjoined(with: matchesPattern(frame))
            if result == .false { return .false }
        }
        if let when { result = result.conjoined(with: when.evaluate(frame)) }
        if case .error = result { return .true }
        return result
    }

    /// Whether the standard's own period holds the event's time.
    func inForce(_ frame: CELFrame, now: Int) -> CELTruth {
        if effective.isAlways { return .true }
        switch frame[now] {
        case .timestamp(let instant): return effective.contains(instant) ? .true : .false
        case .unknown(let unknown): return .unknown(unknown)
        default: return .true
        }
    }

    /// Whether the event matches one of the pattern's alternatives.
    func matchesPattern(_ frame: CELFrame) -> CELTruth {
        var result = CELTruth.false
        for alternative in alternatives {
            result = result.disjoined(with: alternative.evaluate(frame))
            if result == .true { return .true }
        }
        return result
    }

    /// Evaluates everything about the standard that its finding depends on; nil where it is not about the event.
    func evaluate(_ frame: CELFrame, now: Int) -> StandardEvaluation? {
        let applies = applicability(frame, now: now)
        if applies == .false { return nil }
        // Where no clock runs there is nothing that could be broken.
        if isNothingToSay(frame) { return nil }
        var excused = unless?.evaluate(frame) ?? .false
        // An exception whose condition errs is not granted.
        if case .error = excused { excused = .false }
        return StandardEvaluation(applies: applies, excused: excused, body: bodyTruth(frame))
    }

    /// Whether the standard speaks at another event: where no clock runs there is nothing that could be broken, what an
    /// interval comes to is found at its end, and a procedure may always be begun.
    private func isNothingToSay(_ frame: CELFrame) -> Bool {
        switch body {
        case .absence(let absence): absence.evaluate(frame) == .true
        case .interval(let interval): interval.evaluate(frame) == .true
        case .procedure(let procedure): procedure.step(frame) == 0 && procedure.evaluate(frame) == .true
        default: false
        }
    }

    private func bodyTruth(_ frame: CELFrame) -> StandardEvaluation.BodyTruth {
        switch body {
        case .require(let condition): return Self.bodyTruth(condition.evaluate(frame))
        case .forbid(let condition): return Self.bodyTruth(condition.evaluate(frame).negated)
        case .allowance(let allowance):
            switch allowance.land(frame) {
            case .step(let index):
                let need = allowance.steps[index].need
                return need == .nothing ? .met : .needs(need)
            case .beyond, .error: return .failed
            case .unknown(let unknown): return .unknown(unknown)
            }
        case .precedence(let precedence): return Self.bodyTruth(precedence.evaluate(frame))
        case .absence(let absence): return Self.bodyTruth(absence.evaluate(frame))
        case .interval(let interval): return Self.bodyTruth(interval.evaluate(frame))
        case .procedure(let procedure): return Self.bodyTruth(procedure.evaluate(frame))
        case .clock: return .met
        case .manual(let questions):
            return .unknown(
                CELUnknown(
                    questions.map { question in
                        let answer = question.label.isEmpty ? "attested answer" : "attested answer to \(question.label)"
                        return CELAttributePath([answer])
                    }))
        }
    }

    private static func bodyTruth(_ truth: CELTruth) -> StandardEvaluation.BodyTruth {
        switch truth {
        case .true: .met
        case .false, .error: .failed
        case .unknown(let unknown): .unknown(unknown)
        }
    }
}
