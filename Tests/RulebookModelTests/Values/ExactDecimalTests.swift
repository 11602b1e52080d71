import RulebookModel
import Testing

@Suite("A decimal number is kept exactly or not at all")
struct ExactDecimalTests {
    @Test(
        arguments: [
            ("0", 0, 0), ("-0", 0, 0), ("12.50", 125, 1), ("-12.5", -125, 1), ("+3", 3, 0), ("007", 7, 0),
            ("9223372036854775807", .max, 0), ("-9223372036854775808", .min, 0),
            ("0.000000000000000001", 1, 18), ("1.000000000000000000000000", 1, 0),
        ] as [(String, Int64, UInt8)])
    func reads(_ text: String, mantissa: Int64, scale: UInt8) throws {
        let number = try #require(ExactDecimal(parsing: text))
        #expect(number.mantissa == mantissa)
        #expect(number.scale == scale)
    }

    @Test(arguments: [
        "", "-", "+", ".", ".5", "5.", "1.2.3", "1e3", "1,5", " 1", "1 ", "٣", "0x10", "--1", "1-",
        "9223372036854775808", "0.0000000000000000001", "1234567890123456789012345678901234567890",
    ])
    func refuses(_ text: String) {
        #expect(ExactDecimal(parsing: text) == nil)
    }

    @Test(arguments: [
        ("0.1", "0.2", "0.3"), ("0.9", "0.1", "1"), ("-1.5", "1.5", "0"), ("1000000", "0.000001", "1000000.000001"),
    ])
    func addsAndSubtracts(_ first: String, _ second: String, _ sum: String) throws {
        let a = try #require(ExactDecimal(parsing: first))
        let b = try #require(ExactDecimal(parsing: second))
        let c = try #require(ExactDecimal(parsing: sum))
        #expect(a.adding(b) == c)
        #expect(b.adding(a) == c)
        #expect(c.subtracting(b) == a)
    }

    @Test(arguments: [("0.1", "0.1", "0.01"), ("12.5", "8", "100"), ("-2", "0.5", "-1"), ("0", "99.9", "0")])
    func multiplies(_ first: String, _ second: String, _ product: String) throws {
        let a = try #require(ExactDecimal(parsing: first))
        let b = try #require(ExactDecimal(parsing: second))
        #expect(a.multiplied(by: b) == ExactDecimal(parsing: product))
        #expect(b.multiplied(by: a) == ExactDecimal(parsing: product))
    }

    @Test func neverRounds() throws {
        let large = ExactDecimal(.max)
        let tiny = try #require(ExactDecimal(mantissa: 1, scale: 18))
        #expect(large.adding(ExactDecimal(1)) == nil)
        #expect(large.adding(tiny) == nil)
        #expect(large.multiplied(by: ExactDecimal(2)) == nil)
        #expect(tiny.multiplied(by: tiny) == nil)
        #expect(ExactDecimal(.min).negated == nil)
        #expect(ExactDecimal(.min).subtracting(ExactDecimal(1)) == nil)
    }

    @Test func anyScaleIsTriedInABoundedTime() {
        #expect(ExactDecimal(mantissa: 0, scale: .max) == ExactDecimal(0))
        #expect(ExactDecimal(mantissa: 0, scale: .min) == ExactDecimal(0))
        #expect(ExactDecimal(mantissa: 1, scale: .max) == nil)
        #expect(ExactDecimal(mantissa: 1, scale: .min) == nil)
        #expect(ExactDecimal(mantissa: 3, scale: -2) == ExactDecimal(300))
    }

    @Test(arguments: [("12.5", 2, 1250), ("12.5", 1, 125), ("-0.01", 2, -1), ("3", 0, 3)] as [(String, Int, Int64)])
    func countsUnits(_ text: String, digits: Int, units: Int64) throws {
        #expect(try #require(ExactDecimal(parsing: text)).units(fractionDigits: digits) == units)
    }

    @Test func hasNoUnitsWhereItWouldNotFit() throws {
        #expect(try #require(ExactDecimal(parsing: "12.505")).units(fractionDigits: 2) == nil)
        #expect(ExactDecimal(.max).units(fractionDigits: 1) == nil)
        #expect(ExactDecimal(1).units(fractionDigits: 1000) == nil)
        #expect(ExactDecimal(1).units(fractionDigits: -1) == nil)
    }

    @Test(arguments: [
        ("12.5", 0, "12.5"), ("12.5", 2, "12.50"), ("-0.05", 0, "-0.05"), ("0", 2, "0.00"), ("-3", 1, "-3.0"),
        ("7", 1000, "7.000000000000000000"),
    ])
    func prints(_ text: String, digits: Int, printed: String) throws {
        #expect(try #require(ExactDecimal(parsing: text)).text(fractionDigitsMin: digits) == printed)
    }

    @Test func isOrderedByValue() throws {
        let texts = ["-10", "-0.5", "0", "0.25", "0.3", "1", "1.01", "9223372036854775807"]
        let numbers = try texts.map { try #require(ExactDecimal(parsing: $0)) }
        #expect(numbers.shuffled().sorted() == numbers)
    }
}
