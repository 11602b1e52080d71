import CEL
import CELConformance
import Foundation
import TestSupport
import Testing

/// `swift run -c release cel-conformance …/conformance/cel` prints the whole of what these tests look at.
@Suite(
    "The language's own conformance tests",
    .enabled(if: sharedResource("conformance/cel/basic.json") != nil, "the shared conformance suite is absent"))
struct ConformanceTests {
    /// The tags of what the module offers beyond the core, besides `proto` and `wkt`: tests that need another one wait.
    private static let offered: Set<String> = [
        "escaped_identifiers", "strings", "math", "encoders", "optionals", "bindings", "comprehensions_v2", "block",
        "network",
    ]

    private static func report() throws -> ConformanceReport {
        let url = try #require(sharedResource("conformance/cel"))
        var report = ConformanceReport()
        for file in try SuiteFolder(url).files {
            report.run(try SuiteReader.read(file), of: file.deletingPathExtension().lastPathComponent)
        }
        return report
    }

    @Test("tests of what the module offers pass, but for a listed set")
    func passes() throws {
        let known = ConformanceGaps.reasons
        let report = try Self.report()
        var failures: [String: String] = [:]
        var passedCount = 0
        for entry in report.files.flatMap(\.entries) where entry.test.needs.isSubset(of: Self.offered) {
            switch entry.outcome {
            case .passed: passedCount += 1
            case .failed(let expected, let got): failures[entry.test.id] = "expected \(expected), got \(got)"
            case .skipped(let reason): failures[entry.test.id] = "skipped: \(reason)"
            }
        }
        print("CEL conformance: \(report.closingLine)")
        for (id, failure) in failures.sorted(by: { $0.key < $1.key }) where known[id] == nil {
            Issue.record("\(id): \(failure)")
        }
        for id in known.keys.sorted() where failures[id] == nil {
            Issue.record("\(id) is listed as a gap and passes: take it off the list")
        }
        #expect(passedCount > 1_300)
    }

    @Test("every test parses whose syntax is offered, also where it needs messages")
    func parses() throws {
        let environment = CELEnvironment(options: CELOptions(libraries: Set(CELLibrary.allCases)))
        for entry in try Self.report().files.flatMap(\.entries) {
            let issues = environment.parse(entry.test.expression).issues
            #expect(issues.isEmpty, "\(entry.test.id): \(issues.map(\.message))")
        }
    }

    @Test("only tests that need protobuf messages are skipped")
    func skips() throws {
        for entry in try Self.report().files.flatMap(\.entries) {
            guard case .skipped = entry.outcome else { continue }
            #expect(entry.test.needs.contains("proto"), "\(entry.test.id)")
        }
    }
}
