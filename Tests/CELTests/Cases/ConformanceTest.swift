import CEL
import Foundation
import TestSupport

/// One test of the conformance suite.
struct ConformanceTest {
    let id: String
    let expression: String
    let needs: [String]
    private let object: [String: Any]

    /// The tests of a file.
    static func read(_ file: String) throws -> [ConformanceTest] {
        guard let url = sharedResource("conformance/cel/\(file).json") else { return [] }
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any] ?? [:]
        let sections = object["sections"] as? [[String: Any]] ?? []
        return sections.flatMap { $0["tests"] as? [[String: Any]] ?? [] }.map { test in
            ConformanceTest(
                id: test["id"] as? String ?? "", expression: test["expr"] as? String ?? "",
                needs: test["needs"] as? [String] ?? [], object: test)
        }
    }

    /// Runs the test; nil where it passes, else what went wrong.
    func run() -> String? {
        let isChecked = object["disable_check"] as? Bool != true
        var declarations = CELDeclarations()
        declarations.container = object["container"] as? String ?? ""
        let bindings = object["bindings"] as? [String: Any] ?? [:]
        declare(&declarations, bindings: bindings)
        var options = CELOptions()
        for need in needs {
            switch need {
            case "strings": options.libraries.insert(.strings)
            case "math": options.libraries.insert(.math)
            case "encoders": options.libraries.insert(.encoders)
            case "optionals": options.libraries.insert(.optionals)
            case "bindings": options.libraries.insert(.bindings)
            case "comprehensions_v2": options.libraries.insert(.comprehensions)
            case "block": options.libraries.insert(.block)
            case "network": options.libraries.insert(.network)
            case "wkt": options.libraries.insert(.wellKnownTypes)
            default: break
            }
        }
        options.macros = object["disable_macros"] as? Bool != true
        let environment = CELEnvironment(declarations, options: options)

        let parsing = environment.parse(expression)
        guard let tree = parsing.tree else { return "does not parse: \(parsing.issues.map(\.message))" }
        let expected = object["expected"] as? [String: Any] ?? [:]
        let checked: CELCheckedExpression
        if isChecked {
            let checking = environment.check(tree)
            guard let expression = checking.expression else {
                return "does not check: \(checking.issues.map(\.message))"
            }
            checked = expression
            if let type = expected["type"] as? String, type != Self.name(expression.type) {
                return "has type \(Self.name(expression.type)), not \(type)"
            }
        } else {
            checked = environment.resolve(tree)
        }
        if object["check_only"] as? Bool == true { return nil }

        var slots = CELSlotTable()
        let program = environment.program(for: checked, slots: &slots)
        let frame = CELFrame(slots)
        for (position, slot) in slots.slots.enumerated() {
            guard let binding = bindings[slot.path.description], let value = Self.value(binding) else { continue }
            frame[position] = value
        }
        let result = program.evaluate(frame)
        if expected["eval_error"] != nil {
            if case .error = result { return nil }
            return "gives \(result.plainText), not an error"
        }
        guard let wanted = expected["value"].flatMap(Self.value) else {
            return expected["type"] == nil ? "has an expectation that the runner cannot read" : nil
        }
        return Self.sameAs(result, wanted) ? nil : "gives \(result.plainText), not \(wanted.plainText)"
    }

    private func declare(_ declarations: inout CELDeclarations, bindings: [String: Any]) {
        for name in bindings.keys { declarations.variable(name, .dyn) }
        for entry in object["type_env"] as? [[String: Any]] ?? [] {
            guard let name = entry["name"] as? String else { continue }
            if let type = entry["type"] as? String { declarations.variable(name, TypeReader.read(type)) }
            for overload in entry["overloads"] as? [[String: Any]] ?? [] {
                let parameters = (overload["params"] as? [String] ?? []).map(TypeReader.read)
                let result = TypeReader.read(overload["result"] as? String ?? "dyn")
                declarations.function(
                    name,
                    [
                        .variadic(
                            overload["id"] as? String ?? name, parameters, result,
                            style: overload["receiver"] as? Bool == true ? .member : .function
                        ) { _ in .failure(.noSuchOverload, "declared only") }
                    ])
            }
        }
    }

    /// Whether a result is what is expected, with maps in any order.
    private static func sameAs(_ left: CELValue, _ right: CELValue) -> Bool {
        switch (left, right) {
        case (.list(let left), .list(let right)):
            left.elements.count == right.elements.count && zip(left.elements, right.elements).allSatisfy(sameAs)
        case (.map(let left), .map(let right)):
            left.count == right.count
                && zip(left.keys, left.values).allSatisfy { key, value in
                    right.keys.contains(key) && right.value(forKey: key).map { sameAs(value, $0) } ?? false
                }
        default: left == right
        }
    }

    /// Reads a value of the suite.
    private static func value(_ json: Any) -> CELValue? {
        guard let object = json as? [String: Any], let (key, content) = object.first else { return nil }
        let text = content as? String ?? ""
        switch key {
        case "null": return .null
        case "bool": return (content as? Bool).map(CELValue.bool)
        case "int": return Int64(text).map(CELValue.int)
        case "uint": return UInt64(text).map(CELValue.uint)
        case "double":
            return Double(text == "Infinity" ? "inf" : text == "-Infinity" ? "-inf" : text).map(CELValue.double)
        case "string": return .text(text)
        case "bytes": return Data(base64Encoded: text).map { .bytes(CELBytes([UInt8]($0))) }
        case "type": return .type(CELTypeValue(text))
        case "list": return .elements((content as? [Any] ?? []).compactMap(value))
        case "map":
            let entries = (content as? [[Any]] ?? []).compactMap { pair -> (key: CELValue, value: CELValue)? in
                guard pair.count == 2, let key = value(pair[0]), let item = value(pair[1]) else { return nil }
                return (key, item)
            }
            return (try? CELMap(entries)).map(CELValue.map)
        case "timestamp", "duration":
            guard let parts = content as? [String: Any], let seconds = Int64(parts["seconds"] as? String ?? "") else {
                return nil
            }
            let nanoseconds = parts["nanos"] as? Int ?? 0
            if key == "duration" {
                return .duration(CELDuration(nanoseconds: seconds * 1_000_000_000 + Int64(nanoseconds)))
            }
            return CELTimestamp(seconds: seconds, nanoseconds: Int32(nanoseconds)).map(CELValue.timestamp)
        default: return nil
        }
    }

    /// A type as the suite writes it.
    private static func name(_ type: CELType) -> String {
        switch type {
        case .null: "null_type"
        case .timestamp: "google.protobuf.Timestamp"
        case .duration: "google.protobuf.Duration"
        case .list(let element): "list(\(name(element)))"
        case .map(let key, let value): "map(\(name(key)), \(name(value)))"
        case .abstract(let own, let parameters): "\(own)(\(parameters.map(name).joined(separator: ", ")))"
        default: type.description
        }
    }
}
