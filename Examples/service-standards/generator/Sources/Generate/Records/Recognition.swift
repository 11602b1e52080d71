extension Simulation {
    /// Awards, bonuses and thanks, with one of each that does not follow the rule.
    func recognition() {
        func award(_ award: String, on day: Int, rank: Int = 1, answers: Int = 40, errors: Int = 1, days: Int = 31)
            -> Int
        {
            journal.add(
                "award.give", at: Moment(day: day, 16),
                [
                    "award": .text(award), "to": ["id": "a-1"], "rank": .number(rank), "answers": .number(answers),
                    "errors": .text("\(errors)%"), "days_kept": .number(days),
                ])
        }
        for name in ["best_of_the_month", "highest_satisfaction", "fastest_and_right", "streak"] {
            _ = award(name, on: 30)
        }
        journal.expect(
            .missed, "recognition.best_of_the_month", at: award("best_of_the_month", on: 31, answers: 12),
            "by twelve answers")
        journal.expect(
            .missed, "recognition.fastest_and_right", at: award("fastest_and_right", on: 31, errors: 6),
            "fast, with six errors in a hundred")
        journal.expect(.missed, "recognition.streak", at: award("streak", on: 31, days: 12), "after twelve days")
        func bonus(_ euros: Int, on day: Int, level: Int, site: Site) -> Int {
            journal.add(
                "bonus.pay", at: Moment(day: day, 12),
                ["value": .text("\(euros).00 EUR"), "service_level": .text("\(level)%")], site: site)
        }
        _ = bonus(400, on: 28, level: 86, site: house.sites[0])
        journal.expect(
            .missed, "recognition.bonus_earned", at: bonus(200, on: 28, level: 71, site: house.sites[1]),
            "below the service level")
        journal.expect(
            .missed, "recognition.team_bonus", at: bonus(900, on: 58, level: 88, site: house.sites[0]),
            "beyond the pot, without approval")
        for day in 0..<12 {
            journal.add(
                "day.kept", at: Moment(day: 40 + day, 19), ["missed": .number(day == 0 ? 1 : 0)], agent: house.phone[1])
        }
        for index in 0..<60 {
            let decision = number("d")
            journal.add(
                "decision.made", at: Moment(day: 3 + index % 50, 15, index), ["decision": .text(decision)],
                agent: dice.pick(house.phone))
            if index % 20 == 0 {
                journal.add(
                    "decision.overturned", at: Moment(day: 4 + index % 50, 15, index), ["decision": .text(decision)],
                    agent: house.supervisor)
            }
        }
        journal.expect(.missed, "recognition.trusted", in: "2026-Q4", "three of sixty decisions taken back")
        let reprimand = journal.add(
            "reprimand.recorded", at: Moment(day: 24, 15), ["decision": "d-9", "within_discretion": true],
            agent: house.phone[1])
        journal.expect(.missed, "discretion.no_reprimand", at: reprimand, "scolded for helping")
    }
}
