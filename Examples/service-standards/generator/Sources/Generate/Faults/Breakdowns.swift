extension Simulation {
    /// Customers by the roadside.
    func breakdowns() {
        for (index, minutes) in [30, 55, 95, 0].enumerated() {
            var scene = scene("phone", at: Moment(day: 14 + index * 7, 15), with: house.phone[1])
            scene.caseID = number("case")
            let reported = scene.note("breakdown.reported")
            scene.pass(60)
            let estimated = scene.note(
                "help.estimate",
                minutes == 95
                    ? ["wait": "95min", "alternatives": []]
                    : minutes == 0
                        ? ["wait": "2h", "alternatives": ["taxi"]]
                        : ["wait": .text("\(minutes)min"), "alternatives": []])
            if minutes == 95 {
                miss("help.alternatives", at: estimated, "an hour and a half, and no other way offered")
                miss("help.in_an_hour", at: reported, "help after an hour and a half")
            }
            if minutes == 0 { scene.note("taxi.reimburse", ["value": "60.00 EUR"]) }
            scene.pass(minutes == 0 ? 7_200 : minutes * 60 - 60)
            scene.note("help.arrived")
        }
        for (euros, approval) in [(120, house.manager as Agent?), (120, nil)] {
            var scene = scene("phone", at: Moment(day: 44, 15, euros / 10), with: house.phone[1])
            scene.caseID = number("case")
            let paid = scene.note(
                "taxi.reimburse", ["value": .text("\(euros).00 EUR")],
                reason: approval.map { _ in "the last train had gone" }, approval: approval)
            if approval == nil {
                miss("discretion.taxi", at: paid, "120 EUR without an approval")
            } else {
                journal.expect(.discretion, "discretion.taxi", at: paid, "120 EUR approved by a manager")
            }
            scene.pass(1)
        }
    }
}
