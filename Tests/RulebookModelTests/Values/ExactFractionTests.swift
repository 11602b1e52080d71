import RulebookModel
import Testing

@Suite("A fraction is compared as it is and rounded only to be read")
struct ExactFractionTests {
    private static func fraction(_ numerator: Int128, _ denominator: Int128) throws -> ExactFraction {
        try #require(ExactFraction(numerator, over: denominator))
    }

    @Test func nothingStandsBelowTheLine() {
        #expect(ExactFraction(1, over: 0) == nil)
        #expect(ExactFraction(1, over: -2) == nil)
    }

    @Test func comparesWithAsManyBitsAsThatTakes() throws {
        let third = try Self.fraction(1, 3)
        #expect(third == (try Self.fraction(2, 6)))
        let huge = Int128.max
        // The products of these need more than 128 bits, and differ in the last one.
        let first = try Self.fraction(huge - 1, huge)
        let second = try Self.fraction(huge - 2, huge - 1)
        #expect(second < first)
        #expect(first != second)
        #expect(try Self.fraction(-1, 3) < third)
        #expect(try Self.fraction(-1, 2) < Self.fraction(-1, 3))
        #expect(try Self.fraction(0, 5) == Self.fraction(0, 7))
    }

    @Test(
        arguments: [
            (1, 3, 12, "0.333333333333"), (2, 3, 12, "0.666666666667"), (-2, 3, 2, "-0.67"), (1, 2, 0, "1"),
            (-1, 2, 0, "-1"), (1, 8, 2, "0.13"), (5, 5, 12, "1"), (0, 9, 12, "0"), (999_999, 1_000_000, 2, "1"),
        ] as [(Int128, Int128, Int, String)])
    func rounds(_ numerator: Int128, _ denominator: Int128, digits: Int, text: String) throws {
        #expect(try Self.fraction(numerator, denominator).rounded(fractionDigits: digits)?.text() == text)
    }

    @Test func roundsToFewerDigitsWhereThereIsNoRoom() throws {
        let large = try Self.fraction(9_000_000_000_000_000_000, 7)
        #expect(try Self.fraction(9_000_000_000_000, 7).rounded(fractionDigits: 12)?.text() == "1285714285714.285714")
        #expect(large.rounded(fractionDigits: 12)?.text() == "1285714285714285714")
        #expect(try Self.fraction(Int128.max, 1).rounded(fractionDigits: 12) == nil)
    }

    @Test func divides() throws {
        let number = try Self.fraction(10, 4).divided(by: Self.fraction(5, 6))
        #expect(number == (try Self.fraction(3, 1)))
        #expect(try Self.fraction(1, 2).divided(by: Self.fraction(0, 1)) == nil)
        // What cancels out does so before it is multiplied.
        let huge = Int128.max
        #expect(try Self.fraction(huge, 3).divided(by: Self.fraction(huge, 7)) == Self.fraction(7, 3))
        #expect(try Self.fraction(huge, 2).divided(by: Self.fraction(3, huge - 1)) == nil)
    }

    @Test(
        arguments: [
            (94_996, 100_000, "95%", "94.996%"), (95_000, 100_000, "95%", "95%"), (2, 3, "95%", "66.67%"),
            (1, 3, "33.33%", "33.333%"),
        ] as [(Int128, Int128, String, String)])
    func roundingNeverHidesTheSideOfABound(part: Int128, whole: Int128, bound: String, text: String) throws {
        let points = try #require(Percent(parsing: bound)).points
        let figure = ExactFigure(try Self.fraction(100 * part, whole), .percent)
        #expect(figure.text(beside: ExactFigure(ExactFraction(points), .percent)) == text)
    }

    @Test func readsLikePeopleWrite() throws {
        let euro = try #require(Currency(code: "EUR"))
        #expect(ExactFigure(try Self.fraction(10, 3), .money(euro)).text() == "3.33 EUR")
        #expect(ExactFigure(try Self.fraction(61_500_000_000, 1), .duration).text() == "1 min 1.5 s")
        #expect(ExactFigure(try Self.fraction(1_000_000_000, 3), .duration).text() == "0.333 s")
        #expect(ExactFigure(try Self.fraction(7, 1), .number).text() == "7")
    }
}
