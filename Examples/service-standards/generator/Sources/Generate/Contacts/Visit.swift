extension Simulation {
    /// Somebody comes into a shop, is greeted, advised, and buys.
    func visit(_ course: VisitCourse = VisitCourse(), at time: Moment, with agent: Agent) {
        let site = house.sites[agent.id == "s-1" || agent.id == "s-2" ? 0 : 1]
        var scene = scene("store", at: time, with: agent, site: site)
        let entered = scene.note("customer.entered", by: "door")
        scene.pass(course.greetedAfter)
        scene.note("customer.greeted", by: "door")
        if course.greetedAfter > 30 {
            journal.expect(
                .missed, "talks.greeted_at_the_door", at: entered, "greeted after \(course.greetedAfter) seconds")
        }
        scene.note("customer.waiting")
        if course.privateCall {
            scene.pass(5)
            journal.expect(
                .missed, "talks.no_private_calls", at: scene.note("agent.status", ["status": "private_call"]),
                "a private call while a customer waits")
        }
        scene.pass(30)
        scene.note("customer.served")
        var talked = Course()
        talked.lingers = 30
        talk(&scene, talked) { scene in
            if course.asksNeeds { scene.note("needs_question.asked") }
            let offer = scene.note(
                "offer.send",
                ["price": .text("\(self.dice.number(5...90)).00 EUR"), "tax_included": .truth(course.showsTax)])
            if !course.asksNeeds {
                self.journal.expect(.missed, "talks.needs_first", at: offer, "an offer before any question")
            }
            if !course.showsTax { self.journal.expect(.missed, "prices.shown", at: offer, "a price without tax") }
            if course.suggests { scene.note("item.suggested") }
            scene.pass(20)
            let sale = scene.note("sale.made", ["subject": .text(course.subject ?? self.dice.pick(Self.lines))])
            if !course.suggests {
                self.journal.expect(.missed, "people.invite_an_item", at: sale, "nothing was suggested")
            }
            if course.subject != nil {
                self.journal.expect(.missed, "people.know_the_goods", at: sale, "sold without the course")
            }
            scene.note("purchase.paid", ["value": .text("\(self.dice.number(5...90)).00 EUR")])
            scene.note("bill.paid", ["items": .number(self.dice.number(1...6))])
        }
    }

    /// The lines of goods that are sold.
    static let lines = ["telephones", "lamps", "routers"]
}
