extension Simulation {
    /// All contacts in which every standard is kept, by the rhythm of the weeks.
    func everyday() {
        for week in 0...8 {
            let days = Rhythm.openDays.filter { (1 + week * 7...7 + week * 7).contains($0) }
            for agent in house.phone { calls(of: agent, in: week, days) }
            for agent in house.chat {
                for _ in 0..<callsAWeek / 2 {
                    var scene = scene("chat", at: free(agent, on: days), with: agent)
                    var course = Course()
                    course.lingers = dice.number(20...200)
                    talk(&scene, course)
                }
            }
            for agent in house.mail {
                for _ in 0..<callsAWeek {
                    letter(at: free(agent, on: days), answeredAfter: dice.number(10...590), with: agent)
                }
            }
            for agent in house.shop {
                for _ in 0..<callsAWeek { visit(at: free(agent, on: days), with: agent) }
            }
        }
    }

    /// The calls of an agent in a week; some weeks are not as the others.
    private func calls(of agent: Agent, in week: Int, _ days: [Int]) {
        let monday = Moment(day: 1 + week * 7, 0).date
        let isOnLeave = agent.id == "a-6" && week == 2
        for _ in 0..<(isOnLeave ? 4 : max(callsAWeek, 11)) {
            var scene = scene("phone", at: free(agent, on: days), with: agent)
            var course = Course()
            course.wait = dice.number(3...100)
            course.rings = dice.number(1...3)
            course.lingers = dice.number(20...180)
            if Rhythm.isPeak(scene.time) { course.load = dice.number(60...99) }
            if dice.chance(15) { course.holds = [dice.number(20...90)] }
            if dice.chance(10) { course.staysOpen = true }
            // A slow week: long talks, and nothing else.
            if agent.id == "a-5", week == 3 { course.lingers = dice.number(400...500) }
            // A week of holds: each short enough, and too many of them.
            if agent.id == "a-4", week == 5 { course.holds = [90, 60]; course.lingers = 20 }
            // A hesitant month.
            if agent.id == "a-2", scene.time.day >= 30 { course.hesitations = 40 }
            talk(&scene, course)
        }
        let period = "the week of \(monday)"
        if isOnLeave {
            for standard in ["targets.serving_time", "targets.talk_time", "targets.hold_time"] {
                journal.expect(
                    .undetermined, standard, of: agent.id, in: period, "on leave: fewer calls than a mean needs")
            }
        }
        if agent.id == "a-5", week == 3 {
            for standard in ["targets.serving_time", "targets.talk_time"] {
                journal.expect(.missed, standard, of: agent.id, in: period, "a week of long talks")
            }
        }
        if agent.id == "a-4", week == 5 {
            journal.expect(.missed, "targets.hold_time", of: agent.id, in: period, "a week of holds")
        }
        if agent.id == "a-2", week == 8 {
            journal.expect(
                .missed, "targets.hesitation", of: agent.id, in: "2026-12", "words that only fill, all the time")
        }
    }
}
