import CEL
import Testing

@Suite("Optionals, names for values, loops with two names and well-known messages, where their libraries are on")
struct ExtendedLanguageTests {
    private static let environment: CELEnvironment = {
        var declarations = CELDeclarations()
        declarations.variable("order", .map(.string, .dyn))
        declarations.record(CELRecordType("shop.Point", fields: [.init("x", .int), .init("y", .int)]))
        declarations.container = "shop"
        return CELEnvironment(declarations, options: CELOptions(libraries: Set(CELLibrary.allCases)))
    }()

    private func value(_ source: String) throws -> CELValue {
        let checking = Self.environment.compile(source)
        let expression = try #require(checking.expression, "\(source): \(checking.issues.map(\.message))")
        return Self.environment.program(for: expression).evaluate(["order": .map(.empty)])
    }

    @Test(arguments: [
        ("order.?total.orValue(0)", "0"), ("{'a': {'b': 2}}.?a.?b.value()", "2"), ("{'a': 1}.?b", "optional.none()"),
        ("[1, 2][?5].hasValue()", "false"), ("[?optional.none(), 3, ?optional.of(4)]", "[3, 4]"),
        ("{?'a': optional.none(), 'b': 1}", "{\"b\": 1}"), ("optional.of(3).optMap(x, x * 2)", "optional.of(6)"),
        ("optional.none().optMap(x, x / 0)", "optional.none()"), ("[1, 2].first()", "optional.of(1)"),
        ("[].last()", "optional.none()"), ("[optional.of(1), optional.none()].unwrapOpt()", "[1]"),
        ("optional.of({'a': 1}).a", "optional.of(1)"), ("has(optional.of({'a': 1}).b)", "false"),
        ("cel.bind(x, 2, cel.bind(y, x + 1, x * y))", "6"), ("cel.bind(x, 1 / 0, true)", "true"),
        ("cel.bind(x, [1, 2], x.exists(y, y in x && y == 2))", "true"),
        ("[1, 2].map(x, cel.bind(y, x, [3].map(z, y + z)))", "[[4], [5]]"),
        ("['a', 'b'].transformList(i, v, i > 0, v + string(i))", "[\"b1\"]"),
        ("{'a': 1, 'b': 2}.transformMap(k, v, v > 1, k)", "{\"b\": \"b\"}"),
        ("['a', 'b'].transformMapEntry(i, v, {v: i})", "{\"a\": 0, \"b\": 1}"),
        ("[5, 6].all(i, v, v == i + 5)", "true"), ("{'a': 1}.existsOne(k, v, k == 'a' && v == 1)", "true"),
        ("cel.block([1, cel.index(0) + 1], cel.index(1) * 2)", "4"),
        ("google.protobuf.Int32Value{value: 4} + 1", "5"), ("google.protobuf.StringValue{} == ''", "true"),
        ("google.protobuf.Struct{fields: {'a': 1.0}}.a", "1.0"), ("google.protobuf.Value{}", "null"),
        ("google.protobuf.Duration{seconds: 90}", "90s"), ("Point{x: 1, y: 2}.y", "2"),
        ("has(Point{x: 1}.y)", "false"), ("Point{?x: optional.of(3)}.x", "3"),
    ])
    func gives(_ source: String, _ text: String) throws {
        #expect(try value(source).plainText == text)
    }

    @Test(arguments: [
        ("optional.none().value()", CELError.Code.noSuchKey), ("Point{x: 1}.y", .noSuchField),
        ("['a', 'a'].transformMapEntry(i, v, {v: i})", .duplicateKey), ("cel.bind(x, 1 / 0, x)", .divisionByZero),
        ("google.protobuf.Int32Value{value: 2147483648}", .overflow), ("google.protobuf.Any{}", .invalidArgument),
        ("google.protobuf.Value{number_value: 1.0, bool_value: true}", .invalidArgument),
        ("Point{x: 1, x: 2}", .duplicateKey),
    ])
    func fails(_ source: String, _ code: CELError.Code) throws {
        guard case .error(let error) = try value(source) else {
            Issue.record("\(source) does not fail")
            return
        }
        #expect(error.code == code)
        #expect(error.range != nil, "\(source) tells no place")
    }

    @Test(arguments: [
        ("optional.of(1)", CELType.optional(.int)), ("order.?total", .optional(.dyn)),
        ("[?optional.of(1)]", .list(.int)),
        ("optional.of(1).optFlatMap(x, optional.of('a'))", .optional(.string)),
        ("[1].transformMap(i, v, 'a')", .map(.int, .string)),
        ("google.protobuf.Int64Value{value: 1}", .wrapper(.int)),
        ("[google.protobuf.Int64Value{}, null]", .list(.wrapper(.int))),
        ("Point{x: 1}", .record("shop.Point")), ("cel.bind(x, 1u, x)", .uint),
    ])
    func types(_ source: String, _ type: CELType) {
        #expect(Self.environment.compile(source).expression?.type == type)
    }

    @Test("what belongs to a library that is off is told so")
    func tellsLibraries() {
        func issue(_ source: String) -> String? {
            CELEnvironment().compile(source).issues.first.map { "\($0.code.rawValue): \($0.message)" }
        }
        #expect(issue("{}.?a") == "CE0010: `?` here belongs to the library of optionals, which is off")
        #expect(issue("cel.bind(x, 1, x)") == "CE0010: `bind` belongs to the library `bindings`, which is off")
        #expect(issue("math.abs(1)") == "CE0010: `abs` belongs to the library `math`, which is off")
        #expect(issue("[1].transformList(i, v, v)")?.hasPrefix("CE0010: `transformList` belongs") == true)
    }

    @Test(
        "macros with arguments of the wrong form say what is asked",
        arguments: [
            ("cel.bind(1, 2, 3)", "the first argument of `bind` must be a plain name"),
            ("[1].all(x, x, true)", "both names of `all` are `x`"),
            ("optional.of(1).optMap(1, 2)", "the first argument of `optMap` must be a plain name"),
            ("cel.block(1, 2)", "the first argument of `cel.block` must be a list of its parts"),
            ("(1).optMap(x, x)", "`optMap` asks an optional, found int"),
            ("[?1]", "what stands after `?` must be an optional, found int"),
            ("Point{z: 1}", "shop.Point has no field `z`"), ("Pint{x: 1}", "no record type is named `Pint`"),
            ("cel.block([cel.index(1)], 1)", "`cel.index(1)` stands for nothing here"),
        ])
    func refuses(_ source: String, _ message: String) {
        #expect(
            Self.environment.compile(source).issues.map(\.message).contains(message),
            "\(Self.environment.compile(source).issues.map(\.message))")
    }
}
