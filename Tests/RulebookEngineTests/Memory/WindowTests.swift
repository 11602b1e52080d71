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

    @Test(arguments: [
        // The date of the beginning is the first of thirty.
        Case(
            "{blocks: 30 days, from: begun}",
            ["2026-03-02T10:00:00+01:00 begun", "2026-03-02T12:00:00+01:00 3", "2026-03-31T23:59:59+02:00 4"],
            [("2026-03-31T23:59:59+02:00", 7), ("2026-04-01T00:00:00+02:00", 0)]),
        // What happened on that date before it began is not part of it.
        Case(
            "{blocks: 30 days, from: begun}",
            [
                "2026-02-01T10:00:00+01:00 begun", "2026-03-02T09:00:00+01:00 8", "2026-03-02T10:00:00+01:00 begun",
                "2026-03-02T12:00:00+01:00 3",
            ], [("2026-03-03T00:00:00+01:00", 3)]),
        // Hours are hours: the week in which clocks go forward ends an hour later by the clock.
        Case(
            "{blocks: 168h, from: begun}",
            ["2026-03-27T10:00:00+01:00 begun", "2026-03-27T10:00:00+01:00 3", "2026-04-03T10:59:59+02:00 4"],
            [("2026-04-03T10:59:59.999999999+02:00", 7), ("2026-04-03T11:00:00+02:00", 0)]),
        // A block is not a window that rolls: the third begins where the second ends.
        Case(
            "{blocks: 7 days, from: begun}",
            ["2026-03-01T23:00:00+01:00 begun", "2026-03-14T23:59:59+01:00 3", "2026-03-15T00:00:00+01:00 4"],
            [("2026-03-15T00:00:01+01:00", 4), ("2026-03-21T23:59:59+01:00", 4), ("2026-03-22T00:00:00+01:00", 0)]),
        // A month keeps the day number of the first or takes the last, and comes back to it.
        Case(
            "{blocks: 1 month, from: 2026-01-31}", ["2026-02-28T00:00:00+01:00 3", "2026-03-30T23:59:59+02:00 4"],
            [("2026-03-30T23:59:59+02:00", 7), ("2026-03-31T00:00:00+02:00", 0)]),
        Case(
            "{blocks: 12h, from: 2026-10-25}", ["2026-10-25T00:00:00+02:00 3"],
            [("2026-10-25T10:59:59+01:00", 3), ("2026-10-25T11:00:00+01:00", 0)]),
    ])
    func sumsInBlocks(_ example: Case) throws {
        let desk = try MemoryDesk(
            "facts: {f: {sum: use, of: event.count, per: customer, window: \(example.window)}}")
        for line in example.uses {
            let words = line.split(separator: " ")
            if words[1] == "begun" {
                _ = desk.decider.decideAndRemember(try desk.event("begun", at: String(words[0])))
            } else {
                try desk.uses(line)
            }
        }
        let measure = try #require(desk.fixture.compiled.measures.firstIndex { $0.path.names == ["facts", "f"] })
        for (time, expected) in example.figures {
            let figure = desk.figure(before: try desk.event("use", at: time), measure: measure)
            #expect(figure == .int(expected), "\(time)")
        }
    }

    @Test(arguments: [
        ("{blocks: 30 days, from: begun}", "an earlier begun"),
        ("{blocks: 30 days, from: 2026-03-01}", "a time from 2026-03-01 on"),
    ])
    func beforeTheFirstBlockNothingIsKnown(_ window: String, missing: String) throws {
        let desk = try MemoryDesk("facts: {f: {count: use, per: customer, window: \(window)}}")
        try desk.uses("2026-02-01T12:00:00Z")
        let measure = try #require(desk.fixture.compiled.measures.firstIndex { $0.path.names == ["facts", "f"] })
        let figure = desk.figure(before: try desk.event("use", at: "2026-02-28T22:59:59Z"), measure: measure)
        guard case .unknown(let unknown) = figure else {
            Issue.record("\(figure) is known")
            return
        }
        #expect(unknown.paths.map(\.names) == [[missing]])
    }

    @Test func whatBlocksBeginWithCanBeMeasuredItself() throws {
        let desk = try MemoryDesk(
            "facts: {f: {count: [use, begun], per: customer, window: {blocks: 2 days, from: begun}}}")
        let measure = try #require(desk.fixture.compiled.measures.firstIndex { $0.path.names == ["facts", "f"] })
        for (time, expected) in [("2026-02-01T12:00:00Z", 1), ("2026-02-02T12:00:00Z", 1)] as [(String, Int64)] {
            _ = desk.decider.decideAndRemember(try desk.event("begun", at: time))
            #expect(desk.figure(before: try desk.event("use", at: time), measure: measure) == .int(expected))
        }
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
        for window in [
            "{calendar: day}", "{rolling: 1h}", "{rolling: 2 days}", "{calendar: day, zone: customer.zone}",
            "{blocks: 6h, from: 2026-11-01}", "{blocks: 1 day, from: 2026-11-01}",
        ] {
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
