import RulebookModel
import Testing

@Suite("Money reads what people write, to the smallest unit")
struct MoneyTests {
    @Test(
        arguments: [
            ("12.50 EUR", 1250, "12.50 EUR"), ("12.5 EUR", 1250, "12.50 EUR"), ("12 EUR", 1200, "12.00 EUR"),
            ("7 JPY", 7, "7 JPY"), ("1.234 KWD", 1234, "1.234 KWD"), ("-3.01 USD", -301, "-3.01 USD"),
            ("0 EUR", 0, "0.00 EUR"), ("92233720368547758.07 EUR", .max, "92233720368547758.07 EUR"),
        ] as [(String, Int64, String)])
    func reads(_ text: String, minorUnits: Int64, printed: String) throws {
        let money = try Money(parsing: text)
        #expect(money.minorUnits == minorUnits)
        #expect(money.text == printed)
        #expect(Money(minorUnits: minorUnits, currency: money.currency) == money)
    }

    @Test(
        arguments: [
            ("12.505 EUR", .tooPrecise(allowed: 2)), ("0.5 JPY", .tooPrecise(allowed: 0)),
            ("12 eur", .unknownCurrency("eur")), ("12 EUX", .unknownCurrency("EUX")),
            ("92233720368547758.08 EUR", .outOfRange), ("100000000000000000000 EUR", .outOfRange),
            ("", .malformed), ("EUR", .malformed), ("12", .malformed), ("12EUR", .malformed), ("EUR 12", .malformed),
            ("12  EUR", .malformed), (" 12 EUR", .malformed), ("12 EUR ", .malformed), ("1,000 EUR", .malformed),
            ("1,000,000,000,000,000.00 EUR", .malformed), ("1e3 EUR", .malformed), ("€12", .malformed),
            ("--1 EUR", .malformed), ("1. EUR", .malformed), (".5 EUR", .malformed), ("1.2.3 EUR", .malformed),
            ("٣ EUR", .malformed), ("12 EURO", .malformed),
        ] as [(String, Money.ParsingError)])
    func refuses(_ text: String, with error: Money.ParsingError) {
        #expect(throws: error) { try Money(parsing: text) }
    }

    @Test func mayBeFinerThanItsCurrencyOnceItIsComputed() throws {
        let price = try Money(parsing: "10.01 EUR")
        let share = try #require(Percent(parsing: "15%")?.fraction)
        let product = Money(amount: try #require(price.amount.multiplied(by: share)), currency: price.currency)
        #expect(product.text == "1.5015 EUR")
        #expect(product.minorUnits == nil)
    }
}
