extension Simulation {
    /// Visits to a shop in which one thing goes wrong.
    func visitsGoneWrong() {
        func visit(_ change: (inout VisitCourse) -> Void) {
            var course = VisitCourse()
            change(&course)
            let agent = dice.pick(house.shop)
            self.visit(course, at: quiet(agent), with: agent)
        }
        visit { $0.greetedAfter = 50 }
        visit { $0.privateCall = true }
        visit { $0.asksNeeds = false }
        visit { $0.showsTax = false }
        visit { $0.suggests = false }
        visit { $0.subject = "antennas" }
        thanksForPurchases()
        invitations()
    }

    /// What was bought online is thanked for by mail.
    private func thanksForPurchases() {
        for days in [1, 3, 6, 12] {
            var scene = scene("web", at: Moment(day: 8, 20, days))
            let paid = scene.note("purchase.paid", ["value": "24.00 EUR"])
            scene.pass(days * 86_400)
            scene.note("thanks.noted")
            if days > 7 { miss("talks.thanks_after_purchase", at: paid, "thanked after \(days) days") }
        }
        var last = scene("web", at: Moment(day: 60, 20))
        journal.expect(
            .pending, "talks.thanks_after_purchase", at: last.note("purchase.paid", ["value": "24.00 EUR"]),
            "there is time until 7 January")
        last.pass(1)
    }

    /// Customers whom steps hinder are asked to come by.
    private func invitations() {
        for isStepFree in [true, false] {
            var customer = house.newcomer(.sl)
            customer.accessNeed = true
            let scene = scene(
                "phone", at: quiet(house.phone[1]), with: house.phone[1], customer,
                site: Site(id: "st-9", stepFree: isStepFree))
            let invited = scene.note("visit.invite")
            if !isStepFree { miss("premises.access_invited", at: invited, "asked to come where there are steps") }
        }
    }
}
