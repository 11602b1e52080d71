import CEL
import Foundation
import TestSupport
import Testing

@Suite("The language's own conformance tests")
struct ConformanceTests {
    private static let files = [
        "basic", "comparisons", "conversions", "fields", "fp_math", "integer_math", "lists", "logic", "macros",
        "namespace", "parse", "plumbing", "string", "timestamps", "type_deduction", "bindings_ext",
        "block_ext", "optionals", "macros2",
    ]

    @Test(
        "core tests pass, but for a listed set",
        .enabled(if: sharedResource("conformance/cel/basic.json") != nil, "the shared conformance suite is absent"))
    func core() throws {
        let known = ConformanceGaps.reasons
        var counts: [String: (passed: Int, total: Int)] = [:]
        var failures: [String: String] = [:]
        for file in Self.files {
            for test in try ConformanceTest.read(file) where !test.needs.contains("proto") {
                counts[file, default: (0, 0)].total += 1
                if let failure = test.run() {
                    failures[test.id] = failure
                } else {
                    counts[file, default: (0, 0)].passed += 1
                }
            }
        }
        let passed = counts.values.map(\.passed).reduce(0, +)
        let total = counts.values.map(\.total).reduce(0, +)
        print("CEL conformance, core: \(passed) of \(total)")
        for file in Self.files { print("  \(file): \(counts[file]?.passed ?? 0) of \(counts[file]?.total ?? 0)") }
        for (id, failure) in failures.sorted(by: { $0.key < $1.key }) where known[id] == nil {
            Issue.record("\(id): \(failure)")
        }
        for id in known.keys.sorted() where failures[id] == nil {
            Issue.record("\(id) is listed as a gap and passes: take it off the list")
        }
        #expect(passed * 100 > total * 95)
    }

    @Test(
        "every test that needs nothing but syntax of the core parses",
        .enabled(if: sharedResource("conformance/cel/basic.json") != nil, "the shared conformance suite is absent"))
    func parses() throws {
        for file in Self.files + ["proto2", "proto3", "dynamic", "enums", "wrappers"] {
            for test in try ConformanceTest.read(file) {
                let libraries = Set(CELLibrary.allCases)
                let issues = CELEnvironment(options: CELOptions(libraries: libraries)).parse(test.expression).issues
                #expect(issues.isEmpty, "\(test.id): \(issues.map(\.message))")
            }
        }
    }
}
