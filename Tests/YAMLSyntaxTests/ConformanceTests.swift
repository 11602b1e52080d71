import Foundation
import SourceText
import TestSupport
import Testing

@testable import YAMLSyntax

@Suite(
    "The YAML test suite holds, but for what the profile refuses",
    .enabled(if: sharedResource("conformance/yaml/cases.json") != nil, "the shared suites are absent"))
struct ConformanceTests {
    private let cases: [SuiteCase]
    /// What libyaml itself is known to read otherwise.
    private let libyamlFailures: [String: String]

    /// A block scalar that ends in spaces without a line break: the reader adds the break.
    private let mendedByReader = "L24T-01"

    init() throws {
        cases = try SuiteCase.all()
        let url = try #require(sharedResource("conformance/yaml/libyaml-0.2.5.json"))
        let list = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
        libyamlFailures = try #require(list?["fails"] as? [String: String])
    }

    @Test("libyaml's events arrive unchanged")
    func events() throws {
        #expect(cases.count == 314)
        var failures: [String] = []
        for suiteCase in cases where suiteCase.failsAsEvents { failures.append(suiteCase.id) }
        #expect(failures.sorted() == libyamlFailures.keys.filter { $0 != mendedByReader }.sorted())
        print("YAML test suite, events: \(cases.count - failures.count) of \(cases.count) pass")
    }

    @Test("No tree is wrong, and what is refused is refused on purpose")
    func trees() throws {
        let refusedOnPurpose = try casesFile("refused-on-purpose.json")
        let gaps = try casesFile("libyaml-gaps.json")
        var refused: [String: String] = [:]
        var gapsFound: [String: String] = [:]
        var counts = (right: 0, invalidRefused: 0, withoutJSON: 0)
        for suiteCase in cases {
            let (document, codes) = suiteCase.parse()
            let isAccepted = document != nil && codes.isEmpty
            switch (suiteCase.isInvalid, isAccepted) {
            case (true, false):
                counts.invalidRefused += 1
            case (true, true):
                gapsFound[suiteCase.id] = "accepts invalid"
            case (false, false):
                let code = codes.first ?? "none"
                if libyamlFailures[suiteCase.id] == "rejects valid" {
                    gapsFound[suiteCase.id] = "rejects valid"
                } else {
                    refused[suiteCase.id] = code
                }
            case (false, true):
                guard let json = suiteCase.json else {
                    counts.withoutJSON += 1
                    continue
                }
                let root = try #require(document?.root)
                // No document at all has no JSON; with us it is null.
                let text = json.isEmpty ? "null" : json
                let expected = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
                #expect(canonical(root) == canonical(expected), "\(suiteCase.id)")
                counts.right += 1
            }
        }
        #expect(refused == refusedOnPurpose)
        #expect(gapsFound == gaps)
        print(
            "YAML test suite, trees: \(counts.right) right, \(counts.invalidRefused) invalid refused,",
            "\(refused.count) refused on purpose, \(gapsFound.count) gaps of libyaml,",
            "\(counts.withoutJSON) accepted without JSON to compare, of \(cases.count)")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
            try record(refused, "refused-on-purpose.json")
            try record(gapsFound, "libyaml-gaps.json")
            Issue.record("recorded: run again without RECORD_GOLDEN")
        }
    }

    @Test("Every scalar's text is found again in its source, byte for byte")
    func sourceMaps() throws {
        var count = 0
        for suiteCase in cases {
            let (document, codes) = suiteCase.parse()
            guard let root = document?.root, codes.isEmpty else { continue }
            for scalar in root.allScalars {
                count += 1
                #expect(ScalarSourceMap(scalar).isExact, "\(suiteCase.id): \(scalar.text.debugDescription)")
            }
        }
        #expect(count > 450)
        print("YAML test suite, source maps: \(count) scalars")
    }

    private func casesURL(_ name: String) -> URL {
        repositoryRoot.appending(path: "Tests/YAMLSyntaxTests/Cases").appending(path: name)
    }

    private func casesFile(_ name: String) throws -> [String: String] {
        guard let data = try? Data(contentsOf: casesURL(name)) else { return [:] }
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: String])
    }

    private func record(_ cases: [String: String], _ name: String) throws {
        let data = try JSONSerialization.data(withJSONObject: cases, options: [.prettyPrinted, .sortedKeys])
        try (data + Data("\n".utf8)).write(to: casesURL(name))
    }

    /// Both sides written the same way: keys sorted, whole numbers without a point.
    private func canonical(_ node: YAMLNode) -> String {
        switch node.content {
        case .sequence(let nodes):
            return "[" + nodes.map { canonical($0) }.joined(separator: ",") + "]"
        case .mapping(let mapping):
            let members = mapping.entries.map { "\($0.name.debugDescription):\(canonical($0.value))" }
            return "{" + members.sorted().joined(separator: ",") + "}"
        case .scalar(let scalar):
            switch scalar.core {
            case .null: return "null"
            case .bool(let value): return "\(value)"
            case .integer(let value): return "\(value.map { Double($0) } ?? .nan)"
            case .float: return "\(Double(scalar.text) ?? .nan)"
            case .string: return scalar.text.debugDescription
            }
        }
    }

    private func canonical(_ json: Any) -> String {
        switch json {
        case let list as [Any]:
            return "[" + list.map { canonical($0) }.joined(separator: ",") + "]"
        case let object as [String: Any]:
            let members = object.map { "\($0.key.debugDescription):\(canonical($0.value))" }
            return "{" + members.sorted().joined(separator: ",") + "}"
        case let text as String:
            return text.debugDescription
        case let number as NSNumber:
            return number.objCType.pointee == CChar(UInt8(ascii: "c")) ? "\(number.boolValue)" : "\(number.doubleValue)"
        default:
            return "null"
        }
    }
}
