import CEL
import Testing

@Suite("The evaluator computes what the language says")
struct EvaluatorTests {
    @Test(arguments: [
        ("7 / 2 == 3 && -7 / 2 == -3 && -7 % 2 == -1", true),
        ("1 == 1 && dyn(1) == 1.0 && dyn(1u) == 1 && 1 < 1.5 && 2u > 1", true),
        ("dyn(9007199254740993) == 9007199254740992.0", false),
        ("9007199254740993 > 9007199254740992.0", true),
        ("0.0 == -0.0", true),
        ("double('NaN') == double('NaN')", false),
        ("double('NaN') != double('NaN')", true),
        ("double('NaN') < 1.0 || double('NaN') >= 1.0", false),
        ("size('héé') == 3 && size('e\\u0301') == 2 && 'é' != 'e\\u0301'", true),
        ("'\\uFFFF' < '\\U00010000' && 'Z' < 'a' && 'a' < 'ab'", true),
        ("'abc'.contains('bc') && !'abc'.contains('cb') && 'abc'.startsWith('') && 'abc'.endsWith('c')", true),
        ("b'a' < b'b' && b'a' + b'b' == b'ab'", true),
        ("{1: 'a'}[dyn(1u)] == 'a' && {1: 'a'}[dyn(1.0)] == 'a' && 1.0 in {1: 2, 2u: 3}", true),
        ("{'a': {'b': 1}}.a.b == 1 && has({'a': null}.a) && !has({'a': 1}.b)", true),
        ("[1, [2, {'a': 3.0}]] == [1, [2, {'a': 3.0}]] && [1] != [2]", true),
        ("dyn([1]) == dyn({1: 1}) || dyn('1') == dyn(1)", false),
        ("[1, 2, 3].filter(x, x > 1) == [2, 3] && [1, 2].map(x, x > 1, x * 10) == [20]", true),
        ("{'b': 1, 'a': 2}.map(k, k) == ['b', 'a']", true),
        ("[1, 2].exists(x, [3].exists(x, x == 3) && x == 2)", true),
        ("[1, 2, 2].exists_one(x, x == 1) && ![1, 2, 2].exists_one(x, x == 2)", true),
        ("int('-12') == -12 && uint(3.7) == 3u && string(1.50) == '1.5' && string(1e21) == '1e+21'", true),
        ("string(b'\\xc3\\xa9') == 'é' && bool('TRUE') && string(-0.001) == '-0.001'", true),
        ("type(1) == int && type(type) == type && type([]) == list", true),
        ("order.total > '1 EUR' and customer.tier in ['gold', 'silver']", true),
        ("order.total * passengers == '30 EUR' and '10 EUR' == order.total", true),
        ("agent.role >= 'senior' and agent.role != 'supervisor'", true),
        ("customer.tier + '!' == 'gold!' and customer.tier.startsWith('go')", true),
        ("string(order.total) == '10 EUR' and order.total <= settings.limit", true),
        ("order.hold <= '60s' and order.hold == duration('0.5m')", true),
        ("customer.tier in ['standard', 'silver'] or passengers in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", true),
        ("[settings.tries, 3].all(x, x == passengers)", true),
    ])
    func computes(_ source: String, as truth: Bool) {
        #expect(CareDesk.evaluate(source, Self.facts) == .bool(truth))
    }

    private static let facts: [String: CELValue] = [
        "order.total": CareDesk.money(1_000), "customer.tier": .text("gold"), "passengers": .int(3),
        "agent.role": CareDesk.role("senior"), "order.hold": .duration(CELDuration(nanoseconds: 30_000_000_000)),
    ]

    @Test(
        arguments: [
            ("9223372036854775807 + 1", CELError.Code.overflow, "9223372036854775807 + 1"),
            ("-9223372036854775808 - 1", .overflow, "-9223372036854775808 - 1"),
            ("1 + -(-9223372036854775808)", .overflow, "-(-9223372036854775808)"),
            ("-9223372036854775808 / -1", .overflow, "-9223372036854775808 / -1"),
            ("-9223372036854775808 % -1", .overflow, "-9223372036854775808 % -1"),
            ("0u - 1u", .overflow, "0u - 1u"),
            ("2 + 1 / 0", .divisionByZero, "1 / 0"),
            ("1u % 0u", .divisionByZero, "1u % 0u"),
            ("[1][1]", .indexOutOfRange, "[1][1]"),
            ("[1][-1]", .indexOutOfRange, "[1][-1]"),
            ("[1][dyn(0.5)]", .indexOutOfRange, "[1][dyn(0.5)]"),
            ("{'a': 1}.b", .noSuchKey, "b"),
            ("{'a': 1}['b']", .noSuchKey, "{'a': 1}['b']"),
            ("{1: 1, 1u: 2}", .duplicateKey, "{1: 1, 1u: 2}"),
            ("{dyn(null): 1}", .invalidArgument, "{dyn(null): 1}"),
            ("dyn(1) + 'a'", .noSuchOverload, "dyn(1) + 'a'"),
            ("dyn('a') < 1", .noSuchOverload, "dyn('a') < 1"),
            ("int(1e19)", .overflow, "int(1e19)"),
            ("int('1.0')", .invalidArgument, "int('1.0')"),
            ("timestamp('2026-02-30T00:00:00Z')", .invalidArgument, "timestamp('2026-02-30T00:00:00Z')"),
            ("dyn(1) ? 1 : 2", .noSuchOverload, "dyn(1)"),
            ("!dyn(1)", .noSuchOverload, "dyn(1)"),
            ("dyn(1).all(x, true)", .noSuchOverload, "dyn(1)"),
            (
                "timestamp('2026-01-01T00:00:00Z').getHours('Nowhere/Here')", .invalidArgument,
                "timestamp('2026-01-01T00:00:00Z').getHours('Nowhere/Here')"
            ),
        ] as [(String, CELError.Code, String)])
    func fails(_ source: String, with code: CELError.Code, at part: String) {
        guard case .error(let error) = CareDesk.evaluate(source) else {
            Issue.record("\(source) gives \(CareDesk.evaluate(source).plainText)")
            return
        }
        #expect(error.code == code)
        let place = error.range.map { String(decoding: Array(source.utf8)[$0], as: UTF8.self) }
        #expect(place == part)
    }

    @Test("an expression that was not checked gives the same values and errs where it must")
    func unchecked() throws {
        for (source, value) in [
            ("1 == 1.0", CELValue.bool(true)), ("'a' + 'b'", .text("ab")), ("size([1]) + 1", .int(2)),
            ("true || nothing.at.all", .bool(true)), ("[1, 2].map(x, x + 1)[1]", .int(3)),
        ] {
            let environment = CELEnvironment()
            let tree = try #require(environment.parse(source).tree)
            var slots = CELSlotTable()
            let program = environment.program(for: environment.resolve(tree), slots: &slots)
            #expect(program.evaluate(CELFrame(slots)) == value, "\(source)")
        }
    }

    @Test("a value is two words, so that frames are flat")
    func layout() {
        #expect(MemoryLayout<CELValue>.stride == 16)
    }
}
