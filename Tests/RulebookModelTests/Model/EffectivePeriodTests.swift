import CEL
import RulebookModel
import TestSupport
import Testing

@Suite("A period begins with its first instant and ends before its last")
struct EffectivePeriodTests {
    @Test(arguments: [
        ("{from: 2026-11-01}", "2026-10-31T22:59:59Z", false), ("{from: 2026-11-01}", "2026-10-31T23:00:00Z", true),
        ("{until: 2026-11-01}", "2026-10-31T22:59:59Z", true), ("{until: 2026-11-01}", "2026-10-31T23:00:00Z", false),
        ("{from: 2026-11-01T00:00:00Z}", "2026-10-31T23:30:00Z", false), ("{}", "1970-01-01T00:00:00Z", true),
    ])
    func contains(_ period: String, _ instant: String, expected: Bool) throws {
        let rulebook = try CareDesk.rulebook("timeZone: Europe/Ljubljana\neffective: \(period)")
        #expect(rulebook.effective.contains(try #require(CELTimestamp(parsing: instant))) == expected)
    }
}
