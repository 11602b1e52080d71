import Testing

@testable import Workbench

@Suite("A card tells on one page what a role may do")
struct CardTests {
    private static let standards = """
        coupons:
          title: Coupons
          on: coupon.issue
          allowance: {sum: event.count, window: each, steps: [{up_to: 1}, {up_to: 3, needs: reason}, {needs: approval, from: lead}]}
        discounts:
          title: Discounts
          on: discount.grant
          allowance: {sum: event.rate, per: customer, window: {calendar: year}, steps: [{up_to: settings.loyalty}]}
        sure: {title: Only when sure, on: refund.pay, require: event.sure}
        cheap: {title: Cheap coupons, on: coupon.issue, require: event.value <= settings.coupon_max, otherwise: {escalate: lead}}
        taxi: {title: Short rides, on: taxi.pay, require: event.amount <= "30 EUR", otherwise: justify}
        hello: {title: Say hello, timeline: {after: call.began, expect: hello, within: 10s}}
        quick: {title: Be quick, on: answered, require: event.wait <= "20s"}
        maybe: {title: Smile, on: answered, force: may, require: event.wait <= "5s"}
        """

    @Test("each role has a card of its own")
    func roles() throws {
        let book = try BookBench(Self.standards).book(.card)
        #expect(
            book.chapters.map(\.title.plain) == ["For the role: agent", "For the role: lead", "For the role: boss"])
        #expect(try BookBench(Self.standards).book(.card, role: "lead").chapters.map(\.id) == ["card-lead"])
    }

    @Test("for an agent")
    func agent() throws {
        #expect(
            try BookBench(Self.standards).lines(.card, role: "agent") == [
                "For the role: agent", "[What you may do]", "| Action | By yourself | With a reason | With approval",
                "| Coupons (How many) | up to 1 | 2 to 3 | more than 3: lead",
                "| Discounts (rate, together in a calendar year) | up to “Discount by years” | – | –",
                "[Discount by years]", "| depends on | value", "| Full years: less than 1 | 5%",
                "| Full years: at least 1 | 10%", "Never otherwise:", "- Only when sure (sure: yes)",
                "Otherwise with approval:", "- Cheap coupons (value: at most 20 EUR): lead", "Otherwise with a reason:",
                "- Short rides (amount: at most 30 EUR)", "In time:", "- Say hello: within 10 seconds", "Always:",
                "- Be quick", "What no rule names: Needs approval: boss.",
            ])
    }

    @Test("who outranks those who approve needs a reason only")
    func lead() throws {
        let lines = try BookBench(Self.standards).lines(.card, role: "lead")
        #expect(lines.contains("| Coupons (How many) | up to 1 | more than 1 | –"))
        #expect(lines.contains("- Cheap coupons (value: at most 20 EUR)"))
        #expect(!lines.contains("Otherwise with approval:"))
    }

    @Test("a large rulebook leaves out what a page has no room for, the gravest last", arguments: [40, 200, 2_000])
    func fits(_ count: Int) throws {
        let many = (0..<count).map { index in
            let severity = ["minor", "major", "critical"][index % 3]
            return
                "s\(index): {title: A rule with a title of some length, severity: \(severity), on: refund.pay, require: event.sure}"
        }
        let book = try BookBench(many.joined(separator: "\n")).book(.card, role: "agent")
        let lines = book.lines
        let shown = lines.count { $0.hasPrefix("- ") }
        #expect(lines.count <= CardComposer.lineCountMax + 4)
        #expect(
            (shown < count) == lines.contains("and \(English.marks.text(count - shown)) more rules: see the handbook"))
        #expect(shown + (count - shown) == count && shown >= min(count, 40))
    }
}
