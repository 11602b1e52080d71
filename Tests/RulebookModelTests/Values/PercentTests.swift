import RulebookModel
import Testing

@Suite("A percentage is exact")
struct PercentTests {
    @Test(arguments: [
        ("15%", "15%", "0.15"), ("15 %", "15%", "0.15"), ("12.50%", "12.5%", "0.125"), ("0%", "0%", "0"),
        ("-5%", "-5%", "-0.05"), ("250%", "250%", "2.5"),
    ])
    func reads(_ text: String, printed: String, fraction: String) throws {
        let percent = try #require(Percent(parsing: text))
        #expect(percent.text == printed)
        #expect(percent.fraction == ExactDecimal(parsing: fraction))
    }

    @Test(arguments: ["", "%", " %", "15", "15  %", "%15", "15%%", "x%", "15 percent", "1e1%"])
    func refuses(_ text: String) {
        #expect(Percent(parsing: text) == nil)
    }

    @Test func hasNoFractionWhereThatWouldBeRounded() throws {
        let tiny = try #require(Percent(parsing: "0.00000000000000001%"))
        #expect(tiny.fraction == nil)
    }

    @Test func isOrderedByValue() throws {
        #expect(try #require(Percent(parsing: "9.5%")) < #require(Percent(parsing: "10%")))
    }
}
