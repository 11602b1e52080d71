/// Makes expressions whose types fit, by choices: most pass the checker, so that they reach the evaluator.
struct ExpressionMaker {
    /// The types that are made.
    indirect enum Kind: Hashable, Sendable {
        case bool, int, uint, double, string, bytes, timestamp, duration, dyn
        case list(Kind)
        case map(Kind, Kind)
    }

    private var choices: ChoiceReader
    private var depth = 0
    /// How much may still be written, so that the source stays within its limit.
    private var partsLeft = 120
    /// The variables of the loops around, with their types.
    private var loopVariables: [(name: String, kind: Kind)] = []

    private static let scalars: [Kind] = [.bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration]
    private static let depthMax = 8

    /// The expression that bytes choose.
    static func make(_ bytes: [UInt8]) -> String {
        var maker = ExpressionMaker(choices: ChoiceReader(bytes))
        return maker.expression(maker.anyKind())
    }

    private mutating func anyKind() -> Kind {
        switch choices.below(12) {
        case 9: .list(choices.one(of: Self.scalars))
        case 10: .map(choices.one(of: [.string, .int, .bool, .uint]), choices.one(of: Self.scalars))
        case 11: .dyn
        case let index: index < Self.scalars.count ? Self.scalars[index] : .bool
        }
    }

    private mutating func expression(_ kind: Kind) -> String {
        partsLeft -= 1
        depth += 1
        defer { depth -= 1 }
        if choices.isAtEnd || depth > Self.depthMax || partsLeft < 0 { return leaf(kind) }
        switch choices.below(8) {
        case 0, 1: return leaf(kind)
        case 2: return "(\(expression(.bool)) ? \(expression(kind)) : \(expression(kind)))"
        case 3:
            if case .list = kind { return own(kind) }
            return choices.below(2) == 0
                ? "[\(expression(kind)), \(expression(kind))][\(choices.below(3))]"
                : "{'k': \(expression(kind))}.\(choices.one(of: ["k", "z"]))"
        default: return own(kind)
        }
    }

    private mutating func leaf(_ kind: Kind) -> String {
        let fitting = loopVariables.filter { $0.kind == kind }
        if !fitting.isEmpty, choices.below(2) == 0 { return choices.one(of: fitting).name }
        switch kind {
        case .bool: return choices.one(of: ["true", "false", "flag"])
        case .int: return choices.one(of: ["0", "1", "count", "-3", "largest", "-9223372036854775808", "size(word)"])
        case .uint: return choices.one(of: ["0u", "whole", "18446744073709551615u"])
        case .double: return choices.one(of: ["0.0", "ratio", "-0.0", "1e308", "nan", "9007199254740993.0"])
        case .string: return choices.one(of: ["''", "word", "'a'", "\"12\"", "'true'", "r'\\d+'", "'é🐱'"])
        case .bytes: return choices.one(of: ["b''", "raw", "b'\\xff'", "b'12'"])
        case .timestamp:
            return choices.one(of: ["now", "timestamp('0001-01-01T00:00:00Z')", "timestamp(253402300799)"])
        case .duration: return choices.one(of: ["pause", "duration('-1ns')", "duration('2562047h')"])
        case .dyn: return choices.one(of: ["dyn(1)", "anything", "dyn('a')", "null", "dyn(1.0)", "dyn([1u, 2])"])
        case .list(let element):
            if element == .int, choices.below(2) == 0 { return "numbers" }
            if element == .string, choices.below(2) == 0 { return "words" }
            return choices.below(2) == 0 ? "[]" : "[\(leaf(element))]"
        case .map(let key, let value):
            if key == .string, value == .int, choices.below(2) == 0 { return "prices" }
            return choices.below(2) == 0 ? "{}" : "{\(leaf(key)): \(leaf(value))}"
        }
    }

    /// An operation that gives a kind.
    private mutating func own(_ kind: Kind) -> String {
        switch kind {
        case .bool: return bool()
        case .int: return int()
        case .uint: return choices.below(3) == 0 ? conversion("uint", [.int, .double, .string]) : arithmetic(.uint)
        case .double:
            return choices.below(3) == 0
                ? conversion("double", [.int, .uint, .string]) : arithmetic(.double, ["+", "-", "*", "/"])
        case .string: return string()
        case .bytes:
            return choices.below(2) == 0 ? "bytes(\(expression(.string)))" : arithmetic(.bytes, ["+"])
        case .timestamp:
            switch choices.below(3) {
            case 0: return conversion("timestamp", [.int, .string])
            case 1: return "(\(expression(.timestamp)) + \(expression(.duration)))"
            default: return "(\(expression(.timestamp)) - \(expression(.duration)))"
            }
        case .duration:
            switch choices.below(3) {
            case 0: return "(\(expression(.timestamp)) - \(expression(.timestamp)))"
            case 1: return arithmetic(.duration, ["+", "-"])
            default: return conversion("duration", [.string, .duration])
            }
        case .dyn:
            return choices.below(2) == 0
                ? "dyn(\(expression(anyKind())))" : "anything\(choices.one(of: [".n", ".l", ".l[0]", "['u']", ".x"]))"
        case .list(let element): return list(of: element)
        case .map(let key, let value):
            return "{\(expression(key)): \(expression(value)), \(expression(key)): \(expression(value))}"
        }
    }

    private mutating func bool() -> String {
        let compared: Kind = choices.one(of: [.int, .uint, .double, .string, .bytes, .timestamp, .duration, .bool])
        switch choices.below(11) {
        case 0: return "(\(expression(.bool)) && \(expression(.bool)))"
        case 1: return "(\(expression(.bool)) || \(expression(.bool)) || \(expression(.bool)))"
        case 2: return "!(\(expression(.bool)))"
        case 3: return "(\(expression(compared)) \(choices.one(of: ["<", "<=", ">", ">="])) \(expression(compared)))"
        case 4:
            let kind = anyKind()
            return "(\(expression(kind)) \(choices.one(of: ["==", "!="])) \(expression(kind)))"
        case 5: return "(\(expression(.dyn)) \(choices.one(of: ["==", "<", "!=", ">="])) dyn(\(expression(compared))))"
        case 6: return "(\(expression(compared)) in \(expression(.list(compared))))"
        case 7: return "(\(expression(.string)) in \(expression(.map(.string, .int))))"
        case 8:
            let name = choices.one(of: ["contains", "startsWith", "endsWith", "matches"])
            return "\(expression(.string)).\(name)(\(expression(.string)))"
        case 9: return "has(anything.\(choices.one(of: ["n", "x", "l.y", "u"])))"
        default: return loop(choices.one(of: ["all", "exists", "exists_one"]), over: compared, giving: .bool)
        }
    }

    private mutating func int() -> String {
        switch choices.below(7) {
        case 0: return conversion("int", [.uint, .double, .string, .timestamp])
        case 1:
            let sized: Kind = choices.one(of: [.string, .bytes, .list(.int), .map(.string, .int)])
            return "size(\(expression(sized)))"
        case 2:
            let part = choices.one(of: ["getFullYear", "getMonth", "getDate", "getDayOfWeek", "getHours"])
            let zone = choices.one(of: ["", "'UTC'", "'-02:30'", "'Europe/Berlin'", "word"])
            return "\(expression(.timestamp)).\(part)(\(zone))"
        case 3: return "\(expression(.duration)).\(choices.one(of: ["getSeconds", "getHours", "getMilliseconds"]))()"
        case 4: return "(-\(expression(.int)))"
        default: return arithmetic(.int)
        }
    }

    private mutating func string() -> String {
        switch choices.below(3) {
        case 0: return conversion("string", Self.scalars)
        default: return arithmetic(.string, ["+"])
        }
    }

    private mutating func list(of element: Kind) -> String {
        switch choices.below(4) {
        case 0: return "[\(expression(element)), \(expression(element)), \(expression(element))]"
        case 1: return "(\(expression(.list(element))) + \(expression(.list(element))))"
        case 2: return loop("filter", over: element, giving: .bool)
        default: return loop("map", over: choices.one(of: Self.scalars), giving: element)
        }
    }

    private mutating func loop(_ macro: String, over element: Kind, giving result: Kind) -> String {
        let range = expression(.list(element))
        let name = choices.one(of: ["x", "y", "count"])
        // An inner variable hides an outer one of its name, whatever its type.
        let outer = loopVariables
        loopVariables = loopVariables.filter { $0.name != name } + [(name, element)]
        defer { loopVariables = outer }
        return "\(range).\(macro)(\(name), \(expression(result)))"
    }

    private mutating func arithmetic(_ kind: Kind, _ symbols: [String] = ["+", "-", "*", "/", "%"]) -> String {
        "(\(expression(kind)) \(choices.one(of: symbols)) \(expression(kind)))"
    }

    private mutating func conversion(_ name: String, _ kinds: [Kind]) -> String {
        "\(name)(\(expression(choices.one(of: kinds))))"
    }
}
