import CEL
import RulebookModel
import SourceText

/// Finds which clauses of a condition decided, under the facts of a frame.
///
/// Those parts decided whose truth is that of the whole: of a list that does not hold, the members that do not hold; of
/// alternatives that hold, those that do. An expression counts as the list of the terms that it joins with `and`.
struct DecidingClauses {
    let compiled: CompiledRulebook
    let frame: CELFrame
    let values: TraceValues
    let terms: TermPrograms

    /// The clauses that made a condition what it is.
    func of(_ condition: ConditionProgram) -> [Explanation.ClauseTrace] {
        switch condition {
        case .expression(let expression):
            let whole = expression.program.evaluateCondition(frame)
            return terms.of(expression).compactMap { term in
                let truth = term.side.condition(frame)
                return Self.agree(truth, whole) ? trace(term, truth: self.truth(truth, slots: term.slots)) : nil
            }
        case .all(let clauses), .any(let clauses):
            let whole = condition.evaluate(frame)
            return clauses.flatMap { clause -> [Explanation.ClauseTrace] in
                let truth = clause.program.evaluate(frame)
                guard Self.agree(truth, whole) else { return [] }
                return clause.label == nil ? of(clause.program) : [trace(clause, truth: truth)]
            }
        case .not(let inner): return of(inner)
        }
    }

    /// The same, where nothing is known of the condition; else nothing.
    func unknown(in condition: ConditionProgram?) -> [Explanation.ClauseTrace] {
        guard let condition, case .unknown = condition.evaluate(frame) else { return [] }
        return of(condition)
    }

    /// The equalities of a scope whose facts are missing.
    func unknown(in scope: [ScopeTest], of standard: Standard) -> [Explanation.ClauseTrace] {
        zip(scope, standard.scope).compactMap { test, equality in
            guard case .unknown = test.evaluate(frame) else { return nil }
            return Explanation.ClauseTrace(
                label: nil,
                text: "\(equality.path.joined(separator: ".")): \(equality.texts.joined(separator: " or "))",
                place: equality.range, facts: values.readings(slots: [test.slot], settings: []), truth: .unknown)
        }
    }

    /// A value that decides, as a clause.
    func value(_ expression: ExpressionProgram) -> Explanation.ClauseTrace {
        trace(terms.whole(expression), truth: truth(of: expression.program.evaluate(frame), slots: expression.slots))
    }

    /// What an allowance measures, as a clause, with what was used before and whose figure it is.
    func measure(_ allowance: AllowanceProgram, of standard: Standard) -> Explanation.ClauseTrace {
        let slots = allowance.measuredSlots
        var truth = truth(of: allowance.measured(frame), slots: slots)
        // What is known of it does not decide where more may be missing.
        if allowance.lack(frame) != nil, case .unknown = allowance.land(frame) { truth = .unknown }
        let whole = allowance.operand.map { terms.whole($0) }
        var shown = allowance.shownSlots
        if let slot = allowance.memory?.reservedSlot, case .null = frame[slot] { shown.removeAll { $0 == slot } }
        return Explanation.ClauseTrace(
            label: nil, text: whole?.text ?? Self.count(standard), place: whole?.place ?? standard.range,
            facts: values.readings(slots: shown, settings: whole?.settings ?? []), truth: truth)
    }

    /// What must have happened before, as a clause.
    func precedence(_ precedence: PrecedenceProgram, of standard: Standard) -> Explanation.ClauseTrace {
        timeline(standard, precedence.slots + precedence.expected.keySlots, precedence.evaluate(frame)) {
            "\($0.other.text) before \(standard.pattern.text)"
        }
    }

    /// What must not follow, as a clause.
    func absence(_ absence: AbsenceProgram, of standard: Standard) -> Explanation.ClauseTrace {
        timeline(standard, [absence.slot] + absence.clock.keySlots, absence.evaluate(frame)) {
            "no \($0.other.text) after \(standard.pattern.text)"
        }
    }

    /// That another interval may begin, as a clause.
    func interval(_ interval: IntervalProgram, of standard: Standard) -> Explanation.ClauseTrace {
        timeline(standard, interval.slots + interval.keySlots, interval.evaluate(frame)) { _ in
            "another \(standard.pattern.text)"
        }
    }

    /// That an event comes in order, as a clause.
    func procedure(_ procedure: ProcedureBody, of standard: Standard) -> Explanation.ClauseTrace {
        timeline(standard, [procedure.program.slot] + procedure.program.keySlots, procedure.evaluate(frame)) { rule in
            guard case .procedure(let written, _) = rule.demand, let step = procedure.step(frame) else { return "" }
            return "\(written.steps[step].text) as step \(step + 1)"
        }
    }

    private func timeline(
        _ standard: Standard, _ slots: [Int], _ truth: CELTruth, text: (TimelineRule) -> String
    ) -> Explanation.ClauseTrace {
        var words = ""
        var place = standard.range
        if case .timeline(let rule) = standard.body { (words, place) = (text(rule), rule.range) }
        return Explanation.ClauseTrace(
            label: nil, text: words, place: place, facts: values.readings(slots: Set(slots).sorted(), settings: []),
            truth: self.truth(truth, slots: slots))
    }

    /// What is counted, where no expression says what is measured.
    private static func count(_ standard: Standard) -> String {
        guard case .allowance(let allowance) = standard.body, let pattern = allowance.measure.pattern else { return "" }
        return "\(allowance.measure.function.rawValue) of \(pattern.types.joined(separator: " or "))"
    }

    private func truth(of value: CELValue, slots: [Int]) -> Explanation.ClauseTrace.Truth {
        switch value {
        case .unknown: .unknown
        case .error(let error): .failed(values.reason(error, slots: slots))
        default: .holds
        }
    }

    private static func agree(_ part: CELTruth, _ whole: CELTruth) -> Bool {
        switch (part, whole) {
        case (.true, .true), (.false, .false), (.unknown, .unknown), (.error, .error): true
        default: false
        }
    }

    // MARK: Traces

    private func trace(_ clause: ClauseProgram, truth: CELTruth) -> Explanation.ClauseTrace {
        let parts = clause.program.expressions.map { terms.whole($0) }
        let place = parts.first.map { first in parts.dropFirst().reduce(first.place) { $0.union($1.place) } }
        let slots = Set(parts.flatMap(\.slots)).sorted()
        return Explanation.ClauseTrace(
            label: clause.label, text: parts.map(\.text).joined(separator: "; "),
            place: place ?? compiled.rulebook.files[0].wholeRange,
            facts: values.readings(slots: slots, settings: parts.flatMap(\.settings)),
            truth: self.truth(truth, slots: slots), quotes: values.quotes(slots: slots))
    }

    private func trace(
        _ term: TermPrograms.Term, truth: Explanation.ClauseTrace.Truth
    ) -> Explanation.ClauseTrace {
        Explanation.ClauseTrace(
            label: nil, text: term.text, place: term.place,
            facts: values.readings(slots: term.slots, settings: term.settings), truth: truth,
            quotes: values.quotes(slots: term.slots))
    }

    private func truth(_ truth: CELTruth, slots: [Int]) -> Explanation.ClauseTrace.Truth {
        switch truth {
        case .true: .holds
        case .false: .doesNotHold
        case .unknown: .unknown
        case .error(let error): .failed(values.reason(error, slots: slots))
        }
    }
}
