import CEL
import Testing

@Suite("The function `format` writes any value without regard to a locale")
struct StringsLibraryFormatTests {
    @Test(arguments: [
        ("''.format([])", "''"), ("'%%'.format([])", "'%'"), ("'%%s'.format([1])", "'%s'"),
        ("'é%sé%s'.format(['👍', ''])", "'é👍é'"), ("'a'.format([1, 2])", "'a'"),
        ("'%s %s %s'.format([null, true, bytes])", "'null true bytes'"),
        ("'%s'.format([[]])", "'[]'"), ("'%s'.format([{}])", "'{}'"),
        ("'%s'.format([[[1u, [b'a']], {'b': [1.0]}]])", "'[[1, [a]], {b: [1]}]'"),
        ("'%s'.format([{'b': 1, 'a': {2: null, 10: 0, true: ''}}])", "'{a: {10: 0, 2: null, true: }, b: 1}'"),
        ("'%s'.format([{'é': 1, 'z': 2, 'e\\u0301': 3}])", "'{e\\u0301: 3, z: 2, é: 1}'"),
        ("'%s'.format([{'1': 'a', 1: 'b'}])", "'{1: a, 1: b}'"),
        (
            "'%s %s'.format([duration('-1.5s'), timestamp('2026-01-02T03:04:05.006Z')])",
            "'-1.5s 2026-01-02T03:04:05.006Z'"
        ),
        ("'%s %s'.format([type(1.0), type(duration('0s'))])", "'double google.protobuf.Duration'"),
        ("'%s %s %s'.format([-0.0, 1e21, 1.5e-7])", "'-0 1000000000000000000000 0.00000015'"),
        ("'%s %s'.format([0.1, -123.456])", "'0.1 -123.456'"),
        ("'%.3s %.1d'.format(['abcdef', 12345])", "'abcdef 12345'"),
    ])
    func writes(_ source: String, _ other: String) throws {
        try LibraryCases.expect(source, gives: other, .strings)
    }

    @Test(arguments: [
        (
            "'%d %d'.format([-9223372036854775808, 18446744073709551615u])",
            "'-9223372036854775808 18446744073709551615'"
        ),
        ("'%d %d %d'.format([1.5, -0.0, double('-Infinity')])", "'1.5 -0 -Infinity'"),
        ("'%b %b %b'.format([true, false, -5])", "'1 0 -101'"),
        ("'%b'.format([18446744073709551615u]).size()", "64"),
        ("'%o %o'.format([8, -8])", "'10 -10'"), ("'%x %X'.format([-255, 3735928559u])", "'-ff DEADBEEF'"),
        ("'%x'.format([-9223372036854775808])", "'-8000000000000000'"),
        ("'%x|%X'.format(['', b'\\x00\\xff'])", "'|00FF'"), ("'%x'.format(['é'])", "'c3a9'"),
        ("'%f %f'.format([0.0, -0.0])", "'0.000000 -0.000000'"), ("'%.0f %.0f'.format([0.5, 1.5])", "'0 2'"),
        ("'%.0f %.0f %.0f'.format([-0.5, 0.6, 9.5])", "'-0 1 10'"), ("'%.1f'.format([0.06])", "'0.1'"),
        ("'%.2f %.2f'.format([0.001, 0.005])", "'0.00 0.01'"), ("'%.2f'.format([99.999])", "'100.00'"),
        ("'%.1f %.1f'.format([0.25, 0.35])", "'0.2 0.3'"), ("'%.3f'.format([-0.0001])", "'-0.000'"),
        ("'%.20f'.format([0.1])", "'0.10000000000000000555'"),
        ("'%.0f'.format([1e23])", "'99999999999999991611392'"),
        ("'%.0f'.format([18446744073709551615u])", "'18446744073709551616'"),
        ("'%.1000f'.format([5e-324]).size()", "1002"), ("'%.000002f'.format([1])", "'1.00'"),
        ("'%e %e'.format([0.0, -0.0])", "'0.000000e+00 -0.000000e+00'"),
        ("'%.0e %.0e'.format([15, 25])", "'2e+01 2e+01'"),
        ("'%.2e %.0e'.format([9.999, 9.5])", "'1.00e+01 1e+01'"),
        ("'%.1e'.format([1.7976931348623157e308])", "'1.8e+308'"),
        ("'%.3e'.format([5e-324])", "'4.941e-324'"), ("'%e'.format([-0.00012])", "'-1.200000e-04'"),
        ("'%e %f'.format([double('-Infinity'), double('NaN')])", "'-Infinity NaN'"),
    ])
    func writesNumbers(_ source: String, _ other: String) throws {
        try LibraryCases.expect(source, gives: other, .strings)
    }

    @Test(
        arguments: [
            ("'%'.format([1])", "ends within a clause"), ("'a%.2'.format([1])", "ends within a clause"),
            ("'%s'.format([])", "more clauses than the 0 arguments"),
            ("'%s%s'.format([1])", "more clauses than the 1 arguments"), ("'%.f'.format([1])", "number of digits"),
            ("'%.-1f'.format([1])", "number of digits"), ("'%-5d'.format([1])", "`%-` is no clause"),
            ("'%5d'.format([1])", "`%5` is no clause"), ("'% d'.format([1])", "`% ` is no clause"),
            ("'%é'.format([1])", "`%é` is no clause"), ("'%\\n'.format([1])", "`%\\n` is no clause"),
            ("'%.1001f'.format([1])", "at most 1000"), ("'%.99999999999999999999f'.format([1])", "at most 1000"),
            ("'%d'.format([true])", "`%d` takes int, uint or double, not bool"),
            ("'%d'.format(['1'])", "not string"), ("'%f'.format(['NaN'])", "`%f` takes int, uint or double"),
            ("'%e'.format([[]])", "not list"), ("'%b'.format([1.0])", "`%b` takes bool, int or uint, not double"),
            ("'%o'.format([true])", "`%o` takes int or uint"),
            ("'%x'.format([true])", "`%x` takes int, uint, string or bytes"),
            ("'%X'.format([{}])", "`%X`"), ("'%s'.format([b'\\xff'])", "no UTF-8"),
            ("'%s'.format([[b'\\xff']])", "no UTF-8"),
        ])
    func fails(_ source: String, _ part: String) throws {
        try LibraryCases.expect(source, fails: .invalidArgument, part, .strings)
    }

    @Test("values of a host's types have no text of their own")
    func refusesHostValues() throws {
        let record = CELValue.record(CELRecord(CELRecordType("box", fields: []), []))
        let facts = [
            "money": CELValue.scalar(CELScalar(kind: 1, payload: 5)), "box": record, "absent": .optional(.none),
        ]
        for (name, part) in [("money", "string(...)"), ("box", "not box"), ("absent", "not optional_type")] {
            for source in ["'%s'.format([\(name)])", "'%s'.format([[1, \(name)]])", "'%s'.format([{1: \(name)}])"] {
                try LibraryCases.expect(source, fails: .invalidArgument, part, .strings, facts)
            }
        }
    }

    @Test("shared and deep values end at a limit")
    func isBounded() throws {
        var shared = CELValue.elements([.int(1)])
        var sharedMap = CELValue.int(1)
        for _ in 0..<60 {
            shared = .elements([shared, shared])
            sharedMap = .map(try CELMap([(.int(1), sharedMap), (.int(2), sharedMap)]))
        }
        var deep = CELValue.null
        for _ in 0..<300 { deep = .elements([deep]) }
        let facts = ["shared": shared, "sharedMap": sharedMap, "deep": deep]
        try LibraryCases.expect("'%s'.format([shared])", fails: .limitExceeded, "bytes", .strings, facts)
        try LibraryCases.expect("'%s'.format([sharedMap])", fails: .limitExceeded, "bytes", .strings, facts)
        try LibraryCases.expect("'%s'.format([deep])", fails: .limitExceeded, "250 levels", .strings, facts)
    }
}
