import JSONSyntax
import Testing

@Suite("Numbers keep their exact value")
struct JSONDecimalTests {
    @Test(
        arguments: [
            ("0", 0, 0), ("-0", 0, 0), ("0.000", 0, 0), ("0e999999999999999999999", 0, 0), ("1", 1, 0), ("-17", -17, 0),
            ("54.850", 5485, 2), ("0.1", 1, 1), ("-0.10", -1, 1), ("2.0", 2, 0), ("1e3", 1000, 0), ("1E+3", 1000, 0),
            ("1.5e1", 15, 0), ("1.25e1", 125, 1), ("100e-2", 1, 0), ("1e-18", 1, 18), ("100.5", 1005, 1),
            ("9223372036854775807", .max, 0), ("-9223372036854775808", .min, 0), ("9.223372036854775807", .max, 18),
            ("1000000000000000000", 1_000_000_000_000_000_000, 0), ("1e18", 1_000_000_000_000_000_000, 0),
            ("1.0000000000000000000000000000000", 1, 0), ("10000000000000000000000000e-25", 1, 0),
            ("0.00000000000000000000000001e26", 1, 0),
        ] as [(String, Int64, Int)])
    func reads(_ text: String, mantissa: Int64, scale: Int) throws {
        let root = try JSONDocument.parse(text).root
        #expect(root.numberText == text)
        #expect(root.decimal?.mantissa == mantissa)
        #expect(root.decimal?.scale == scale)
        #expect(root.int64 == (scale == 0 ? mantissa : nil))
        #expect(JSONDecimal(text) == root.decimal)
        #expect(root.decimal.flatMap { JSONDecimal($0.text) } == root.decimal)
    }

    @Test(
        "What does not fit is nil and never rounded",
        arguments: [
            "9223372036854775808", "-9223372036854775809", "18446744073709551616", "1e19", "1e-19", "1e400", "1e-400",
            "1e99999999999999999999999", "1e-99999999999999999999999", "0.1234567890123456789",
            "123456789012345678901234567890", "3.14159265358979323846",
        ])
    func doesNotFit(_ text: String) throws {
        let root = try JSONDocument.parse(text).root
        #expect(root.decimal == nil)
        #expect(root.int64 == nil)
        #expect(root.numberText == text)
    }

    @Test(arguments: ["", "-", "+1", "1.", ".5", "01", "1e", "1 ", " 1", "NaN", "1,5", "٣"])
    func refuses(_ text: String) {
        #expect(JSONDecimal(text) == nil)
    }

    @Test(
        arguments: [
            (5485, 2, "54.85"), (-5, 3, "-0.005"), (0, 5, "0"), (120, 1, "12"), (1, 18, "0.000000000000000001"),
            (.min, 0, "-9223372036854775808"), (.min, 18, "-9.223372036854775808"),
        ] as [(Int64, Int, String)])
    func writes(mantissa: Int64, scale: Int, as text: String) {
        #expect(JSONDecimal(mantissa: mantissa, scale: scale)?.text == text)
    }

    @Test func refusesScalesOutsideOfTheLimit() {
        #expect(JSONDecimal(mantissa: 1, scale: 19) == nil)
        #expect(JSONDecimal(mantissa: 1, scale: -1) == nil)
    }

    @Test(arguments: [("0.5", 0.5), ("1e2", 100), ("-1e-3", -0.001), ("1e400", nil)] as [(String, Double?)])
    func nearestBinaryFraction(_ text: String, _ value: Double?) throws {
        #expect(try JSONDocument.parse(text).root.double == value)
    }
}
