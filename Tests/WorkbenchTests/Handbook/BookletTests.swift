import Testing
import Workbench

@Suite("A booklet tells each standard in sentences")
struct BookletTests {
    private static let ladder = """
        coupons:
          title: {en: Coupons, sl: Kuponi}
          because: It helps.
          on: coupon.issue
          for: {customer.tier: regular}
          unless: customer.staff
          say: {en: Here you are., sl: Izvolite.}
          allowance:
            sum: event.count
            window: each
            steps: [{up_to: 1}, {up_to: 3, needs: reason}, {up_to: 9, needs: approval, from: lead}, {needs: approval, from: boss}]
        """

    @Test("a ladder, for whom it is not, what to say, and why")
    func ladder() throws {
        #expect(
            try BookBench(Self.ladder).lines(role: "agent") == [
                "1 Our shop", "1.1 Coupons", "Why: It helps.", "Applies to: Issue a coupon",
                "Applies when: Customer tier: regular", "Does not apply when: Customer staff: yes",
                "How far you may go: How many, each time", "| How many | What it needs", "| up to 1 | by yourself",
                "| 2 to 3 | with a reason written down", "| 4 to 9 | with approval: lead or higher",
                "| more than 9 | with approval: boss", "Say: “Here you are.”", "coupons", "2 What no rule names",
                "Needs approval: boss.",
            ])
    }

    @Test(
        "who holds a rank needs only a reason where others need the approval",
        arguments: [
            (
                "agent",
                [
                    "| up to 1 | by yourself", "| 2 to 3 | with a reason written down",
                    "| 4 to 9 | with approval: lead or higher", "| more than 9 | with approval: boss",
                ]
            ),
            (
                "lead",
                [
                    "| up to 1 | by yourself", "| 2 to 9 | with a reason written down",
                    "| more than 9 | with approval: boss",
                ]
            ),
            ("boss", ["| up to 1 | by yourself", "| more than 1 | with a reason written down"]),
        ])
    func ranks(_ role: String, _ rows: [String]) throws {
        let lines = try BookBench(Self.ladder).lines(role: role)
        #expect(lines.filter { $0.hasPrefix("| ") && !$0.hasPrefix("| How many") } == rows)
    }

    @Test("the same in Slovenian, with the words of the rulebook's handbook")
    func slovenian() throws {
        let bench = try BookBench(
            Self.ladder,
            handbook: """
                handbook:
                  words:
                    lead: {sl: vodja izmene}
                    boss: {sl: vodja}
                    agent: {sl: svetovalec}
                    customer.tier: {sl: raven stranke}
                    regular: {sl: redna}
                    customer.staff: {sl: naš zaposleni}
                """)
        let book = try bench.book(role: "agent", locale: "sl")
        #expect(book.audience == "Za vlogo: svetovalec")
        #expect(
            book.lines == [
                "1 Naša trgovina", "1.1 Kuponi", "Zakaj: It helps.", "Velja za: Izdaja kupona",
                "Velja, kadar: Raven stranke: redna", "Ne velja, kadar: Naš zaposleni: da",
                "Kako daleč smete: Koliko, vsakič", "| Koliko | Kaj je potrebno", "| največ 1 | samostojno",
                "| od 2 do 3 | z zapisanim razlogom", "| od 4 do 9 | z odobritvijo: vodja izmene ali višje",
                "| več kot 9 | z odobritvijo: vodja", "Povejte: “Izvolite.”", "coupons",
                "2 Česar ne ureja nobeno pravilo",
                "Potrebna je odobritev: vodja.",
            ])
        #expect(
            book.notices == [
                "1 besedilo pravilnika ni na voljo v slovenščini; tu je navedeno, kot je bilo napisano."
            ])
    }

    @Test(
        "what a condition says in figures",
        arguments: [
            ("on: coupon.issue, require: event.value <= settings.coupon_max", "What is asked: Value: at most 20 EUR"),
            (
                "on: coupon.issue, require: event.count >= 2 and event.count < 5",
                "What is asked: | - How many: at least 2 | - How many: less than 5"
            ),
            ("on: refund.pay, require: event.sure", "What is asked: Sure: yes"),
            ("on: refund.pay, require: not event.sure", "What is asked: Sure: no"),
            ("on: refund.pay, require: event.sure == false", "What is asked: Sure: no"),
            ("on: refund.pay, forbid: not has(event.amount)", "What must not be: Amount: not stated"),
            (
                "on: coupon.issue, require: 'customer.tier in [\"regular\", \"gold\"]'",
                "What is asked: Customer tier: one of: regular, gold"
            ),
            ("on: coupon.issue, require: 'customer.tier != \"gold\"'", "What is asked: Customer tier: not gold"),
            ("on: coupon.issue, require: '\"20 EUR\" >= event.value'", "What is asked: Value: at most 20 EUR"),
            ("on: coupon.issue, require: {small: event.count < 3}", "What is asked: Small (How many: less than 3)"),
            (
                "on: coupon.issue, require: {any: {few: event.count < 3, cheap: event.value < \"5 EUR\"}}",
                "What is asked (at least one of these): | - Few (How many: less than 3) | - Cheap (value: less than 5 EUR)"
            ),
            ("on: bag.take, require: size(event.items) > 0", "What is asked: Number of “items”: more than 0"),
            (
                "on: bag.take, require: 'event.items.all(i, i.in_stock)'",
                "What is asked: For each of “items”: item in stock: yes"
            ),
            (
                "on: bag.take, require: 'event.count <= settings.bags[customer.tier][event.cabin]'",
                "What is asked: Count: at most “bags”"
            ),
            (
                "on: discount.grant, require: event.rate <= settings.loyalty",
                "What is asked: Rate: at most “Discount by years”"
            ),
            ("on: answered, require: event.wait <= \"90s\"", "What is asked: Wait: at most 1 minute 30 seconds"),
            ("on: answered, require: now - now <= \"90s\"", "What is asked: now - now <= \"90s\""),
            ("on: answered, require: 'event.kind.startsWith(\"a\")'", "What is asked: event.kind.startsWith(\"a\")"),
            ("on: answered, require: {soon: 'event.kind.startsWith(\"a\")'}", "What is asked: Soon"),
        ])
    func conditions(_ standard: String, _ told: String) throws {
        let lines = try BookBench("s: {\(standard)}").lines()
        let start = try #require(lines.firstIndex { $0.hasPrefix("What is asked") || $0.hasPrefix("What must") })
        let points = lines[(start + 1)...].prefix { $0.hasPrefix("- ") || $0.hasPrefix("  ") }
        #expect(([lines[start]] + points).joined(separator: " | ") == told)
    }

    @Test("a figure that depends on facts or dates stands below as a table, once")
    func figures() throws {
        let lines = try BookBench(
            """
            a: {on: discount.grant, allowance: {sum: event.rate, window: each, steps: [{up_to: settings.loyalty}, {up_to: 25%, needs: approval, from: lead}]}}
            b: {on: taxi.pay, require: [event.amount <= settings.taxi, event.amount <= settings.taxi]}
            c: {on: bag.take, require: 'event.count <= settings.bags[customer.tier][event.cabin]'}
            """
        ).lines()
        func below(_ caption: String) -> [String] {
            guard let start = lines.firstIndex(of: caption) else { return [] }
            return Array(lines[(start + 1)...].prefix { $0.hasPrefix("| ") })
        }
        #expect(
            below("[Discount by years]") == [
                "| depends on | value", "| Full years: less than 1 | 5%", "| Full years: at least 1 | 10%",
            ])
        #expect(
            below("[taxi]") == [
                "| depends on | value", "| through 30 November 2026 | 60 EUR", "| from 1 December 2026 | 80 EUR",
            ])
        #expect(
            below("[bags]") == [
                "| customer tier | cabin | value", "| regular | economy | 1", "| gold | economy | 3",
            ])
        #expect(lines.count { $0 == "[taxi]" } == 1)
        #expect(
            lines.filter { $0.contains("“Discount by years”") } == [
                "| up to “Discount by years” | by yourself",
                "| over “Discount by years”, up to 25% | with approval: lead or higher",
            ])
    }

    @Test("what is asked only of others is left out, and what the role settles is not told")
    func roles() throws {
        let bench = try BookBench(
            """
            a: {on: refund.pay, when: 'agent.role < "lead"', require: event.sure, otherwise: {escalate: lead}}
            b: {on: refund.pay, for: {agent.role: boss}, require: event.sure}
            c: {on: refund.pay, when: 'agent.role == "lead" and event.amount > "5 EUR"', require: event.sure, otherwise: justify}
            """)
        func ids(_ role: String?) throws -> [String] { try bench.lines(role: role).filter { $0.count == 1 } }
        #expect(try ids("agent") == ["a"])
        #expect(try ids("lead") == ["c"])
        #expect(try ids("boss") == ["b"])
        #expect(try ids(nil) == ["a", "b", "c"])
        #expect(try bench.lines(role: "agent").filter { $0.hasPrefix("Applies when") } == [])
        #expect(try bench.lines(role: "lead").contains("Applies when: Amount: more than 5 EUR"))
        #expect(try bench.lines(role: "agent").contains("Otherwise: with approval: lead or higher"))
        #expect(try bench.lines(role: "lead").contains("Otherwise: with a reason written down"))
    }

    @Test(
        "order and time",
        arguments: [
            (
                "timeline: {after: call.began, expect: hello, within: 30s}",
                "What is asked: After “A call began” comes “We said hello” within 30 seconds."
            ),
            (
                "timeline: {after: call.began, forbid: hold.began, within: 2 days}",
                "What is asked: After “A call began” there is no “The line is held” within 2 days."
            ),
            (
                "timeline: {before: call.end, expect: hello}",
                "What is asked: Before “End the call” there must have been “We said hello”."
            ),
            (
                "timeline: {before: call.end, expect: hello, within: 1h, since: call.began}",
                "What is asked: Before “End the call” there must have been “We said hello” not longer than 1 hour before and since the latest “A call began”."
            ),
            (
                "timeline: {from: hold.began, to: hold.ended, at_most: {each: 60s, total: 180s, count: 3}}",
                "What is asked: From “The line is held” to “The line is free”: each at most 1 minute; together at most 3 minutes; at most 3 times."
            ),
            (
                "timeline: {every: 60s, expect: hello, while: {from: hold.began, to: hold.ended}}",
                "What is asked: From “The line is held” on comes “We said hello” at least once every 1 minute. Until: “The line is free”."
            ),
            (
                "timeline: {after: asked, expect: answered, by: trigger.due}",
                "What is asked: After “A customer asked” comes “We answered” by the time “due”."
            ),
            (
                "timeline: {after: asked, expect: answered, within: 4h, clock: office, aim: 1h}",
                "What is asked: After “A customer asked” comes “We answered” within 4 hours, counted in opening hours (office). Better: within 1 hour, counted in opening hours (office)."
            ),
            (
                "timeline: {after: asked, expect: answered, within: 5 business days, clock: office}",
                "What is asked: After “A customer asked” comes “We answered” within 5 business days, by the calendar “office”."
            ),
        ])
    func timelines(_ body: String, _ told: String) throws {
        #expect(try BookBench("s: {\(body)}").lines().contains(told))
    }

    @Test("a procedure is a list of steps")
    func procedure() throws {
        let lines = try BookBench("s: {timeline: {steps: [call.began, hello, call.end], order: strict, within: 1h}}")
            .lines()
        #expect(lines.contains("In this order:"))
        #expect(lines.contains("2. We said hello"))
        #expect(
            lines.contains(
                "What is asked: Each step comes directly after the one before. The last step comes within 1 hour."))
    }

    @Test("a metric, and a question for people")
    func others() throws {
        let lines = try BookBench(
            """
            m: {on: answered, force: should, metric: {share: event.wait <= "20s", per: everyone, period: {calendar: month}, at_least: 80%, sample: 30}}
            q: {severity: critical, on: answered, manual: {kind: Was it kind?}}
            """
        ).lines()
        #expect(
            lines.contains("1.1 m (advice)")
                && lines.contains("What is measured: Share for which: wait: at most 20 seconds"))
        #expect(
            lines.contains("Target: at least 80%") && lines.contains("Period: month")
                && lines.contains("Counted from: 30"))
        #expect(lines.contains("1.2 q (critical)") && lines.contains("- kind: Was it kind?"))
    }

    @Test("windows, keys and what gives back")
    func windows() throws {
        let lines = try BookBench(
            """
            a: {on: coupon.issue, allowance: {sum: event.count, per: customer, window: {calendar: month}, steps: [{up_to: 3}]}}
            b: {on: coupon.issue, allowance: {count: coupon.issue, per: customer, window: {rolling: 7 days}, steps: [{under: 3}]}}
            c: {on: coupon.issue, otherwise: note, allowance: {count: coupon.issue, per: everyone, window: {rolling: 168h}, steps: [{up_to: 3, needs: {reason: {at_least: 20}}}]}}
            """
        ).lines()
        #expect(
            lines.filter { $0.hasPrefix("How far") } == [
                "How far you may go: How many, together in a calendar month; for each: customer",
                "How far you may go: Number of “Issue a coupon”, together in any 7 days; for each: customer",
                "How far you may go: Number of “Issue a coupon”, together in any 168 hours; for each: everybody together",
            ])
        #expect(
            lines.filter { $0.hasPrefix("| ") && !$0.contains("What it needs") } == [
                "| up to 3 | by yourself", "| more than 3 | not possible", "| less than 3 | by yourself",
                "| at least 3 | not possible", "| up to 3 | with a reason of at least 20 characters",
            ])
    }
}
