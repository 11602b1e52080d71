extension Simulation {
    /// Self-service and chat, as a machine tries them, and customers at the machines.
    func machines() {
        for month in 0...1 {
            let first = month == 0 ? 1 : 30
            let days = Rhythm.weekdays.filter { (first..<first + 29).contains($0) }
            for index in 0..<120 {
                let day = days[index % days.count]
                journal.add(
                    "service.probed", at: Moment(day: day, 2 + index / days.count, 7),
                    ["service": "self_service", "up": .truth(month == 1 || index > 4)])
                journal.add(
                    "service.probed", at: Moment(day: day, 9 + index / days.count, 7),
                    ["service": "chat", "up": .truth(index >= (month == 0 ? 12 : 3))])
            }
            for index in 0..<25 {
                var scene = scene("web", at: Moment(day: days[index % days.count], 19, index))
                scene.note("selfservice.started")
                scene.pass(200)
                if index < (month == 0 ? 15 : 22) { scene.note("selfservice.completed") }
            }
        }
        journal.expect(.missed, "self_service.available", in: "2026-11", "five of 120 tries without an answer")
        journal.expect(.missed, "self_service.chat", in: "2026-11", "twelve of 120 tries without an answer")
        journal.expect(.missed, "self_service.completed", in: "2026-11", "fifteen of twenty-five finished")
        for (index, seconds) in [20, 35, 50, 58, 110].enumerated() {
            var scene = scene("store", at: Moment(day: 16 + index, 10), with: nil)
            let failed = scene.note("selfservice.failed", ["in_shop": true])
            scene.agent = house.shop[0]
            scene.pass(seconds)
            scene.note("staff.assisted")
            if seconds > 60 {
                journal.expect(.missed, "self_service.help", at: failed, "somebody came after \(seconds) seconds")
            }
        }
    }
}
