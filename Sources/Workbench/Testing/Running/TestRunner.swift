public import Audit
public import RulebookEngine
import RulebookModel

/// Runs tests: asks the same decider as everybody, and has logs judged by the same audit.
public final class TestRunner {
    private let compiled: CompiledRulebook
    private let explainer: Explainer
    private let audit: TestAudit
    private var counts: [StatusCounts]

    /// Makes a runner of tests of a compiled rulebook; one a thread.
    ///
    /// - Parameters:
    ///   - compiled: the rulebook.
    ///   - generator: the program that runs them.
    public init(_ compiled: CompiledRulebook, generator: ReportGenerator) {
        self.compiled = compiled
        explainer = Explainer(compiled)
        audit = TestAudit(compiled, generator: generator)
        counts = Array(repeating: StatusCounts(), count: compiled.rulebook.standards.count)
    }

    /// Runs the cases of some files.
    ///
    /// - Parameters:
    ///   - files: the tests, read for this rulebook.
    ///   - isWanted: which cases are run.
    /// - Returns: what came of them.
    public func run(_ files: [TestFile], where isWanted: (TestCase) -> Bool = { _ in true }) -> TestRun {
        counts = Array(repeating: StatusCounts(), count: counts.count)
        let results = files.map { file in
            TestRun.FileResult(tests: file, results: file.cases.filter(isWanted).map(run))
        }
        let coverage = zip(compiled.rulebook.standards, counts).map(TestRun.Coverage.init)
        return TestRun(rulebook: compiled.rulebook, files: results, coverage: coverage)
    }

    private func run(_ test: TestCase) -> TestResult {
        var failures: [TestFailure] = []
        if let question = test.question, let expectation = test.decision {
            let check = DecisionCheck(decide(question, of: test), rulebook: compiled.rulebook)
            failures += check.failures(of: expectation)
        }
        if let expectation = test.findings { failures += self.failures(of: expectation, test) }
        return TestResult(test: test, failures: failures)
    }

    private func decide(_ question: TestEvent, of test: TestCase) -> Decision {
        let decider = compiled.makeDecider(memory: TimelineState(compiled))
        for event in test.given { _ = decider.decideAndRemember(event.event, named: event.name) }
        let decision = decider.decide(question.event)
        for result in decision.results { counts[result.standard][result.status] += 1 }
        return decision
    }

    private func failures(of expectation: FindingsExpectation, _ test: TestCase) -> [TestFailure] {
        do {
            let report = try audit.report(on: test)
            for (index, summary) in report.standards.enumerated() { counts[index] += summary.counts }
            return FindingsCheck(report).failures(of: expectation, in: test)
        } catch {
            return [TestFailure(at: test.range, expected: "events that can be judged", actual: "\(error)")]
        }
    }
}
