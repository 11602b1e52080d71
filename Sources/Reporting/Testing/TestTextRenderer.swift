public import RulebookEngine
import RulebookModel
import SourceText
public import Workbench

/// Shows what came of tests, for a terminal: every failure with its place and why, then what the tests left out.
public struct TestTextRenderer: Sendable {
    /// The width for which lines are set.
    public static let columns = DecisionTextRenderer.columns

    /// Whether the text carries colours.
    public let colour: TerminalColour

    /// Makes a renderer.
    public init(colour: TerminalColour = .off) { self.colour = colour }

    /// Shows the results.
    ///
    /// - Parameters:
    ///   - run: what came of the tests.
    ///   - versions: the rulebook that they tested, which says why decisions came out as they did.
    /// - Returns: lines that each end with a line feed.
    public func render(_ run: TestRun, of versions: CompiledVersions) -> String {
        let words = FailureText(versions, colour: colour)
        var lines: [String] = []
        for file in run.files where !file.results.isEmpty {
            let failed = file.results.filter { !$0.isPassed }
            let sign = failed.isEmpty ? styled("✓", "32") : styled("✗", "31")
            let passedCount = file.results.count - failed.count
            lines.append(
                "\(sign) \(VisibleText.oneLine(file.tests.title)): \(passedCount) of \(file.results.count) passed")
            for result in failed { lines += self.lines(of: result, words) }
        }
        lines += ["", summary(run)]
        lines += coverage("Judged by no case", run.neverJudged)
        lines += coverage("Judged and never met", run.neverKept)
        lines += coverage("Judged and never missed", run.neverMissed)
        return lines.map { $0 + "\n" }.joined()
    }

    private func lines(of result: TestResult, _ words: FailureText) -> [String] {
        var lines = ["  " + styled("✗", "31") + " " + styled(VisibleText.oneLine(result.test.title), "1")]
        for failure in result.failures {
            lines.append("    " + styled(VisibleText.oneLine(failure.range.place), "2"))
            lines += wrapped(FailureText.summary(failure), indent: 6)
            lines += words.explanation(failure).map { "      " + $0 }
        }
        return lines
    }

    private func summary(_ run: TestRun) -> String {
        let count = run.results.count
        let cases = "\(count) case\(count == 1 ? "" : "s") in \(run.files.count) file\(run.files.count == 1 ? "" : "s")"
        if run.failedCount == 0 { return styled("\(cases), all passed", "1;32") }
        return styled("\(cases): \(run.passedCount) passed, \(run.failedCount) failed", "1;31")
    }

    private func coverage(_ title: String, _ standards: [Standard]) -> [String] {
        guard !standards.isEmpty else { return [] }
        return wrapped("\(title): \(standards.map(\.id).joined(separator: ", "))", indent: 0)
    }

    private func wrapped(_ text: String, indent: Int) -> [String] {
        VisibleText.wrapped(text, columns: Self.columns - indent).enumerated().map { index, line in
            String(repeating: " ", count: indent + (index == 0 ? 0 : 2)) + line
        }
    }

    private func styled(_ text: String, _ code: String) -> String {
        switch colour {
        case .off: text
        case .on: "\u{1B}[\(code)m\(text)\u{1B}[0m"
        }
    }
}
