import RulebookEngine
import RulebookModel
import SourceText

/// Holds a decision against what a test expects of it.
struct DecisionCheck {
    private let decision: Decision
    private let rulebook: Rulebook

    init(_ decision: Decision, rulebook: Rulebook) {
        self.decision = decision
        self.rulebook = rulebook
    }

    func failures(of expectation: DecisionExpectation) -> [TestFailure] {
        let outcome = expectation.outcome
        guard decision.outcome == outcome.value else {
            // What else is expected belongs to that outcome.
            return [failure(outcome, expected: outcome.value.rawValue, actual: decision.outcome.rawValue)]
        }
        var failures: [TestFailure] = []
        if let by = expectation.by, by.value != deciding {
            failures.append(
                failure(
                    by, expected: "\(outcome.value.rawValue) by \(list(by.value))",
                    actual: "\(outcome.value.rawValue) by \(deciding.isEmpty ? "no standard" : list(deciding))"))
        }
        if let from = expectation.from, from.value != decision.approver {
            failures.append(
                failure(
                    from, expected: "the approval of a \(from.value)",
                    actual: decision.approver.map { "the approval of a \($0)" } ?? "nobody's approval"))
        }
        if let missing = expectation.missing, Set(missing.value) != Set(decision.missing) {
            failures.append(
                failure(
                    missing, expected: "missing: \(list(missing.value))", actual: "missing: \(list(decision.missing))"))
        }
        failures += expectation.statuses.compactMap(failure)
        if let due = expectation.due { failures += self.failures(of: due) }
        return failures
    }

    /// The standards that bring the outcome about, in order of id.
    private var deciding: [String] {
        decision.results.filter { $0.effect != .allow && $0.effect.outcome == decision.outcome }
            .map { name($0.standard) }.sorted()
    }

    private func failure(_ expected: DecisionExpectation.Status) -> TestFailure? {
        let status = decision.results.first { name($0.standard) == expected.standard }?.status ?? .notApplicable
        guard status != expected.status else { return nil }
        return TestFailure(
            at: expected.range, expected: "\(expected.standard): \(expected.status.rawValue)", actual: status.rawValue,
            decision: decision)
    }

    private func failures(of due: Located<[DecisionExpectation.Due]>) -> [TestFailure] {
        var failures: [TestFailure] = []
        for expected in due.value {
            let duties = decision.duties.filter { name($0.standard) == expected.standard }
            let isMet = duties.contains { duty in
                switch (expected.deadline, duty.deadline) {
                case (nil, nil): true
                case (let deadline?, let moment?): deadline.isMet(by: moment)
                default: false
                }
            }
            guard !isMet else { continue }
            failures.append(
                TestFailure(
                    at: expected.range, expected: "\(expected.standard): due \(expected.range.text)",
                    actual: duties.isEmpty ? "no duty" : "due at another time", decision: decision))
        }
        let listed = Set(due.value.map(\.standard))
        let others = decision.duties.map { name($0.standard) }.filter { !listed.contains($0) }
        if !others.isEmpty {
            failures.append(failure(due, expected: "no other duty", actual: "also \(list(others))"))
        }
        return failures
    }

    private func failure<Value>(_ value: Located<Value>, expected: String, actual: String) -> TestFailure {
        TestFailure(at: value.range, expected: expected, actual: actual, decision: decision)
    }

    /// The id of a standard of the version that decided.
    private func name(_ standard: Int) -> String { rulebook.standards[standard].id }

    private func list(_ texts: [String]) -> String { texts.isEmpty ? "nothing" : texts.joined(separator: ", ") }
}
