import CEL
import RulebookModel
import TestSupport
import Testing

@Suite("Amounts, percentages, decimals and dates are computed exactly, and never across currencies")
struct HouseFunctionsTests {
    /// Evaluates an expression over constants, as a setting holds them.
    private func value(_ condition: String) throws -> CELValue? {
        let rulebook = try CareDesk.rulebook(
            """
            timeZone: Europe/Ljubljana
            settings:
              ten: 10 EUR
              cents: 10.01 EUR
              dollars: 3 USD
              huge: 92233720368547758.07 EUR
              share: 15%
              tiny: 0.00000000000000001%
              half: 0.5
              prices: [1 EUR, 2.50 EUR]
              mixed: {value: [1 EUR, 2 USD], type: money}
              none: {value: [], type: list(money)}
              rates: [1%, 2%]
              counts: [1, 2]
              large: [9223372036854775807, 1]
              first: 2026-01-01
              last: 2026-12-31
              night: 2026-11-20T23:30:00Z
            standards:
              a:
                on: coupon.issue
                require: >-
                  \(condition)
            """)
        guard case .require(.expression(let expression))? = rulebook.standards.first?.body else { return nil }
        let environment = expression.environment
        var slots = CELSlotTable()
        let program = environment.program(for: expression.checked, slots: &slots)
        return program.evaluate(CELFrame(slots))
    }

    @Test(arguments: [
        "settings.ten + settings.cents == \"20.01 EUR\"", "settings.cents - settings.ten == \"0.01 EUR\"",
        "-settings.ten == \"-10 EUR\"", "settings.ten * 3 == \"30 EUR\"", "3 * settings.ten == \"30 EUR\"",
        "settings.ten * settings.share == \"1.50 EUR\"", "settings.share * settings.ten == \"1.50 EUR\"",
        "settings.cents * settings.share > \"1.50 EUR\"", "settings.ten * settings.half == \"5 EUR\"",
        "settings.share + settings.share == \"30%\"", "settings.share * 2 == \"30%\"", "settings.share < \"15.1%\"",
        "settings.half * settings.half == \"0.25\"", "settings.half + 1 == \"1.5\"",
        "1 - settings.half == settings.half",
        "settings.half < 1 and 1 > settings.half", "settings.half * settings.share == \"0.075\"",
        "sum(settings.prices) == \"3.50 EUR\"", "sum(settings.rates) == \"3%\"", "sum(settings.counts) == 3",
        "settings.last - settings.first == 364", "settings.first < settings.last",
        "date(settings.night) == \"2026-11-21\"", "settings.ten != settings.dollars",
    ])
    func holds(_ condition: String) throws {
        #expect(try value(condition) == .bool(true))
    }

    @Test(arguments: [
        ("settings.ten < settings.dollars", "EUR and USD"),
        ("settings.ten + settings.dollars > \"1 EUR\"", "EUR and USD"),
        ("sum(settings.mixed) > \"1 EUR\"", "EUR and USD"), ("sum(settings.none) == \"0 EUR\"", "no currency"),
        ("settings.huge + settings.ten > \"1 EUR\"", "too large"), ("settings.huge * 1000 > \"1 EUR\"", "too large"),
        ("settings.ten * settings.tiny > \"1 EUR\"", "too large"), ("sum(settings.large) > 1", "too large"),
    ])
    func fails(_ condition: String, because reason: String) throws {
        guard case .error(let error)? = try value(condition) else {
            Issue.record("\(condition) must fail, not give \(String(describing: try value(condition)))")
            return
        }
        #expect(error.message.contains(reason), "\(error.message)")
    }

    @Test func unknownSaysWhy() throws {
        guard case .unknown(let unknown)? = try value("unknown(\"nobody measured it\")") else {
            Issue.record("the value must be unknown")
            return
        }
        #expect(unknown.paths.map(\.description) == ["nobody measured it"])
    }
}
