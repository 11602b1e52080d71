import Testing
import Workbench

@Suite("Examples come from the rulebook's tests")
struct ExampleTests {
    private static let standards = """
        coupons:
          on: coupon.issue
          allowance: {sum: event.count, window: each, steps: [{up_to: 1}, {up_to: 3, needs: reason}, {up_to: 9, needs: approval, from: lead}]}
        value: {on: coupon.issue, require: event.value <= settings.coupon_max}
        soon: {timeline: {after: asked, expect: answered, within: 1h}}
        """

    private static let tests = """
        tests: t
        start: 2026-11-20 10:00
        defaults: {interaction: i-1, agent: {id: a-1, role: agent}}
        cases:
          - case: Coupons
            when: {coupon.issue: {value: 10}}
            table:
              - [event.count, reason,     expect]
              - [1,           ~,          allow]
              - [2,           ~,          justify]
              - [3,           it was late, allow]
              - [4,           ~,          escalate]
              - [10,          ~,          deny]
          - case: Dear coupons
            when: {coupon.issue: {count: 1, value: 20.01}}
            expect: deny
          - case: What a lead may
            when: {coupon.issue: {count: 4, value: 10}, agent: {id: a-2, role: lead}, reason: it was late}
            expect: allow
          - case: An answer in an hour
            given: [{asked: , at: 2026-11-20 10:00}, {answered: , at: 2026-11-20 11:00}]
            now: 2026-11-20 12:00
            findings: {soon: met}
          - case: An answer too late
            given: [{asked: , at: 2026-11-20 10:00}, {answered: , at: 2026-11-20 11:01}]
            now: 2026-11-20 12:00
            findings: {soon: missed}
        """

    private func rows(_ id: String, role: String?, locale: String = "en", tests: String = tests) throws -> [String] {
        let lines = try BookBench(Self.standards, tests: tests).lines(role: role, locale: locale)
        let start = try #require(lines.firstIndex { $0.hasSuffix(" \(id)") })
        let end = lines[(start + 1)...].firstIndex(of: id) ?? lines.endIndex
        let own = lines[start..<end]
        guard let header = own.lastIndex(where: { $0.hasPrefix("| Examples") || $0.hasPrefix("| Примеры") }) else {
            return []
        }
        return Array(own[(header + 1)...])
    }

    @Test("one of each answer first, with the facts that the standard reads")
    func decisions() throws {
        #expect(
            try rows("coupons", role: "agent") == [
                "| How many: 1 | allowed", "| How many: 2 | needs a reason", "| How many: 3; reason given | allowed",
                "| How many: 4 | needs approval: lead or higher", "| How many: 10 | not possible",
            ])
        #expect(try rows("value", role: "agent").contains("| Value: 20.01 EUR | not possible"))
    }

    @Test("somebody of a role sees what somebody of that role did, or else what others did")
    func roles() throws {
        #expect(try rows("coupons", role: "lead") == ["| How many: 4; reason given | allowed"])
        #expect(
            try rows("coupons", role: "boss").prefix(2) == [
                "| How many: 1; acting: agent | allowed", "| How many: 2; acting: agent | needs a reason",
            ])
    }

    @Test("what an audit finds is told by the test's title")
    func findings() throws {
        #expect(
            try rows("soon", role: "agent") == [
                "| An answer in an hour | kept", "| An answer too late | not kept",
            ])
    }

    @Test("in another language the facts are told in it")
    func russian() throws {
        #expect(
            try rows("coupons", role: "agent", locale: "ru").suffix(2) == [
                "| How many: 4 | нужно одобрение: lead или выше", "| How many: 10 | невозможно",
            ])
    }

    @Test("a test that fails gives no example, and the book says so")
    func failing() throws {
        let wrong = Self.tests.replacing("[1,           ~,          allow]", with: "[1,           ~,          deny]")
        #expect(try !rows("coupons", role: "agent", tests: wrong).contains("| How many: 1 | allowed"))
        let book = try BookBench(Self.standards, tests: wrong).book(role: "agent")
        #expect(book.notices == ["1 test of the rulebook fails and gives no example."])
        #expect(try BookBench(Self.standards, tests: Self.tests).book(role: "agent").notices == [])
    }

    @Test("what is private is never shown")
    func privacy() throws {
        let text = """
            rulebook: t
            actions: {note.write: {fields: {card: {type: string, private: true}, size: int}}}
            standards: {s: {on: note.write, require: event.card != "" and event.size < 3}}
            """
        let bench = try BookBench(
            text: text,
            tests: "tests: t\ncases:\n  - case: c\n    when: {note.write: {card: \"4111\", size: 2}}\n    expect: allow"
        )
        #expect(try bench.lines().contains("| Size: 2 | allowed"))
        #expect(try !bench.lines().contains { $0.contains("4111") })
    }

    @Test("a title in the book's language tells what happened before")
    func localizedTitles() throws {
        let tests = """
            tests: {en: t, sl: t}
            start: 2026-11-20 10:00
            defaults: {interaction: i-1, agent: {id: a-1, role: agent}}
            cases:
              - case: {en: One more today, sl: Še eden danes}
                given: {coupon.issue: {count: 1, value: 10}, customer: c}
                when: {coupon.issue: {count: 1, value: 10}, customer: c}
                table:
                  - [case, expect]
                  - [{en: the second, sl: drugi}, allow]
            """
        let standard =
            "daily: {on: coupon.issue, allowance: {count: coupon.issue, per: customer, window: {calendar: day}, steps: [{up_to: 2}]}}"
        let bench = try BookBench(standard, tests: tests)
        #expect(bench.tests[0].cases.map(\.title) == ["One more today: the second"])
        #expect(try bench.lines().contains("| One more today: the second | allowed"))
        #expect(try bench.lines(locale: "sl").contains { $0.hasPrefix("| Še eden danes: drugi |") })
    }
}
