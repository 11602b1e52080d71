import Testing

@testable import RulebookEngine

@Suite("Intervals, procedures and recurring duties are found where they break, and told in figures")
struct StretchTests {
    private func log(_ standards: String) throws -> StretchLog {
        try StretchLog(
            """
            rulebook: stretches
            version: 1
            timeZone: Europe/Ljubljana
            unlisted: allow
            settings: {longest_hold: 60s}
            roles: [agent]
            entities: {agent: {role: role}}
            actions: {hold.start: , case.close: }
            events: {hold.end: , call.end: , case.open: , update: , turn: , question: , answer: }
            standards:
            \(standards)
            """)
    }

    @Test func intervalsAreLimitedOneByOneAndTogether() throws {
        let log = try log(
            "  hold: {timeline: {from: hold.start, to: hold.end, "
                + "at_most: {each: settings.longest_hold, total: 90s, count: 3}, until: call.end}}")
        let first = try log.happens("hold.start", "10:00:00")
        #expect(
            log.duties(first) == [
                "`hold.end` at most settings.longest_hold each, 1min 30s together, 3 of them, by 2026-11-02 11:01:00"
            ])
        try log.happens("hold.end", "10:00:50")
        // Forty seconds are left of ninety.
        let second = try log.happens("hold.start", "10:01:00")
        #expect(log.duties(second).first?.hasSuffix("by 2026-11-02 11:01:40") == true)
        try log.happens("hold.end", "10:01:41")
        let third = try log.propose("hold.start", "10:02:00")
        #expect(third.outcome == .deny)
        #expect(
            log.messages(third) == [
                "no other `hold.start` may begin: 2 before, 1min 31s used; at most settings.longest_hold each, "
                    + "1min 30s together, 3 of them (per interaction)"
            ])
        #expect(
            log.settled() == [
                "hold.start@10:00:00 met: `hold.end` came after 50s (hold.end@10:00:50); at most "
                    + "settings.longest_hold each, 1min 30s together, 3 of them",
                "hold.start@10:01:00 missed: no `hold.end` at most settings.longest_hold each, 1min 30s together, "
                    + "3 of them, by 2026-11-02 11:01:40",
            ])
        try log.happens("call.end", "10:03:00")
        #expect(try log.propose("hold.start", "10:04:00").outcome == .allow)
    }

    @Test func anIntervalMustLastLongEnough() throws {
        let log = try log("  ring: {timeline: {from: hold.start, to: hold.end, at_least: {each: 15s}}}")
        try log.happens("hold.start", "10:00:00")
        try log.happens("hold.end", "10:00:14")
        try log.happens("hold.start", "10:01:00")
        try log.happens("hold.end", "10:01:15")
        #expect(log.settled().map { $0.prefix(27) } == ["hold.start@10:00:00 missed:", "hold.start@10:01:00 met: `h"])
    }

    @Test func aStepMustNotComeTooEarly() throws {
        let log = try log("  p: {timeline: {steps: [case.open, answer, case.close]}}")
        try log.happens("case.open", "10:00:00")
        let early = try log.propose("case.close", "10:01:00")
        #expect(early.outcome == .deny)
        #expect(
            log.messages(early) == ["step 3, `case.close`, came before step 2, `answer` (per interaction)"])
        try log.happens("answer", "10:02:00")
        try log.happens("answer", "10:03:00")
        #expect(try log.propose("case.close", "10:04:00").outcome == .allow)
    }

    @Test func aStrictProcedureLeavesNothingOut() throws {
        let log = try log("  p: {timeline: {steps: [case.open, answer, case.close], order: strict, within: 1h}}")
        try log.happens("case.open", "10:00:00")
        try log.happens("answer", "10:01:00")
        let twice = try log.propose("answer", "10:02:00")
        #expect(
            log.messages(twice) == [
                "step 2, `answer`, came where step 3, `case.close` is next (per interaction)"
            ])
        try log.happens("case.close", "11:00:00")
        #expect(log.settled().map { $0.prefix(24) } == ["case.open@10:00:00 met: "])
        let again = try log.happens("case.open", "12:00:00")
        #expect(log.duties(again) == ["`answer`, then `case.close` within 1h, by 2026-11-02 14:00:00"])
        try log.happens("turn", "13:00:01")
        #expect(
            log.settled() == [
                "case.open@12:00:00 missed: not all of 3 steps came within 1h, by 2026-11-02 14:00:00"
            ])
    }

    @Test func aDutyComesBackUntilTheEnd() throws {
        let log = try log(
            "  u: {timeline: {every: 30min, expect: update, while: {from: case.open, to: case.close}}}")
        let opened = try log.happens("case.open", "10:00:00")
        #expect(log.duties(opened) == ["`update` every 30min, by 2026-11-02 11:30:00"])
        try log.happens("update", "10:30:00")
        // One gap, one finding, however long it is.
        try log.happens("update", "13:00:00")
        try log.happens("case.close", "13:10:00")
        try log.happens("update", "13:20:00")
        #expect(
            log.settled().map { $0.split(separator: ":").prefix(3).joined(separator: ":") } == [
                "case.open@10:00:00 met", "update@10:30:00 missed", "update@13:00:00 not_applicable",
            ])
    }

    @Test func aLimitCountsEvents() throws {
        let log = try log("  a: {timeline: {after: question, expect: answer, within: [10min, 2 turn]}}")
        try log.happens("question", "10:00:00")
        try log.happens("turn", "10:00:10")
        try log.happens("answer", "10:00:20")
        try log.happens("question", "10:01:00")
        try log.happens("turn", "10:01:10")
        try log.happens("turn", "10:01:20")
        try log.happens("question", "10:02:00")
        try log.happens("answer", "10:12:01")
        #expect(
            log.settled() == [
                "question@10:00:00 met: `answer` came after 20s (answer@10:00:20); within 10min and within 2 turn",
                "question@10:01:00 missed: no `answer` within 10min and within 2 turn (turn@10:01:20)",
                "question@10:02:00 missed: no `answer` within 10min and within 2 turn, by 2026-11-02 11:12:00",
            ])
    }

    @Test func anAimIsStricterThanTheLimit() throws {
        let log = try log("  a: {timeline: {after: question, expect: answer, within: 10min, aim: 30s}}")
        try log.happens("question", "10:00:00")
        try log.happens("answer", "10:00:30")
        try log.happens("question", "10:01:00")
        try log.happens("answer", "10:01:31")
        #expect(
            log.settled() == [
                "question@10:00:00 met: `answer` came after 30s (answer@10:00:30); within 10min",
                "question@10:01:00 met: `answer` came after 31s (answer@10:01:31); within 10min; the aim, within 30s, "
                    + "was missed",
            ])
    }
}
