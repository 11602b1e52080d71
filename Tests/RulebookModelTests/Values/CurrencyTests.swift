import RulebookModel
import Testing

@Suite("A currency is a code of ISO 4217 in use")
struct CurrencyTests {
    @Test(arguments: [("EUR", 2), ("USD", 2), ("JPY", 0), ("KWD", 3), ("CLP", 0), ("TND", 3)])
    func knows(_ code: String, digits: Int) throws {
        let currency = try #require(Currency(code: code))
        #expect(currency.code == code)
        #expect(currency.fractionDigits == digits)
    }

    @Test(arguments: ["", "eur", "EU", "EURO", "DEM", "XXX", "XAU", "€", "ÉUR"])
    func refuses(_ code: String) {
        #expect(Currency(code: code) == nil)
    }

    @Test func everyCodeHasANumberOfItsOwn() throws {
        let currencies = Currency.codes.compactMap { Currency(code: $0) }
        #expect(currencies.count == Currency.codes.count)
        #expect(Set(currencies.map(\.number)).count == currencies.count)
        for currency in currencies { #expect(Currency(number: currency.number) == currency) }
    }

    @Test func aNumberPastTheLastCodeIsNone() throws {
        let euro = try #require(Currency(code: "EUR"))
        #expect(Currency(number: euro.number + 17_576) == nil)
        #expect(Currency(number: .max) == nil)
    }
}
