extension Simulation {
    /// What the systems count; some of it misses its target.
    func figures() {
        for index in 0..<120 {
            journal.add(
                "visit.counted", at: Moment(day: 2 + index % 55, 11, index % 60), ["again": .truth(index % 10 < 3)])
        }
        journal.expect(.missed, "targets.visit_again", in: "2026-Q4", "three of ten had been here before")
        for index in 0..<110 {
            journal.add("customer.counted", at: Moment(day: 20, 3, index % 60), ["stayed": .truth(index % 10 != 0)])
        }
        for index in 0..<1_500 {
            let day = index < 300 ? 1 + index % 29 : 30 + index % 30
            journal.add(
                "order.placed", at: Moment(day: day, 8 + index % 12, index % 60),
                ["referred": .truth(index % 9 == 0), "again": .truth(index % 2 == 0)])
        }
        journal.expect(.missed, "targets.complaints", in: "2026-11", "a bad batch of lamps")
        for index in 0..<60 {
            journal.add(
                "order.delivered", at: Moment(day: 3 + index % 50, 15),
                ["took": .text("\(20 + index % 30)h"), "reworked": .truth(index % 20 == 0)])
        }
        journal.add(
            "margin.closed", at: Moment(day: 20, 9), ["change": "2%", "service_cost": "9000.00 EUR"],
            site: house.sites[0])
        let fallen = journal.add(
            "margin.closed", at: Moment(day: 21, 9), ["change": "-3%", "service_cost": "9000.00 EUR"],
            site: house.sites[1])
        journal.expect(.missed, "targets.margin", in: "2026-Q4", "three in a hundred less at st-2")
        journal.expect(.missed, "targets.customers_looked_at_anew", at: fallen, "nobody looked at the customers anew")
        for (day, received) in [(29, 9_400), (59, 9_990)] {
            journal.add("feed.counted", at: Moment(day: day, 23), ["expected": 10_000, "received": .number(received)])
        }
        journal.expect(.missed, "targets.whole_data", in: "2026-11", "six of a hundred events were lost")
        for site in house.sites {
            journal.add("hours.worked", at: Moment(day: 30, 20), ["worked": "320h", "contacts": 1_900], site: site)
        }
        // A pile of old complaints, answered and solved at last.
        for index in 0..<30 {
            let old = Moment(day: 32 + index % 20, 9, index)
            journal.add("complaint.answered", at: old, ["took": "9h"])
            journal.add("problem.solved", at: old + 60, ["took": "70h"])
        }
        journal.expect(.missed, "targets.complaint_answer", in: "2026-12", "old complaints answered after nine hours")
        journal.expect(.missed, "targets.problem_solved", in: "2026-12", "old problems solved after three days")
        for index in 0..<40 { delivery(on: 2 + index, minutes: dice.number(60...470)) }
        delivery(on: 44, minutes: 540)
        journal.expect(
            .missed, "targets.sooner_than_expected", at: delivery(on: 45, minutes: 660), "delivered after eleven hours")
    }

    @discardableResult
    private func delivery(on day: Int, minutes: Int) -> Int {
        let request = number("rq")
        let requested = journal.add("service.requested", at: Moment(day: day, 8), ["request": .text(request)])
        journal.add("service.delivered", at: Moment(day: day, 8) + minutes * 60, ["request": .text(request)])
        return requested
    }
}
