public import Audit
public import RulebookEngine
import RulebookModel

/// Runs tests: asks the same decider as everybody, and has logs judged by the same audit.
public final class TestRunner {
    private let versions: CompiledVersions
    private let audit: TestAudit
    /// How often each standard was judged, by its id: a standard may be in several versions.
    private var counts: [String: StatusCounts] = [:]
    /// The standards of which some case said until when there is time.
    private var dueStandards: Set<String> = []
    /// The standards that spoke in the case that is being run.
    private var judged: Set<String> = []

    /// Makes a runner of tests of a compiled rulebook; one a thread.
    ///
    /// - Parameters:
    ///   - versions: the rulebook, in its versions.
    ///   - generator: the program that runs them.
    public init(_ versions: CompiledVersions, generator: ReportGenerator) {
        self.versions = versions
        audit = TestAudit(versions, generator: generator)
    }

    /// Runs the cases of some files.
    ///
    /// - Parameters:
    ///   - files: the tests, read for this rulebook.
    ///   - coversConditions: whether it is gathered which ways conditions and limits went.
    ///   - isWanted: which cases are run.
    /// - Returns: what came of them.
    public func run(
        _ files: [TestFile], coversConditions: Bool = false, where isWanted: (TestCase) -> Bool = { _ in true }
    ) -> TestRun {
        counts = [:]
        dueStandards = []
        let results = files.map { file in
            TestRun.FileResult(tests: file, results: file.cases.filter(isWanted).map(run))
        }
        let rulebook = versions.newest.rulebook
        let coverage = rulebook.standards.filter { !$0.isAboutRulebooks }.map {
            TestRun.Coverage(
                standard: $0, counts: counts[$0.id] ?? StatusCounts(), isDueTested: dueStandards.contains($0.id))
        }
        var ways: RulebookCoverage?
        if coversConditions {
            let collector = CoverageCollector(versions)
            for test in files.flatMap(\.cases) where isWanted(test) { collector.observe(test) }
            ways = collector.coverage(coverage)
        }
        return TestRun(rulebook: rulebook, files: results, coverage: coverage, ways: ways)
    }

    /// Whether everything in a case comes out as expected.
    func passes(_ test: TestCase) -> Bool { run(test, explains: false).isPassed }

    private func run(_ test: TestCase) -> TestResult { run(test, explains: true) }

    /// Runs a case; where failures are not explained, they come without what was kept.
    private func run(_ test: TestCase, explains: Bool) -> TestResult {
        judged = []
        var failures: [TestFailure] = []
        if let question = test.question, let expectation = test.decision {
            let decision = decide(question, of: test)
            let check = DecisionCheck(decision, rulebook: versions[decision.version].rulebook)
            failures += check.failures(of: expectation)
        }
        if let expectation = test.findings, explains || failures.isEmpty {
            failures += self.failures(of: expectation, test, explains: explains)
        }
        return TestResult(test: test, failures: failures, judged: judged)
    }

    private func decide(_ question: TestEvent, of test: TestCase) -> Decision {
        let decider = versions.makeDecider(memory: VersionedState(versions, completeFrom: test.completeFrom))
        for event in test.given { _ = decider.decideAndRemember(event.event, named: event.name) }
        let decision = decider.decide(question.event)
        let standards = versions[decision.version].rulebook.standards
        for result in decision.results {
            counts[standards[result.standard].id, default: StatusCounts()][result.status] += 1
            judged.insert(standards[result.standard].id)
        }
        judged.formUnion(decision.duties.map { standards[$0.standard].id })
        if test.decision?.due != nil { dueStandards.formUnion(decision.duties.map { standards[$0.standard].id }) }
        return decision
    }

    private func failures(
        of expectation: FindingsExpectation, _ test: TestCase, explains: Bool
    ) -> [TestFailure] {
        do {
            let report = try audit.report(on: test, listing: .notable)
            for summary in report.standards where summary.counts.total > 0 {
                counts[summary.id, default: StatusCounts()] += summary.counts
                if summary.counts.total > summary.counts[.notApplicable] { judged.insert(summary.id) }
            }
            let failures = FindingsCheck(report).failures(of: expectation, in: test)
            guard explains, !failures.isEmpty else { return failures }
            // Only where something failed are people shown what was kept.
            return FindingsCheck(try audit.report(on: test, listing: .all)).failures(of: expectation, in: test)
        } catch {
            return [TestFailure(at: test.range, expected: "events that can be judged", actual: "\(error)")]
        }
    }
}
