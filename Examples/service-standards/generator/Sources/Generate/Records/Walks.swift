extension Simulation {
    /// Walks through the shops each Monday; at the second one something is wrong on most of them, and a third is forgotten.
    func walks() {
        let faults: [Int: (standard: String, name: String, value: JSON)] = [
            1: ("premises.pleasant", "clean", false), 2: ("premises.layout", "layout", 3),
            3: ("premises.parking", "staff_cars_there", 2), 4: ("premises.access", "step_free", false),
            5: ("premises.signs", "signs", false), 6: ("premises.maps", "maps_at", ["entrance"]),
            7: ("premises.welcome", "thanks_sign", false), 8: ("premises.goods", "prices_shown", false),
        ]
        for site in house.sites {
            journal.add("site.opened", at: Moment(day: 0, 3), site: site)
            for week in 0...8 {
                let fault = site.id == "st-2" ? faults[week] : nil
                let walk = inspect(site, on: 1 + week * 7, with: fault.map { ($0.name, $0.value) })
                if let fault { journal.expect(.missed, fault.standard, at: walk, "\(fault.name) at st-2") }
                if week == 8 {
                    journal.expect(.pending, "premises.walked_weekly", at: walk, "the next walk is to come")
                }
            }
            journal.add("team.thanked", at: Moment(day: 14, 17), site: site)
            let thanked = journal.add("team.thanked", at: Moment(day: 44, 17), site: site)
            journal.expect(.pending, "recognition.team_thanked", at: thanked, "the next thanks are to come")
        }
        let forgotten = Site(id: "st-3")
        let opened = journal.add("site.opened", at: Moment(day: 1, 8), site: forgotten)
        let last = inspect(forgotten, on: 7, with: nil)
        journal.expect(.missed, "premises.walked_weekly", at: last, "thirteen days without a walk")
        for day in [20, 27, 34] { inspect(forgotten, on: day, with: nil) }
        for (standard, what) in [
            ("premises.tested_monthly", "a month without a test visit"),
            ("recognition.team_thanked", "a month without thanks"),
        ] { journal.expect(.missed, standard, at: opened, what) }
        journal.add("site.closed", at: Moment(day: 36, 18), site: forgotten)
    }

    @discardableResult
    private func inspect(_ site: Site, on day: Int, with fault: (name: String, value: JSON)?) -> Int {
        var seen: [(name: String, value: JSON)] = [
            ("clean", true), ("comfortable", true), ("pleasant", true), ("layout", 4), ("customer_parking", 6),
            ("staff_cars_there", 0), ("step_free", true), ("signs", true), ("maps_at", ["entrance", "stairs"]),
            ("friendly_at_entrance", true), ("labelled", true), ("prices_shown", true), ("well_placed", true),
            ("in_stock", true), ("thanks_sign", true),
        ]
        if let fault { seen = seen.map { $0.name == fault.name ? fault : $0 } }
        return journal.add(
            "inspection.held", at: Moment(day: day, 8, 30), .object(seen), site: site, by: house.observer)
    }

    /// Shelves that empty and are refilled, and two that were left.
    func shelves() {
        func shelf(_ type: String, _ shelf: String, at time: Moment) -> Int {
            journal.add(type, at: time, ["shelf": .text(shelf)], site: house.sites[0])
        }
        for (index, day) in Rhythm.openDays.enumerated() {
            let emptied = Moment(day: day, 10, index % 40)
            _ = shelf("shelf.emptied", "lamps", at: emptied)
            _ = shelf("shelf.refilled", "lamps", at: emptied + dice.number(300...1_700))
            _ = shelf("shelf.refilled", "routers", at: Moment(day: day, 11, 20))
            _ = shelf("shelf.peak", "routers", at: Moment(day: day, 12))
        }
        journal.expect(
            .missed, "premises.shelves", at: shelf("shelf.emptied", "cables", at: Moment(day: 18, 10)),
            "empty for forty minutes")
        _ = shelf("shelf.refilled", "cables", at: Moment(day: 18, 10, 40))
        journal.expect(
            .missed, "premises.shelves_before_peaks", at: shelf("shelf.peak", "cables", at: Moment(day: 18, 16)),
            "not filled before the peak")
    }

    /// Test calls, letters and chats, one of each too slow.
    func testVisits() {
        for site in house.sites {
            for day in [12, 40] {
                let slow = site.id == "st-2" && day == 40
                let call = journal.add(
                    "mystery.call", at: Moment(day: day, 10),
                    ["menu_levels": .number(slow ? 4 : 2), "to_a_person": "40s"], site: site, by: house.observer)
                let mail = journal.add(
                    "mystery.mail", at: Moment(day: day, 11), ["answered_after": .text(slow ? "11h" : "6h")],
                    site: site, by: house.observer)
                let chat = journal.add(
                    "mystery.chat", at: Moment(day: day, 12), ["solved_after": .text(slow ? "20min" : "9min")],
                    site: site, by: house.observer)
                if day == 40 {
                    journal.expect(.pending, "premises.tested_monthly", at: chat, "the next test visit is to come")
                }
                guard slow else { continue }
                journal.expect(.missed, "premises.mystery_call", at: call, "four levels of menu")
                journal.expect(.missed, "premises.mystery_mail", at: mail, "answered after eleven hours")
                journal.expect(.missed, "premises.mystery_chat", at: chat, "solved after twenty minutes")
            }
        }
    }
}
