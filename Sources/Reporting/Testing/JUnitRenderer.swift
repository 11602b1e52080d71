public import RulebookEngine
import RulebookModel
import SourceText
public import Workbench

/// Writes what came of tests as JUnit's XML: a `testsuite` a file, a `testcase` a case.
///
/// The form has no standard; written is what the common readers share: `tests`, `failures`, `errors`, `name`,
/// `classname`, `file`, `line`, and a `failure` with `message` and text.
public struct JUnitRenderer: Sendable {
    /// Makes a renderer.
    public init() {}

    /// Writes the results.
    ///
    /// - Parameters:
    ///   - run: what came of the tests.
    ///   - versions: the rulebook that they tested.
    /// - Returns: an XML text that ends with a line feed.
    public func render(_ run: TestRun, of versions: CompiledVersions) -> [UInt8] {
        let words = FailureText(versions)
        var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
        lines.append("<testsuites\(attributes(run.rulebook.id, run.results))>")
        for file in run.files where !file.results.isEmpty {
            lines.append("  <testsuite\(attributes(file.tests.title, file.results))>")
            for result in file.results { lines += testCase(result, of: run, words) }
            lines.append("  </testsuite>")
        }
        lines.append("</testsuites>")
        return Array(lines.map { $0 + "\n" }.joined().utf8)
    }

    private func attributes(_ name: String, _ results: [TestResult]) -> String {
        let failedCount = results.count { !$0.isPassed }
        return " name=\"\(HTMLText.escaped(name))\" tests=\"\(results.count)\" failures=\"\(failedCount)\" errors=\"0\""
    }

    private func testCase(_ result: TestResult, of run: TestRun, _ words: FailureText) -> [String] {
        let range = result.test.range
        let start =
            "    <testcase name=\"\(HTMLText.escaped(result.test.title))\""
            + " classname=\"\(HTMLText.escaped(run.rulebook.id))\""
            + " file=\"\(HTMLText.escaped(range.file.name))\" line=\"\(range.start.line)\""
        guard !result.isPassed else { return [start + "/>"] }
        var lines = [start + ">"]
        for failure in result.failures {
            lines.append(
                "      <failure type=\"expectation\" message=\"\(HTMLText.escaped(FailureText.summary(failure)))\">")
            lines.append(HTMLText.escaped(failure.range.place))
            lines += words.explanation(failure).map(HTMLText.escaped)
            lines.append("</failure>")
        }
        return lines + ["    </testcase>"]
    }
}
