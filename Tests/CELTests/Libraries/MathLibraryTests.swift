import CEL
import Testing

@Suite("The library of mathematics computes as IEEE 754 and 64 bits do")
struct MathLibraryTests {
    @Test(arguments: [
        ("math.greatest([1])", "1"), ("math.greatest([1, 2.5, 2u])", "2.5"), ("math.greatest(1u, 1, 1.0)", "1u"),
        ("math.least(1.0, 1u)", "1.0"), ("math.least(1, 1.0)", "1"), ("math.greatest(-0.0, 0.0)", "-0.0"),
        ("math.greatest(9223372036854775807, 9223372036854777856.0)", "9223372036854777856.0"),
        ("math.least(18446744073709551615u, -1)", "-1"), ("math.greatest(1, 2, 3, 4, 5u, 6.5, 7)", "7"),
        ("math.least(9007199254740993, 9007199254740992.0)", "9007199254740992.0"),
        ("math.least(dyn(1.5), dyn(1))", "1"), ("math.greatest(dyn([1, 2u]))", "2u"),
        ("math.greatest([1, 2].map(x, x * 2))", "4"), ("math.greatest(double('-Infinity'), -1)", "-1"),
        ("math.isNaN(math.least(double('NaN')))", "true"),
    ])
    func finds(_ source: String, _ other: String) throws {
        try LibraryCases.expect(source, gives: other, .math)
    }

    @Test(arguments: [
        ("math.ceil(-0.5)", "-0.0"), ("math.floor(-0.0)", "-0.0"), ("math.trunc(-0.9)", "-0.0"),
        ("math.round(0.5)", "1.0"), ("math.round(-0.5)", "-1.0"), ("math.round(2.5)", "3.0"),
        ("math.round(0.49999999999999994)", "0.0"), ("math.round(-0.2)", "-0.0"),
        ("math.round(4503599627370497.0)", "4503599627370497.0"), ("math.ceil(1e300)", "1e300"),
        ("math.floor(double('Infinity'))", "double('Infinity')"),
        ("math.abs(-9223372036854775807)", "9223372036854775807"), ("math.abs(-0.0)", "0.0"),
        ("math.abs(18446744073709551615u)", "18446744073709551615u"),
        ("math.abs(double('-Infinity'))", "double('Infinity')"), ("math.isNaN(math.abs(double('NaN')))", "true"),
        ("math.sign(-0.0)", "0.0"), ("math.isNaN(math.sign(double('NaN')))", "true"),
        ("math.sign(-9223372036854775808)", "-1"), ("math.sign(double('-Infinity'))", "-1.0"),
        ("math.sign(18446744073709551615u)", "1u"),
        ("math.sqrt(81)", "9.0"), ("math.sqrt(4u)", "2.0"), ("math.sqrt(2.25)", "1.5"), ("math.sqrt(-0.0)", "-0.0"),
        ("math.isNaN(math.sqrt(-1))", "true"), ("math.sqrt(double('Infinity'))", "double('Infinity')"),
        ("math.isInf(double('-Infinity'))", "true"), ("math.isFinite(double('Infinity'))", "false"),
        ("math.isFinite(-0.0)", "true"), ("math.isInf(1.7976931348623157e308)", "false"),
    ])
    func computes(_ source: String, _ other: String) throws {
        try LibraryCases.expect(source, gives: other, .math)
    }

    @Test(arguments: [
        ("math.bitAnd(-3, -5)", "-7"), ("math.bitOr(-2, -4)", "-2"), ("math.bitXor(-1, 1)", "-2"),
        ("math.bitAnd(18446744073709551615u, 5u)", "5u"), ("math.bitNot(9223372036854775807)", "-9223372036854775808"),
        ("math.bitNot(18446744073709551615u)", "0u"), ("math.bitShiftLeft(1, 63)", "-9223372036854775808"),
        ("math.bitShiftLeft(1u, 63)", "9223372036854775808u"), ("math.bitShiftLeft(3, 64)", "0"),
        ("math.bitShiftLeft(-1, 2)", "-4"), ("math.bitShiftLeft(1u, 9223372036854775807)", "0u"),
        ("math.bitShiftLeft(-1, 0)", "-1"), ("math.bitShiftRight(-1, 0)", "-1"),
        ("math.bitShiftRight(-1, 1)", "9223372036854775807"), ("math.bitShiftRight(-9223372036854775808, 63)", "1"),
        ("math.bitShiftRight(-1, 64)", "0"), ("math.bitShiftRight(18446744073709551615u, 63)", "1u"),
    ])
    func movesBits(_ source: String, _ other: String) throws {
        try LibraryCases.expect(source, gives: other, .math)
    }

    @Test(
        arguments: [
            ("math.abs(-9223372036854775808)", .overflow, "out of the range of int"),
            ("math.bitShiftLeft(1, -1)", .invalidArgument, "by -1"),
            ("math.bitShiftRight(1u, -9223372036854775808)", .invalidArgument, "below 0"),
            ("math.greatest([])", .invalidArgument, "empty list"),
            ("math.least(dyn([]))", .invalidArgument, "empty list"),
            ("math.greatest(double('NaN'), 1)", .invalidArgument, "NaN"),
            ("math.least(1.0, 2, double('NaN'))", .invalidArgument, "NaN"),
            ("math.greatest(dyn('a'))", .noSuchOverload, "greatest"),
            ("math.least(1, dyn('a'))", .noSuchOverload, "least"),
            ("math.greatest(1, 2, 'a')", .noSuchOverload, "not string"),
            ("math.greatest([1, dyn('a')])", .noSuchOverload, "not string"),
            ("math.greatest(dyn(['a']))", .noSuchOverload, "not string"),
            ("math.least([1], [2], [3])", .noSuchOverload, "not list"),
            ("math.sqrt(dyn('4'))", .noSuchOverload, "sqrt"),
            ("math.bitShiftLeft(1, dyn(1u))", .noSuchOverload, "bitShiftLeft"),
            ("math.bitAnd(dyn(1), 1u)", .noSuchOverload, "bitAnd"),
            ("math.isNaN(dyn(1))", .noSuchOverload, "isNaN"),
        ] as [(String, CELError.Code, String)])
    func fails(_ source: String, with code: CELError.Code, _ part: String) throws {
        try LibraryCases.expect(source, fails: code, part, .math)
    }

    @Test(arguments: [
        ("math.greatest(1)", "int"), ("math.least(1u, 2u)", "uint"), ("math.least(1, 2u)", "dyn"),
        ("math.greatest([1.0])", "double"), ("math.greatest([1, 2.0])", "dyn"), ("math.sqrt(4)", "double"),
        ("math.greatest('a')", "`math.greatest` does not take (string)"),
        ("math.greatest(1, 'a')", "`math.greatest` does not take (int, string)"),
        ("math.greatest(['a'])", "`math.greatest` does not take (list(string))"),
        ("math.greatest()", "`math.greatest` does not take ()"), ("math.ceil(1)", "`math.ceil` does not take (int)"),
        ("math.bitShiftLeft(1, 1u)", "`math.bitShiftLeft` does not take (int, uint)"),
    ])
    func hasType(_ source: String, _ type: String) { #expect(LibraryCases.type(source, .math) == type) }

    @Test("gaps in a host's list leave the result unknown")
    func gaps() {
        let gap = CELValue.unknown(CELUnknown(CELAttributePath(["list", "1"])))
        let facts = ["list": CELValue.elements([.int(1), gap])]
        #expect(LibraryCases.checked("math.greatest(list)", .math, facts) == gap)
    }
}
