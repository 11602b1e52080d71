public import Audit
import RulebookEngine
public import RulebookModel

/// What came of one case.
public struct TestResult: Sendable {
    /// The case.
    public let test: TestCase
    /// What did not come out as expected; empty where the case passed.
    public let failures: [TestFailure]
    /// The ids of the standards that said something in it: what a change of another standard is, it hardly notices.
    let judged: Set<String>

    /// Whether everything came out as expected.
    public var isPassed: Bool { failures.isEmpty }
}

/// What came of the tests of a rulebook.
public struct TestRun: Sendable {
    /// What came of a file.
    public struct FileResult: Sendable {
        /// The file.
        public let tests: TestFile
        /// The cases that were run, in written order.
        public let results: [TestResult]
    }

    /// How often the tests saw a standard, and with what result.
    public struct Coverage: Sendable {
        /// The standard.
        public let standard: Standard
        /// What became of it, over all cases.
        public let counts: StatusCounts
        /// Whether some case says until when there is time.
        public let isDueTested: Bool
    }

    /// The rulebook.
    public let rulebook: Rulebook
    /// The files, in order of name.
    public let files: [FileResult]
    /// The standards, in order of id.
    public let coverage: [Coverage]
    /// Which ways conditions and limits went; nil where nobody asked.
    public let ways: RulebookCoverage?

    /// Every case that was run.
    public var results: [TestResult] { files.flatMap(\.results) }
    /// How many cases passed.
    public var passedCount: Int { results.count(where: \.isPassed) }
    /// How many cases failed.
    public var failedCount: Int { results.count - passedCount }

    /// The standards that no case judged: neither met, missed, within discretion nor due.
    public var neverJudged: [Standard] {
        coverage.filter { $0.counts.judged == 0 && !$0.isDueTested }.map(\.standard)
    }
    /// The standards that were judged and in no case kept.
    public var neverKept: [Standard] {
        coverage.filter { $0.counts.judged > 0 && $0.counts[.met] == 0 }.map(\.standard)
    }
    /// The standards that were judged and stood in no case's way: nothing shows that they bite.
    public var neverMissed: [Standard] {
        coverage.filter { $0.counts.judged > 0 && $0.counts[.missed] + $0.counts[.discretion] == 0 }.map(\.standard)
    }
}
