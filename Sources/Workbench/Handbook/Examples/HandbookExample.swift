import Audit
import JSONSyntax
import RulebookEngine
import RulebookModel
import SourceText

/// A test of the rulebook that shows what a standard comes to.
struct HandbookExample {
    /// What it shows.
    enum Content {
        /// A proposed action, and what is decided.
        case decision(Decision, status: FindingStatus)
        /// What an audit finds of the standard, by status.
        case findings([(status: FindingStatus, count: Int?)])
    }

    /// The test.
    let test: TestCase
    /// What it shows.
    let content: Content
}

/// The examples of every standard, taken from tests that pass.
struct HandbookExamples {
    /// The most examples of one standard.
    static let countMax = 5

    /// How many tests fail, and give no example.
    let failingCount: Int
    private let byStandard: [String: [HandbookExample]]

    /// No examples.
    static let none = HandbookExamples(failingCount: 0, byStandard: [:])

    private init(failingCount: Int, byStandard: [String: [HandbookExample]]) {
        self.failingCount = failingCount
        self.byStandard = byStandard
    }

    /// Runs the tests, and sorts them by the standards that they show.
    ///
    /// - Parameters:
    ///   - files: the tests, read for this rulebook.
    ///   - versions: the rulebook.
    ///   - version: the version of which the book is made; tests that another judges give no example.
    init(_ files: [TestFile], of versions: CompiledVersions, version: Int) {
        let run = TestRunner(versions, generator: ReportGenerator(version: "")).run(files)
        failingCount = run.failedCount
        let standards = versions[version].rulebook.standards
        var byStandard: [String: [HandbookExample]] = [:]
        for result in run.results where result.isPassed {
            let test = result.test
            if let question = test.question, test.decision != nil {
                let decider = versions.makeDecider(memory: VersionedState(versions))
                for event in test.given { _ = decider.decideAndRemember(event.event, named: event.name) }
                let decision = decider.decide(question.event)
                guard decision.version == version else { continue }
                for spoken in decision.results where Self.decides(spoken, in: decision) {
                    byStandard[standards[spoken.standard].id, default: []].append(
                        HandbookExample(test: test, content: .decision(decision, status: spoken.status)))
                }
            }
            for entry in test.findings?.entries ?? [] {
                guard let findings = Self.findings(entry.findings) else { continue }
                byStandard[entry.standard, default: []].append(
                    HandbookExample(test: test, content: .findings(findings)))
            }
        }
        self.byStandard = byStandard
    }

    /// Whether a decision is what it is by a standard: it stands in the way, or nothing does.
    private static func decides(_ result: StandardResult, in decision: Decision) -> Bool {
        result.effect.outcome == decision.outcome && result.status != .notApplicable
    }

    private static func findings(
        _ findings: FindingsExpectation.Entry.Findings
    ) -> [(status: FindingStatus, count: Int?)]? {
        switch findings {
        case .all(.notApplicable): return nil
        case .all(let status): return [(status, nil)]
        case .missedAim: return [(.met, nil)]
        case .counts(let counts, _):
            let some = FindingStatus.allCases.compactMap { status in counts[status].map { (status: status, count: $0) }
            }
            .filter { $0.count > 0 && $0.status != .notApplicable }
            guard !some.isEmpty else { return nil }
            return some.count == 1 && some[0].count == 1 ? [(some[0].status, nil)] : some.map { ($0.status, $0.count) }
        }
    }

    /// The examples of a standard that a book shows: one of each answer first, then more, in the order of the tests.
    ///
    /// - Parameters:
    ///   - standard: its id.
    ///   - role: who acts in them, where there are such; nil for anybody.
    /// - Returns: at most ``countMax``.
    func examples(of standard: String, for role: String?) -> [HandbookExample] {
        let every = byStandard[standard] ?? []
        let own = every.filter { $0.isAbout(role) }
        // Who is in no test of a standard sees what others may, and what they bring.
        let about = own.isEmpty ? every : own
        // A test that speaks of few standards shows each of them best.
        let all = about.enumerated().sorted { ($0.element.breadth, $0.offset) < ($1.element.breadth, $1.offset) }
            .map(\.element)
        var kinds: Set<String> = []
        var chosen = all.indices.filter { kinds.insert(all[$0].kind).inserted }.prefix(Self.countMax).map { $0 }
        for index in all.indices where !chosen.contains(index) && chosen.count < Self.countMax - 1 {
            chosen.append(index)
        }
        return chosen.map { all[$0] }.sorted { $0.place < $1.place }
    }
}

extension HandbookExample {
    /// The answer, as far as it sets examples apart.
    fileprivate var kind: String {
        switch content {
        case .decision(let decision, let status): "\(decision.outcome.rawValue) \(status.rawValue)"
        case .findings(let findings): findings.map(\.status.rawValue).joined(separator: " ")
        }
    }

    /// Where it is written, to be ordered by.
    fileprivate var place: (String, Int) { (test.range.file.name, test.range.lowerBound) }

    /// How many standards it speaks of.
    fileprivate var breadth: Int {
        switch content {
        case .decision: 1
        case .findings: test.findings?.entries.count ?? 1
        }
    }

    /// Whether somebody of a role acts in it; what nobody of a named role does is about everybody.
    fileprivate func isAbout(_ role: String?) -> Bool {
        guard let role, case .decision(let decision, _) = content,
            let actor = decision.event.root["agent"]?["role"]?.string
        else { return true }
        return actor == role
    }
}
