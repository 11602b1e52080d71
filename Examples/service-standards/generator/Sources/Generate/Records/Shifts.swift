extension Simulation {
    /// Everybody's shifts.
    func shifts() {
        for day in Rhythm.openDays {
            for agent in house.everybody {
                journal.add(
                    "shift.started", at: Moment(day: day, 7, 50), ["first": .truth(day == 2)], agent: agent,
                    site: house.sites[0])
            }
        }
    }

    /// Half-hours, as workforce planning knows them, and four of them with too few people or too many customers.
    func halfHours() {
        for day in Rhythm.openDays {
            let isSaturday = Moment(day: day, 12).weekday == 6
            for half in isSaturday ? 18..<26 : 16..<36 {
                let began = Moment(day: day, half / 2, half % 2 * 30)
                let isPeak = Rhythm.isPeak(began)
                halfHour(began, contacts: isPeak ? dice.number(20...40) : dice.number(4...22), trained: isPeak ? 4 : 2)
            }
        }
        journal.expect(
            .missed, "people.enough_at_peaks", at: halfHour(Moment(day: 10, 12), contacts: 38, trained: 2),
            "two people for 38 contacts")
        journal.expect(
            .missed, "people.peaks_known", at: halfHour(Moment(day: 11, 10), contacts: 35, trained: 3), "a rush at ten")
        journal.expect(
            .missed, "people.somebody_can_decide",
            at: halfHour(Moment(day: 12, 9), contacts: 9, trained: 2, deciders: 0), "nobody could decide")
        journal.expect(
            .missed, "people.at_the_entrance", at: halfHour(Moment(day: 13, 9), contacts: 9, trained: 2, entrance: 0),
            "nobody at the entrance")
    }

    @discardableResult
    private func halfHour(_ began: Moment, contacts: Int, trained: Int, deciders: Int = 1, entrance: Int = 1) -> Int {
        journal.add(
            "interval.closed", at: began + 1_800,
            [
                "began": .text(began.text), "contacts": .number(contacts), "forecast": .number(min(contacts + 2, 42)),
                "trained": .number(trained), "deciders": .number(deciders), "at_entrance": .number(entrance),
            ], site: house.sites[0], by: "planning")
    }
}
