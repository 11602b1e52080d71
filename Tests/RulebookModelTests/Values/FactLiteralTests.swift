import CEL
import RulebookModel
import Testing

@Suite("A text is read as a value of its type, or refused with the reason")
struct FactLiteralTests {
    private static let literal = FactLiteral(roles: ["agent", "senior", "supervisor"], zone: .utc)

    @Test(
        arguments: [
            ("true", .bool), ("-42", .int), ("12.5", .decimal), ("15%", .percent), ("20 EUR", .money), ("", .string),
            ("2026-11-20T09:14:03+01:00", .timestamp), ("2026-11-20", .date), ("1h 30min", .duration),
            ("mon-fri 08:00-18:00", .hours), ("sl-SI", .locale), ("Europe/Ljubljana", .zone), ("senior", .role),
            ("gold", .enumeration(["standard", "gold"])),
        ] as [(String, FactType)])
    func reads(_ text: String, type: FactType) {
        #expect(throws: Never.self) { try Self.literal.read(text, as: type) }
    }

    @Test(
        arguments: [
            ("yes", .bool, "`yes` cannot be read: expected `true` or `false`", nil),
            ("1.5", .int, "`1.5` cannot be read: expected a whole number", nil),
            ("9223372036854775808", .int, "`9223372036854775808` cannot be read: expected a whole number", nil),
            ("1e3", .decimal, "`1e3` cannot be read: expected a decimal number such as 12.5", nil),
            ("15", .percent, "`15` cannot be read: expected a percentage such as 15%", nil),
            ("20", .money, "`20` cannot be read: expected an amount with its currency, as in 20 EUR", nil),
            ("20 eur", .money, "`eur` is no currency in use", "did you mean `EUR`?"),
            ("20 EUX", .money, "`EUX` is no currency in use", "write its ISO 4217 code, such as EUR"),
            (
                "1.005 EUR", .money, "`1.005 EUR` is finer than the currency's smallest unit",
                "write at most 2 digits after the point"
            ),
            (
                "100000000000000000000 EUR", .money,
                "`100000000000000000000 EUR` cannot be read: the amount is too large to be counted exactly", nil
            ),
            (
                "2026-11-20T09:14:03", .timestamp,
                "`2026-11-20T09:14:03` cannot be read: expected an instant such as 2026-11-20T09:14:03+01:00", nil
            ),
            ("2026-02-30", .date, "`2026-02-30` cannot be read: expected a date such as 2026-11-20", nil),
            (
                "7d", .duration, "`d` counts dates, not time, and cannot stand in a length of time",
                "write hours, as in 168h for a week"
            ),
            ("5m", .duration, "`m` is no unit of time", "the units are ms, s, min and h"),
            ("soon", .duration, "`soon` cannot be read: expected a length of time such as 60s, 10min or 2h", nil),
            ("9999999h", .duration, "`9999999h` cannot be read: the length of time is over 292 years", nil),
            (
                "0.0000000001s", .duration,
                "`0.0000000001s` cannot be read: a length of time is counted in whole nanoseconds", nil
            ),
            (
                "always", .hours,
                "`always` cannot be read: expected opening hours such as mon-fri 08:00-18:00, sat 09:00-13:00", nil
            ),
            ("Slovene", .locale, "`Slovene` cannot be read: expected a language tag such as en or pt-BR", nil),
            (
                "Ljubljana", .zone, "`Ljubljana` cannot be read: expected an IANA time zone such as Europe/Ljubljana",
                nil
            ),
            ("boss", .role, "`boss` is no role; expected agent, senior, supervisor", nil),
            (
                "supervisr", .role, "`supervisr` is no role; expected agent, senior, supervisor",
                "did you mean `supervisor`?"
            ),
            (
                "golden", .enumeration(["standard", "gold"]), "`golden` is no value here; expected standard, gold",
                "did you mean `gold`?"
            ),
            ("a", .list(.int), "`a` cannot be read: expected list(int), which no single text can be", nil),
        ] as [(String, FactType, String, String?)])
    func refuses(_ text: String, type: FactType, message: String, help: String?) {
        #expect(throws: FactLiteral.Rejection(message: message, help: help)) {
            try Self.literal.read(text, as: type)
        }
    }

    @Test func saysThatThereAreNoRoles() {
        let literal = FactLiteral(roles: [], zone: .utc)
        #expect(throws: FactLiteral.Rejection(message: "`agent` is no role: the rulebook has none", help: nil)) {
            try literal.read("agent", as: .role)
        }
    }

    @Test func doesNotListAThousandWords() throws {
        let type = FactType.enumeration((1...1000).map { "word\($0)" })
        do {
            _ = try Self.literal.read("another", as: type)
            Issue.record("the word must be refused")
        } catch {
            #expect(error.message.hasSuffix("word11, word12 and 988 more"))
        }
    }

    @Test(
        arguments: [
            ("1 EUR", "1.00 EUR", .equal), ("0.99 EUR", "1 EUR", .less), ("1 EUR", "1 USD", nil),
        ] as [(String, String, FactOrder?)])
    func comparesAmountsOfOneCurrency(_ first: String, _ second: String, order: FactOrder?) throws {
        let left = try Self.literal.read(first, as: .money)
        let right = try Self.literal.read(second, as: .money)
        #expect(FactOrder.compare(left, right) == order)
    }

    @Test func comparesNothingOfTwoTypes() throws {
        let money = try Self.literal.read("1 EUR", as: .money)
        let percent = try Self.literal.read("1%", as: .percent)
        #expect(FactOrder.compare(money, percent) == nil)
        #expect(FactOrder.compare(.int(1), .bool(true)) == nil)
        #expect(FactOrder.compare(.string("a"), .string("b")) == nil)
        #expect(
            FactOrder.compare(try Self.literal.read("agent", as: .role), try Self.literal.read("senior", as: .role))
                == .less)
    }
}
