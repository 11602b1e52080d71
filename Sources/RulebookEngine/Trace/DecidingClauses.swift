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
                return Self.agree(truth, whole) ? trace(term, of: expression, truth: truth) : nil
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

    /// What an allowance measures, as a clause.
    func measure(_ expression: ExpressionProgram) -> Explanation.ClauseTrace {
        let truth: Explanation.ClauseTrace.Truth =
            switch expression.program.evaluate(frame) {
            case .unknown: .unknown
            case .error(let error): .failed(values.reason(error, slots: expression.slots))
            default: .holds
            }
        return trace(expression, truth: truth)
    }

    private static func agree(_ part: CELTruth, _ whole: CELTruth) -> Bool {
        switch (part, whole) {
        case (.true, .true), (.false, .false), (.unknown, .unknown), (.error, .error): true
        default: false
        }
    }

    // MARK: Traces

    private func trace(_ clause: ClauseProgram, truth: CELTruth) -> Explanation.ClauseTrace {
        let expressions = clause.program.expressions
        let place = expressions.first.map { first in
            expressions.dropFirst().reduce(first.source.range) { $0.union($1.source.range) }
        }
        let slots = Set(expressions.flatMap(\.slots)).sorted()
        return Explanation.ClauseTrace(
            label: clause.label, text: expressions.map(\.source.source.onOneLine).joined(separator: "; "),
            place: place ?? compiled.rulebook.files[0].wholeRange,
            facts: values.readings(
                slots: slots, settings: expressions.flatMap { SettingNames.of($0.source.checked.root) }),
            truth: self.truth(truth, slots: slots))
    }

    private func trace(
        _ term: TermPrograms.Term, of expression: ExpressionProgram, truth: CELTruth
    ) -> Explanation.ClauseTrace {
        guard !term.isWhole else { return trace(expression, truth: self.truth(truth, slots: expression.slots)) }
        let slots = term.side.slots.sorted()
        return Explanation.ClauseTrace(
            label: nil, text: term.checked.text.onOneLine,
            place: expression.source.range(of: term.checked.root.range),
            facts: values.readings(slots: slots, settings: SettingNames.of(term.checked.root)),
            truth: self.truth(truth, slots: slots))
    }

    private func trace(
        _ expression: ExpressionProgram, truth: Explanation.ClauseTrace.Truth
    ) -> Explanation.ClauseTrace {
        Explanation.ClauseTrace(
            label: nil, text: expression.source.source.onOneLine, place: expression.source.range,
            facts: values.readings(
                slots: expression.slots, settings: SettingNames.of(expression.source.checked.root)),
            truth: truth)
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

extension String {
    /// The text on one line.
    var onOneLine: String {
        // Most conditions are on one line already, and a long audit shows them often.
        let space = UInt8(ascii: " ")
        let isPlain = utf8.allSatisfy { $0 >= space && $0 < 0x7F } && utf8.first != space && utf8.last != space
        return isPlain ? self : joinedLines
    }

    private var joinedLines: String {
        split(whereSeparator: \.isNewline).map { line in
            String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: " ")
    }
}
