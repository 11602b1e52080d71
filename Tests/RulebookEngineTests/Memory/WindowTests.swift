import CEL
import Testing

@testable import RulebookEngine

@Suite("A window is exact to the boundary")
struct WindowTests {
    /// Each case: the window, what was used when, and what is left of it at some times.
    struct Case: CustomTestStringConvertible, Sendable {
        let window: String
        let uses: [String]
        let figures: [(String, Int64)]

        init(_ window: String, _ uses: [String], _ figures: [(String, Int64)]) {
            (self.window, self.uses, self.figures) = (window, uses, figures)
        }

        var testDescription: String { "\(window) at \(figures.map(\.0).joined(separator: ", "))" }
    }

    @Test(arguments: [
        // Half-open: what happened exactly so long ago no longer counts.
        Case(
            "{rolling: 1h}", ["2026-11-02T10:00:00+01:00 3"],
            [("2026-11-02T10:59:59.999999999+01:00", 3), ("2026-11-02T11:00:00+01:00", 0)]),
        Case(
            "{rolling: 1500ms}", ["2026-11-02T10:00:00.9+01:00 3"],
            [("2026-11-02T10:00:02.399+01:00", 3), ("2026-11-02T10:00:02.4+01:00", 0)]),
        // Hours are hours: the day on which clocks go back has 25 of them.
        Case(
            "{rolling: 24h}", ["2026-10-25T00:30:00+02:00 3"],
            [("2026-10-25T23:29:59+01:00", 3), ("2026-10-25T23:30:00+01:00", 0)]),
        Case(
            "{calendar: day}", ["2026-10-25T00:00:00+02:00 3"],
            [("2026-10-25T23:59:59+01:00", 3), ("2026-10-26T00:00:00+01:00", 0)]),
        // The zone's midnight, whatever the offset in which the time is written.
        Case(
            "{calendar: day}", ["2026-11-02T23:00:00Z 3"],
            [("2026-11-03T12:00:00Z", 3), ("2026-11-03T22:59:59Z", 3), ("2026-11-03T23:00:00Z", 0)]),
        Case(
            "{calendar: week}", ["2026-11-02T00:00:00+01:00 3"],
            [("2026-11-08T23:59:59+01:00", 3), ("2026-11-09T00:00:00+01:00", 0)]),
        Case(
            "{calendar: week, begins: sunday}", ["2026-11-02T00:00:00+01:00 3"],
            [("2026-11-07T23:59:59+01:00", 3), ("2026-11-08T00:00:00+01:00", 0)]),
        Case(
            "{calendar: month}", ["2028-02-01T00:00:00+01:00 3"],
            [("2028-02-29T23:59:59+01:00", 3), ("2028-03-01T00:00:00+01:00", 0)]),
        Case(
            "{calendar: quarter}", ["2026-10-01T00:00:00+02:00 3"],
            [("2026-12-31T23:59:59+01:00", 3), ("2027-01-01T00:00:00+01:00", 0)]),
        Case(
            "{calendar: year}", ["2026-01-01T00:00:00+01:00 3"],
            [("2026-12-31T23:59:59+01:00", 3), ("2027-01-01T00:00:00+01:00", 0)]),
        // Today and the six dates before.
        Case(
            "{rolling: 7 days}", ["2026-03-02T23:59:00+01:00 3"],
            [("2026-03-08T23:59:59+01:00", 3), ("2026-03-09T00:00:00+01:00", 0)]),
        Case(
            "{rolling: 1 day}", ["2026-03-29T00:00:00+01:00 3"],
            [("2026-03-29T23:59:59+02:00", 3), ("2026-03-30T00:00:00+02:00", 0)]),
        Case(
            "{rolling: 2 weeks}", ["2026-03-02T12:00:00+01:00 3"],
            [("2026-03-15T23:59:59+01:00", 3), ("2026-03-16T00:00:00+01:00", 0)]),
        // A month keeps the day number or takes the last.
        Case(
            "{rolling: 1 month}", ["2026-01-31T12:00:00+01:00 3"],
            [("2026-02-28T12:00:00+01:00", 3), ("2026-03-30T12:00:00+02:00", 0)]),
        Case(
            "{rolling: 1 month}", ["2026-02-28T12:00:00+01:00 3"],
            [("2026-03-27T12:00:00+01:00", 3), ("2026-03-28T00:00:00+01:00", 0)]),
        Case(
            "{rolling: 1 year}", ["2028-02-29T12:00:00+01:00 3"],
            [("2029-02-27T12:00:00+01:00", 3), ("2029-03-01T00:00:00+01:00", 0)]),
        Case("lifetime", ["2020-01-01T00:00:00Z 3", "2026-01-01T00:00:00Z 4"], [("2030-01-01T00:00:00Z", 7)]),
        // What leaves takes only its own part with it.
        Case(
            "{rolling: 1h}", ["2026-11-02T10:00:00+01:00 3", "2026-11-02T10:30:00+01:00 4"],
            [("2026-11-02T10:59:00+01:00", 7), ("2026-11-02T11:10:00+01:00", 4), ("2026-11-02T11:30:00+01:00", 0)]),
    ])
    func sums(_ example: Case) throws {
        let desk = try MemoryDesk(
            "facts: {f: {sum: use, of: event.count, per: customer, window: \(example.window)}}")
        for use in example.uses { try desk.uses(use) }
        for (time, expected) in example.figures { #expect(try desk.figure(at: time) == .int(expected), "\(time)") }
    }

    @Test func tellsDatesInTheZoneOfTheCustomer() throws {
        let desk = try MemoryDesk(
            "facts: {f: {sum: use, of: event.count, per: customer, window: {calendar: day, zone: customer.zone}}}")
        try desk.uses("2026-11-02T12:00:00Z 3", zone: "America/New_York")
        #expect(try desk.figure(at: "2026-11-03T04:59:59Z", zone: "America/New_York") == .int(3))
        #expect(try desk.figure(at: "2026-11-03T05:00:00Z", zone: "America/New_York") == .int(0))
        guard case .unknown(let missing) = try desk.figure(at: "2026-11-03T04:00:00Z") else {
            Issue.record("a zone that is missing leaves the figure unknown")
            return
        }
        #expect(missing.paths.map(\.description) == ["customer.zone"])
    }

    @Test func keepsKeysApart() throws {
        let desk = try MemoryDesk("facts: {f: {sum: use, of: event.count, per: [customer, channel]}}")
        try desk.uses("2026-11-02T12:00:00Z 3", customer: "c1")
        // The channel is missing, so the use could be anybody's: it is counted for nobody.
        guard case .unknown(let missing) = try desk.figure(at: "2026-11-03T00:00:00Z") else {
            Issue.record("a key of which a part is missing leaves the figure unknown")
            return
        }
        #expect(missing.paths.map(\.description) == ["event.channel"])
        #expect(desk.decider.memory?.figureCount == 0)
    }

    @Test func everyoneSharesOneFigureWhereThatIsWritten() throws {
        let desk = try MemoryDesk("facts: {f: {count: use, per: everyone}}")
        try desk.uses("2026-11-02T12:00:00Z", customer: "c1")
        try desk.uses("2026-11-02T12:00:00Z", customer: "c2")
        #expect(try desk.figure(at: "2026-11-03T00:00:00Z", customer: nil) == .int(2))
    }

    @Test func dropsKeysOfWhichNothingCountsAnyMore() throws {
        for window in ["{calendar: day}", "{rolling: 1h}", "{rolling: 2 days}", "{calendar: day, zone: customer.zone}"]
        {
            let desk = try MemoryDesk("facts: {f: {count: use, per: customer, window: \(window)}}")
            for day in 1...20 {
                for number in 0..<50 {
                    let time = "2026-11-\(day < 10 ? "0" : "")\(day)T12:00:00Z"
                    try desk.uses(time, customer: "c\(day)-\(number)", zone: "Asia/Tokyo")
                }
            }
            let kept = try #require(desk.decider.memory?.figureCount)
            #expect(kept >= 50 && kept <= 400, "\(window) keeps \(kept) of 1000")
        }
    }

    @Test func withoutMemoryNothingIsKnown() throws {
        let desk = try MemoryDesk("facts: {f: {count: use, per: customer}}")
        let forgetful = desk.fixture.compiled.makeDecider()
        _ = forgetful.decideAndRemember(try desk.event("use", at: "2026-11-02T12:00:00Z"))
        #expect(forgetful.memory == nil)
        guard case .unknown = desk.fixture.compiled.measures[0].read(forgetful.frame, nil) else {
            Issue.record("nobody remembers, so nobody knows")
            return
        }
    }
}
