import Audit
import JSONSyntax
public import RulebookEngine
import RulebookModel
import SourceText
public import Workbench

/// Writes what came of tests as one JSON object.
///
/// `rulebook`, `version`, `digest`, `passed` and `failed`; `files`, each with `title`, `file`, `source`, `as_of`, `mark` and
/// `cases`; of a case `title`, `place`, `passed` and `failures`, each with `place`, `expected`, `actual` and the lines of its
/// `explanation`; and `coverage`: of each standard, how often the tests saw which status. Where it was asked for, `ways`
/// says which ways conditions and limits went, and `mutants` which changes of the rulebook the tests notice.
public struct TestJSONRenderer: Sendable {
    /// Makes a renderer.
    public init() {}

    /// Writes the results.
    ///
    /// - Parameters:
    ///   - run: what came of the tests.
    ///   - versions: the rulebook that they tested.
    ///   - mutants: what came of changes of the rulebook; nil where nobody asked.
    /// - Returns: a JSON text that ends with a line feed.
    public func render(_ run: TestRun, of versions: CompiledVersions, mutants: MutationRun? = nil) -> [UInt8] {
        let words = FailureText(versions)
        var writer = JSONWriter(style: .pretty)
        writer.object { writer in
            writer.member("rulebook", run.rulebook.id)
            writer.member("version", run.rulebook.version)
            writer.member("digest", run.rulebook.digest)
            writer.member("passed", run.passedCount)
            writer.member("failed", run.failedCount)
            writer.name("files")
            writer.list { writer in
                for file in run.files where !file.results.isEmpty { write(file, words, to: &writer) }
            }
            writer.name("coverage")
            writer.object { writer in
                for coverage in run.coverage { write(coverage, to: &writer) }
            }
            if let ways = run.ways {
                writer.name("ways")
                writer.write(ways)
            }
            if let mutants {
                writer.name("mutants")
                writer.write(mutants)
            }
        }
        writer.endLine()
        return writer.utf8
    }

    private func write(_ file: TestRun.FileResult, _ words: FailureText, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("title", file.tests.title)
            writer.member("file", file.tests.file.name)
            writer.member("source", file.tests.source?.text)
            writer.member("as_of", file.tests.asOf)
            writer.member("mark", file.tests.mark)
            writer.name("cases")
            writer.list { writer in
                for result in file.results { write(result, words, to: &writer) }
            }
        }
    }

    private func write(_ result: TestResult, _ words: FailureText, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("title", result.test.title)
            writer.member("place", result.test.range.place)
            writer.member("passed", result.isPassed)
            writer.name("failures")
            writer.list { writer in
                for failure in result.failures {
                    writer.object { writer in
                        writer.member("place", failure.range.place)
                        writer.member("expected", failure.expected)
                        writer.member("actual", failure.actual)
                        writer.member("explanation", words.explanation(failure))
                    }
                }
            }
        }
    }

    private func write(_ coverage: TestRun.Coverage, to writer: inout JSONWriter) {
        writer.name(coverage.standard.id)
        writer.object(.inline) { writer in
            for status in FindingStatus.allCases { writer.member(status.rawValue, coverage.counts[status]) }
        }
    }
}
