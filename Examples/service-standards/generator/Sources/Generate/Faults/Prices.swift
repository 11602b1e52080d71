extension Simulation {
    /// Quotes, rises and discounts.
    func prices() {
        func quote(_ price: Int, cost: Int, competitors: Int, on day: Int) -> Int {
            scene("phone", at: Moment(day: day, 11, day), with: house.phone[day % 6]).note(
                "price.quote",
                [
                    "price": .text("\(price).00 EUR"), "cost": .text("\(cost).00 EUR"),
                    "competitors": .text("\(competitors).00 EUR"),
                ])
        }
        for day in 2..<22 { _ = quote(dice.number(80...110), cost: 60, competitors: 100, on: day) }
        miss("prices.fair", at: quote(130, cost: 60, competitors: 100, on: 23), "30% above the others")
        miss("prices.floor", at: quote(50, cost: 60, competitors: 100, on: 24), "below cost")
        for (segment, rate) in [("premium", 4), ("premium", 12), ("typical", 4)] {
            var customer = house.newcomer(.lv)
            customer.segment = segment
            let raised = scene("phone", at: Moment(day: 25, 11, rate), with: house.phone[2], customer).note(
                "price.raise", ["rate": .text("\(rate)%"), "chosen": true])
            if segment == "typical" || rate > 5 {
                miss("prices.raise", at: raised, "\(rate)% to a \(segment) customer")
            }
        }
        for (euros, approval) in [(15, nil), (30, house.supervisor), (30, nil as Agent?)] {
            var scene = scene("phone", at: Moment(day: 26, 11, euros), with: house.phone[3])
            scene.note("purchase.paid", ["value": "200.00 EUR"])
            scene.note("thanks.noted")
            scene.pass(60)
            let granted = scene.note(
                "discount.grant", ["value": .text("\(euros).00 EUR")],
                reason: approval.map { _ in "ten years with us" }, approval: approval)
            if euros == 30, approval != nil {
                journal.expect(.discretion, "prices.loyalty", at: granted, "beyond a tenth, approved")
            }
            if euros == 30, approval == nil {
                miss("prices.loyalty", at: granted, "beyond a tenth, without an approval")
            }
        }
    }
}
