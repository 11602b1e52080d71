import CEL
import TestSupport

/// Writes random expressions of wanted types, most of which the checker accepts, and values for their variables.
struct RandomExpression {
    /// What can be wanted.
    enum Kind: CaseIterable {
        case bool, int, uint, double, string, bytes, timestamp, duration, list, map, optional
    }

    private var generator: SeededGenerator
    /// The local names that stand for integers where something is written.
    private var locals: [String] = []

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// The declarations of the variables, one of each kind, and a map and a list without known types.
    static let declarations: CELDeclarations = {
        var declarations = CELDeclarations()
        let types: [(String, CELType)] = [
            ("flag", .bool), ("count", .int), ("size_u", .uint), ("rate", .double), ("name", .string),
            ("raw", .bytes), ("at", .timestamp), ("span", .duration), ("items", .list(.int)),
            ("table", .map(.string, .int)), ("any", .dyn), ("maybe", .optional(.int)),
        ]
        for (name, type) in types { declarations.variable(name, type) }
        return declarations
    }()

    /// Values of the variables.
    mutating func variables() -> [String: CELValue] {
        var entries: [(key: CELValue, value: CELValue)] = []
        for key in ["a", "b", "name"] where below(2) == 0 { entries.append((.text(key), .int(number()))) }
        let table = (try? CELMap(entries)) ?? .empty
        let list = CELValue.elements((0..<below(4)).map { _ in .int(number()) })
        let any: [CELValue] = [.null, .int(number()), .text("a"), list, .map(table), .double(1.5), .bool(true)]
        return [
            "flag": .bool(below(2) == 0), "count": .int(number()), "size_u": .uint(UInt64(below(5))),
            "rate": .double(Double(below(9)) / 2 - 2), "name": .text(["", "a", "ab", "é🐱"][below(4)]),
            "raw": .bytes(CELBytes([UInt8](["", "a", "\u{e9}"][below(3)].utf8))),
            "at": CELTimestamp(seconds: Int64(below(2_000_000_000))).map(CELValue.timestamp) ?? .null,
            "span": .duration(CELDuration(nanoseconds: Int64(below(9)) * 1_000_000_000)), "items": list,
            "table": .map(table), "any": any[below(any.count)],
            "maybe": .optional(below(2) == 0 ? .none : CELOptional(.int(number()))),
        ]
    }

    /// A random number below a bound.
    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &generator) }

    private mutating func number() -> Int64 { [-1, 0, 1, 2, 7, 9_223_372_036_854_775_807][below(6)] }

    private mutating func pick(_ texts: [String]) -> String { texts[below(texts.count)] }

    /// An expression of any kind.
    mutating func expression(depth: Int) -> String {
        text(Kind.allCases[below(Kind.allCases.count)], depth)
    }

    /// An expression of a kind, no deeper than so many levels.
    mutating func text(_ kind: Kind, _ depth: Int) -> String {
        if depth <= 0 || below(6) == 0 { return leaf(kind) }
        let inner = depth - 1
        if below(12) == 0 { return "(\(text(.bool, inner)) ? \(text(kind, inner)) : \(text(kind, inner)))" }
        if below(16) == 0 { return bound(kind, inner) }
        switch kind {
        case .bool: return bool(inner)
        case .int: return int(inner)
        case .uint: return pick(["(\(text(.uint, inner)) + \(text(.uint, inner)))", "uint(\(text(.int, inner)))"])
        case .double: return double(inner)
        case .string: return string(inner)
        case .bytes:
            return pick(["(\(text(.bytes, inner)) + \(text(.bytes, inner)))", "bytes(\(text(.string, inner)))"])
        case .timestamp: return "(\(text(.timestamp, inner)) \(pick(["+", "-"])) \(text(.duration, inner)))"
        case .duration:
            return pick([
                "(\(text(.duration, inner)) + \(text(.duration, inner)))",
                "(\(text(.timestamp, inner)) - \(text(.timestamp, inner)))",
            ])
        case .list: return list(inner)
        case .map: return map(inner)
        case .optional: return optional(inner)
        }
    }

    private mutating func leaf(_ kind: Kind) -> String {
        switch kind {
        case .bool: pick(["true", "false", "flag"])
        case .int: pick(["0", "1", "-1", "3", "9223372036854775807", "count", "any"] + locals)
        case .uint: pick(["0u", "2u", "18446744073709551615u", "size_u"])
        case .double: pick(["0.0", "-1.5", "2.5e3", "1e308", "rate"])
        case .string: pick(["''", "'a'", "\"é🐱\"", "'1'", "'a.b'", "name"])
        case .bytes: pick(["b''", "b'a'", "b'\\xff'", "raw"])
        case .timestamp: pick(["timestamp('2026-11-20T09:14:03.5Z')", "at"])
        case .duration: pick(["duration('1h30m')", "duration('-0.5s')", "span"])
        case .list: pick(["[]", "[1, 2, 3]", "[1, 2]", "items"])
        case .map: pick(["{}", "{'a': 1, 'b': 2}", "table"])
        case .optional: pick(["optional.none()", "optional.of(1)", "maybe"])
        }
    }

    /// A name for an integer, and an expression that may read it.
    private mutating func bound(_ kind: Kind, _ depth: Int) -> String {
        let name = "v\(locals.count)"
        let value = text(.int, depth)
        locals.append(name)
        defer { locals.removeLast() }
        return "cel.bind(\(name), \(value), \(text(kind, depth)))"
    }

    /// A loop over a list of integers.
    private mutating func loop(_ macro: String, _ kind: Kind, _ depth: Int, count: Int = 1) -> String {
        let range = text(.list, depth)
        let names = (0..<count).map { "v\(locals.count + $0)" }
        locals += names
        defer { locals.removeLast(count) }
        return "\(range).\(macro)(\(names.joined(separator: ", ")), \(text(kind, depth)))"
    }

    private mutating func bool(_ depth: Int) -> String {
        let sort: [Kind] = [.int, .uint, .double, .string, .bytes, .timestamp, .duration]
        switch below(12) {
        case 0: return "(\(text(.bool, depth)) && \(text(.bool, depth)))"
        case 1: return "(\(text(.bool, depth)) || \(text(.bool, depth)) || \(text(.bool, depth)))"
        case 2: return "!\(text(.bool, depth))"
        case 3:
            let kind = sort[below(sort.count)]
            return "(\(text(kind, depth)) \(pick(["<", "<=", ">", ">="])) \(text(kind, depth)))"
        case 4:
            let kind = Kind.allCases[below(Kind.allCases.count)]
            return "(\(text(kind, depth)) \(pick(["==", "!="])) \(text(kind, depth)))"
        case 5: return "(\(text(.int, depth)) in \(text(.list, depth)))"
        case 6: return "(\(text(.string, depth)) in \(text(.map, depth)))"
        case 7: return loop(pick(["all", "exists", "exists_one"]), .bool, depth)
        case 8: return loop(pick(["all", "exists", "existsOne"]), .bool, depth, count: 2)
        case 9:
            return "\(text(.string, depth)).\(pick(["contains", "startsWith", "endsWith"]))(\(text(.string, depth)))"
        case 10: return "\(text(.optional, depth)).hasValue()"
        default: return pick(["has(table.a)", "has(any.a)", "(any == \(text(.int, depth)))", "(dyn(1u) < any)"])
        }
    }

    private mutating func int(_ depth: Int) -> String {
        switch below(9) {
        case 0, 1: return "(\(text(.int, depth)) \(pick(["+", "-", "*", "/", "%"])) \(text(.int, depth)))"
        case 2: return "-\(text(.int, depth))"
        case 3: return "size(\(text([.string, .list, .map, .bytes][below(4)], depth)))"
        case 4: return "\(text(.list, depth))[\(text(.int, depth))]"
        case 5: return "\(text(.map, depth))[\(text(.string, depth))]"
        case 6: return "int(\(text([.int, .uint, .double, .string, .timestamp, .duration][below(6)], depth)))"
        case 7: return "\(text(.optional, depth)).\(pick(["value()", "orValue(\(text(.int, depth)))"]))"
        default: return pick(["table.a", "any.b", "any[0]", "\(text(.timestamp, depth)).getFullYear()"])
        }
    }

    private mutating func double(_ depth: Int) -> String {
        switch below(3) {
        case 0: "(\(text(.double, depth)) \(pick(["+", "-", "*", "/"])) \(text(.double, depth)))"
        case 1: "-\(text(.double, depth))"
        default: "double(\(text([.int, .uint, .string][below(3)], depth)))"
        }
    }

    private mutating func string(_ depth: Int) -> String {
        let kinds: [Kind] = [.bool, .int, .uint, .double, .bytes, .timestamp, .duration]
        return below(2) == 0
            ? "(\(text(.string, depth)) + \(text(.string, depth)))"
            : "string(\(text(kinds[below(kinds.count)], depth)))"
    }

    private mutating func list(_ depth: Int) -> String {
        switch below(6) {
        case 0: return "[\(text(.int, depth)), \(text(.int, depth))]"
        case 1: return "(\(text(.list, depth)) + \(text(.list, depth)))"
        case 2: return loop("map", .int, depth)
        case 3: return loop("filter", .bool, depth)
        case 4: return loop("transformList", .int, depth, count: 2)
        default: return "[?\(text(.optional, depth)), \(text(.int, depth))]"
        }
    }

    private mutating func map(_ depth: Int) -> String {
        below(2) == 0
            ? "{\(text(.string, depth)): \(text(.int, depth)), 'b': \(text(.int, depth))}"
            : "{?'a': \(text(.optional, depth))}"
    }

    private mutating func optional(_ depth: Int) -> String {
        switch below(6) {
        case 0: return "optional.of(\(text(.int, depth)))"
        case 1: return "\(text(.map, depth)).?a"
        case 2: return "\(text(.list, depth))[?\(text(.int, depth))]"
        case 3: return "\(text(.optional, depth)).or(\(text(.optional, depth)))"
        case 4: return "optional.ofNonZeroValue(\(text(.int, depth)))"
        default:
            let name = "v\(locals.count)"
            let value = text(.optional, depth)
            locals.append(name)
            defer { locals.removeLast() }
            return "\(value).optMap(\(name), \(text(.int, depth)))"
        }
    }
}
