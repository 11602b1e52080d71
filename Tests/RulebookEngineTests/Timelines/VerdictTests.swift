import Testing

@testable import RulebookEngine

@Suite("A verdict is an event of its own, when it is certain, with the facts of the event it is about")
struct VerdictTests {
    private func log(_ standards: String) throws -> StretchLog {
        try StretchLog(
            """
            rulebook: verdicts
            version: 1
            timeZone: Europe/Ljubljana
            unlisted: allow
            roles: [agent]
            entities: {agent: {role: role}}
            actions: {refund: {fields: {amount: int}}}
            events: {question: , answer: , apology: , tick: }
            \(standards)
            """)
    }

    @Test func aMissedDeadlineOpensADuty() throws {
        let log = try log(
            """
            standards:
              answer: {timeline: {after: question, expect: answer, within: 60s}}
              sorry: {timeline: {after: {standard: answer, is: missed}, expect: apology, within: 5min}}
            """)
        try log.happens("question", "10:00:00")
        try log.happens("answer", "10:00:30")
        try log.happens("question", "10:10:00")
        // The answer ran out at 10:11, and with it began the five minutes.
        try log.happens("apology", "10:16:00")
        try log.happens("question", "10:20:00")
        try log.happens("tick", "10:26:01")
        #expect(
            log.settled() == [
                "question@10:00:00 met: `answer` came after 30s (answer@10:00:30); within 1min",
                "question@10:10:00 missed: no `answer` within 1min, by 2026-11-02 11:11:00",
                "question@10:10:00 met: `apology` came after 5min (apology@10:16:00); within 5min",
                "question@10:20:00 missed: no `answer` within 1min, by 2026-11-02 11:21:00",
                "question@10:20:00 missed: no `apology` within 5min, by 2026-11-02 11:26:00",
            ])
    }

    @Test func missesAreCounted() throws {
        let log = try log(
            """
            facts: {faults: {count: {standard: small, is: missed, where: event.amount < 100}, per: interaction}}
            standards:
              small: {on: refund, require: event.amount <= 10, otherwise: note}
              trust: {on: refund, require: facts.faults < 2}
            """)
        for (time, amount, expected) in [
            ("10:00", 11, Outcome.allow), ("10:01", 5, .allow), ("10:02", 200, .allow), ("10:03", 12, .allow),
            ("10:04", 1, .deny),
        ] {
            let decision = try log.happens("refund", time + ":00", data: "{\"amount\": \(amount)}")
            #expect(decision.outcome == expected, "\(time)")
        }
    }

    @Test func whatIsAnsweredIsCertainWithTheAnswer() throws {
        let log = try log(
            """
            facts: {kept: {last: {standard: answer, is: met}, of: event.id, per: interaction}}
            standards:
              answer: {timeline: {after: question, expect: answer, within: 60s}}
              known: {on: refund, require: facts.kept == "question@10:01:00"}
            """)
        try log.happens("question", "10:00:00")
        try log.happens("answer", "10:00:10")
        try log.happens("question", "10:01:00")
        let early = try log.propose("refund", "10:01:05", data: #"{"amount": 1}"#)
        #expect(early.outcome == .deny)
        try log.happens("answer", "10:01:10")
        #expect(try log.propose("refund", "10:01:15", data: #"{"amount": 1}"#).outcome == .allow)
    }

    @Test func aCascadeSettlesInOrderOfTime() throws {
        let log = try log(
            """
            standards:
              a: {timeline: {after: question, expect: answer, within: 60s}}
              b: {timeline: {after: {standard: a, is: missed}, expect: answer, within: 60s}}
              c: {timeline: {after: {standard: b, is: missed}, expect: answer, within: 60s}}
            """)
        try log.happens("question", "10:00:00")
        try log.happens("tick", "11:00:00")
        #expect(
            log.settled() == [
                "question@10:00:00 missed: no `answer` within 1min, by 2026-11-02 11:01:00",
                "question@10:00:00 missed: no `answer` within 1min, by 2026-11-02 11:02:00",
                "question@10:00:00 missed: no `answer` within 1min, by 2026-11-02 11:03:00",
            ])
    }
}
