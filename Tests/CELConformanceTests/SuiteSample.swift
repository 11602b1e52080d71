import CELConformance
import Foundation
import TestSupport

/// Small files in the suite's format.
enum SuiteSample {
    /// A file with tests under one section.
    static func file(_ tests: [String]) -> String {
        #"{"file": "t", "name": "t", "sections": [{"name": "s", "tests": ["# + tests.joined(separator: ",\n") + "]}]}"
    }

    /// A test; the expectation and everything else as JSON.
    static func test(_ name: String, _ expression: String, _ expected: String, _ more: String = "") -> String {
        let quoted = expression.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return """
            {"id": "t/s/\(name)", "name": "\(name)", "expr": "\(quoted)", "expected": \(expected)\
            \(more.isEmpty ? "" : ", " + more)}
            """
    }

    /// What comes of one test.
    static func outcome(_ expression: String, _ expected: String, _ more: String = "") throws -> TestOutcome {
        let folder = try TemporaryFolder()
        try folder.write(file([test("one", expression, expected, more)]), to: "t.json")
        let tests = try SuiteReader.read(SuiteFolder(folder.url).files[0])
        return tests.map { $0.run() }.first ?? .skipped("not read")
    }

    static let passing = test("passes", "1 + 1", #"{"value": {"int": "2"}}"#)
    static let failing = test("fails", "1 + 1", #"{"value": {"uint": "2"}}"#)
    static let skipped = test("skipped", "TestAllTypes{}", #"{"value": {"bool": true}}"#, #""needs": ["proto"]"#)
}
