package import Foundation
import JSONSyntax

/// Reads the files of the suite; keys that the format does not name are passed over, values that it does not know are
/// faults.
package enum SuiteReader {
    /// How large a file may be: the largest of the suite has half a megabyte.
    private static let limits = JSONLimits(depthMax: 256, byteCountMax: 64 << 20, nodeCountMax: 8_000_000)

    /// The tests of a file, in order.
    ///
    /// - Throws: the first fault, with its place.
    package static func read(_ url: URL) throws(SuiteFault) -> [ConformanceTest] {
        let path = url.relativePath
        let data: Data
        do {
            data = try Data(contentsOf: url)
        } catch {
            throw SuiteFault(kind: .unreadable, path: path, place: nil, message: "cannot be read")
        }
        return try read(Array(data), path: path)
    }

    /// The tests of a file's content.
    static func read(_ bytes: [UInt8], path: String) throws(SuiteFault) -> [ConformanceTest] {
        let document: JSONDocument
        do throws(JSONParsingError) {
            document = try JSONDocument.parse(bytes, limits: limits, byteOrderMark: .skipped)
        } catch {
            throw SuiteFault(
                kind: .malformed, path: path, place: .init(line: error.line, column: error.column),
                message: error.message)
        }
        var tests: [ConformanceTest] = []
        var ids: Set<String> = []
        let text = SuiteText(path: path, utf8: bytes)
        for section in try SuiteNode(node: document.root, text: text).required("sections").elements() {
            for node in try section.required("tests").elements() {
                let test = try test(node)
                guard ids.insert(test.id).inserted else { throw node.fault("the id `\(test.id)` stands twice") }
                tests.append(test)
            }
        }
        return tests
    }

    private static func test(_ node: SuiteNode) throws(SuiteFault) -> ConformanceTest {
        var declarations: [ConformanceTest.Declaration] = []
        for entry in try node.optional("type_env")?.elements() ?? [] { declarations.append(try declaration(entry)) }
        var bindings: [String: SuiteValue] = [:]
        for (name, binding) in try node.optional("bindings")?.members() ?? [] {
            bindings[name] = try SuiteValue(binding)
        }
        return ConformanceTest(
            id: try node.required("id").string(), expression: try node.required("expr").string(),
            container: try node.optional("container")?.string() ?? "", declarations: declarations,
            bindings: bindings, skipsCheck: try node.optional("disable_check")?.bool() ?? false,
            skipsEvaluation: try node.optional("check_only")?.bool() ?? false,
            skipsMacros: try node.optional("disable_macros")?.bool() ?? false,
            expectation: try expectation(node.required("expected")),
            needs: Set(try node.optional("needs")?.strings() ?? []))
    }

    private static func declaration(_ node: SuiteNode) throws(SuiteFault) -> ConformanceTest.Declaration {
        let name = try node.required("name").string()
        if let type = node.optional("type") { return .variable(name: name, type: try type.string()) }
        var overloads: [ConformanceTest.Overload] = []
        for overload in try node.required("overloads").elements() {
            overloads.append(
                ConformanceTest.Overload(
                    id: try overload.required("id").string(), parameters: try overload.required("params").strings(),
                    result: try overload.required("result").string(),
                    isMember: try overload.optional("receiver")?.bool() ?? false))
        }
        return .function(name: name, overloads: overloads)
    }

    private static func expectation(_ node: SuiteNode) throws(SuiteFault) -> ConformanceTest.Expectation {
        for (name, value) in try node.members() {
            switch name {
            case "value", "type", "implied": continue
            case "eval_error": return .error(try value.strings())
            case "any_eval_errors": return .error([])
            case "unknown", "any_unknowns": return .unknown
            default: throw value.fault("`\(name)` is no expectation that the format knows")
            }
        }
        let type = try node.optional("type")?.string()
        if let value = node.optional("value") { return .value(try SuiteValue(value), type: type) }
        // The source states no expectation, which means `true`.
        if try node.optional("implied")?.bool() == true { return .value(.bool(true), type: type) }
        guard let type else { throw node.fault("nothing is expected") }
        return .type(type)
    }
}
