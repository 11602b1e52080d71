extension Simulation {
    /// A contact about a case, in which something is given.
    private func given(
        _ type: String, _ data: JSON, on day: Int, to customer: Customer? = nil, case caseID: String? = nil,
        attempts: Int = 0, openedHoursAgo: Int = 2, euros: Int = 40, by agent: Agent? = nil, reason: String? = nil,
        approval: Agent? = nil, complains: Bool = true
    ) -> Int {
        var scene = scene(
            "phone", at: Moment(day: day, 9, dice.number(0...59)), with: agent ?? house.phone[day % 6], customer,
            site: house.sites[day % 2])
        scene.caseID = caseID ?? number("case")
        if complains {
            scene.complaint = Complaint(
                id: number("co"), kind: "delay", euros: euros, attempts: attempts,
                openedAt: scene.time - openedHoursAgo * 3_600)
        }
        return scene.note(type, data, reason: reason, approval: approval)
    }

    private func coupons(_ count: Int) -> JSON { ["count": .number(count), "value": .text("\(count * 5).00 EUR")] }

    func coupons() {
        for day in 2..<20 { _ = given("coupon.issue", coupons(1), on: day) }
        journal.expect(
            .discretion, "discretion.coupons",
            at: given("coupon.issue", coupons(3), on: 5, reason: "late twice in one week"), "three, with a reason")
        journal.expect(
            .discretion, "discretion.coupons",
            at: given(
                "coupon.issue", coupons(8), on: 6, reason: "the whole order was lost", approval: house.supervisor),
            "eight, approved")
        miss("discretion.coupons", at: given("coupon.issue", coupons(4), on: 9), "four, without a reason")
        miss(
            "discretion.coupons", at: given("coupon.issue", coupons(8), on: 10, reason: "asked for it"),
            "eight, without an approval")
        miss(
            "discretion.coupons",
            at: given("coupon.issue", coupons(14), on: 11, reason: "asked for it", approval: house.supervisor),
            "fourteen, which nobody may approve")
        var colleague = house.newcomer(.en)
        colleague.staff = true
        journal.expect(
            .excused, "discretion.coupons", at: given("coupon.issue", coupons(2), on: 12, to: colleague),
            "to somebody of the staff")
        escalations()
    }

    private func escalations() {
        miss(
            "discretion.escalation", at: given("coupon.issue", coupons(1), on: 13, euros: 400),
            "400 EUR at stake, and no supervisor")
        miss(
            "discretion.escalation", at: given("coupon.issue", coupons(1), on: 16, attempts: 4),
            "tried four times, and no supervisor")
        miss(
            "discretion.escalation", at: given("coupon.issue", coupons(1), on: 17, openedHoursAgo: 40),
            "open for forty hours, and no supervisor")
        journal.expect(
            .discretion, "discretion.escalation",
            at: given(
                "coupon.issue", coupons(1), on: 18, euros: 400, reason: "a supervisor agreed",
                approval: house.supervisor), "400 EUR at stake, approved by a supervisor")
        _ = given("coupon.issue", coupons(1), on: 19, euros: 400, by: house.supervisor)
        for escalates in [true, false] {
            var scene = scene("phone", at: Moment(day: 24, escalates ? 10 : 11), with: house.phone[3])
            scene.complaint = Complaint(id: number("co"), kind: "delay", attempts: 3, openedAt: scene.time - 7_200)
            let failed = scene.note("attempt.failed")
            scene.pass(1_800)
            if escalates {
                scene.note("complaint.escalated")
            } else {
                miss("discretion.brought_up", at: failed, "the third attempt, and no supervisor heard of it")
            }
        }
    }

    func refunds() {
        func refund(_ euros: Int, on day: Int, reason: String? = nil, approval: Agent? = nil) -> Int {
            given(
                "refund.start", ["value": .text("\(euros).00 EUR")], on: day, reason: reason, approval: approval,
                complains: false)
        }
        for day in 3..<24 { _ = refund(dice.number(5...50), on: day) }
        journal.expect(
            .discretion, "discretion.refunds", at: refund(80, on: 9, reason: "the lamp was a present"),
            "80 EUR, with a reason")
        journal.expect(
            .discretion, "discretion.refunds",
            at: refund(300, on: 10, reason: "the lamp was a present", approval: house.supervisor), "300 EUR, approved")
        miss("discretion.refunds", at: refund(80, on: 11), "80 EUR, without a reason")
        miss(
            "discretion.refunds", at: refund(700, on: 12, reason: "asked for it", approval: house.supervisor),
            "700 EUR, approved by a supervisor where it takes a manager")
        func rebooking(_ euros: Int, on day: Int, reason: String? = nil) -> Int {
            given("rebooking.make", ["value": .text("\(euros).00 EUR")], on: day, reason: reason, complains: false)
        }
        for day in 3..<9 { _ = rebooking(30, on: day) }
        journal.expect(
            .discretion, "discretion.rebooking", at: rebooking(70, on: 10, reason: "she had taken a day off"),
            "70 EUR, with a reason")
        miss("discretion.rebooking", at: rebooking(70, on: 11), "70 EUR, without a reason")
    }

    func gestures() {
        func gesture(
            _ kind: String, _ euros: Int, on day: Int, to customer: Customer? = nil, reason: String? = nil,
            approval: Agent? = nil
        ) -> Int {
            given(
                "gesture.give", ["kind": .text(kind), "value": .text("\(euros).00 EUR")], on: day, to: customer,
                reason: reason, approval: approval, complains: false)
        }
        for day in 3..<15 { _ = gesture(day % 2 == 0 ? "extra" : "thank_you", 8, on: day) }
        let regular = house.newcomer(.af)
        _ = gesture("extra", 15, on: 4, to: regular)
        journal.expect(
            .discretion, "discretion.extras",
            at: gesture("extra", 15, on: 20, to: regular, reason: "the second breakdown"),
            "30 EUR in ninety days, with a reason")
        miss(
            "discretion.extras", at: gesture("extra", 15, on: 25, to: regular, reason: "the third"),
            "45 EUR in ninety days, without an approval")
        let friend = house.newcomer(.ru)
        _ = gesture("thank_you", 10, on: 5, to: friend)
        miss("discretion.thank_you", at: gesture("thank_you", 10, on: 26, to: friend), "a second thank-you in a year")
        // In December one shop empties its pot.
        journal.expect(
            .discretion, "discretion.extras",
            at: gesture("extra", 1_900, on: 52, reason: "the year's prize", approval: house.supervisor),
            "1,900 EUR, approved")
        let beyond = gesture("extra", 300, on: 56, reason: "the second prize", approval: house.supervisor)
        journal.expect(.discretion, "discretion.extras", at: beyond, "300 EUR, approved")
        miss("discretion.goodwill_pot", at: beyond, "beyond the month's pot, which takes a manager")
        _ = given(
            "kindness.show", ["what": "drove the lamp over on the way home"], on: 30, reason: "it was on the way",
            complains: false)
    }

    /// Situations without a rule, and exceptions that were asked for.
    func decisions() {
        for (index, minutes) in [5, 12, 45].enumerated() {
            let situation = number("si")
            var scene = scene("phone", at: Moment(day: 20 + index, 10), with: house.phone[index])
            let uncovered = scene.note("situation.uncovered", ["situation": .text(situation)])
            scene.pass(minutes * 60)
            scene.note("situation.decided", ["situation": .text(situation)])
            if minutes > 15 { miss("discretion.uncovered", at: uncovered, "decided after \(minutes) minutes") }
        }
        for (index, decider) in [house.supervisor, house.phone[0]].enumerated() {
            let exception = number("ex")
            var scene = scene("phone", at: Moment(day: 23, 10 + index), with: house.phone[1])
            let requested = scene.note("exception.requested", ["exception": .text(exception)])
            scene.agent = decider
            scene.pass(300)
            scene.note("exception.decided", ["exception": .text(exception), "granted": .truth(index == 0)])
            if index == 1 { miss("discretion.exceptions", at: requested, "decided by somebody who may not say yes") }
        }
    }
}
