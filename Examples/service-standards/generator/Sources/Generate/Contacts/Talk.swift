extension Simulation {
    /// A talk on the telephone, in a chat or at the counter, from the first ring to the goodbye.
    ///
    /// - Parameters:
    ///   - scene: who talks with whom, and when; at the end, when it is over.
    ///   - course: how it goes.
    ///   - midway: what else happens, once the question is answered.
    /// - Returns: the serial numbers of the events that begin and end it.
    @discardableResult
    func talk(
        _ scene: inout Scene, _ course: Course = Course(), midway: (inout Scene) -> Void = { _ in }
    ) -> (joined: Int?, answered: Int, need: Int, ended: Int) {
        let begun = begin(&scene, course)
        let topic = dice.pick(scene.sentences.topics)
        scene.hear(topic.need)
        let need = scene.note("need.stated")
        let needAt = scene.time
        let question = number("q")
        scene.note(
            "question.asked",
            ["question": .text(question), "kind": .text(dice.pick(["usage", "price", "order", "other"]))])
        scene.pass(course.reactsAfter - 4)
        scene.say(course.confirms ? topic.check : topic.answer)
        if course.asksName { introduceCustomer(&scene) }
        scene.time = max(scene.time + 2, needAt + course.answersAfter)
        scene.note("answer.given", ["question": .text(question)])
        scene.say(topic.answer)
        midway(&scene)
        return (begun.joined, begun.answered, need, finish(&scene, course, answeredAt: begun.at))
    }

    /// The queue, the first ring and the first words.
    func begin(_ scene: inout Scene, _ course: Course) -> (joined: Int?, answered: Int, at: Moment) {
        var joined: Int?
        if scene.channel == "phone" {
            let agent = scene.agent
            scene.agent = nil
            joined = scene.note("queue.joined", ["load": .text("\(course.load)%")])
            scene.agent = agent
            scene.pass(course.wait)
        }
        var data: [(name: String, value: JSON)] = [
            ("rings", .number(scene.channel == "phone" ? course.rings : 0)), ("wait", .text("\(course.wait)s")),
        ]
        if let skill = course.neededSkill { data.append(("needed_skill", .text(skill))) }
        let answered = scene.note("contact.answered", .object(data))
        let at = scene.time
        if scene.channel == "phone", Rhythm.isPeak(at) { callsAtPeaks.append(answered) }
        scene.say(course.opening ?? dice.pick(scene.sentences.openings))
        return (joined, answered, at)
    }

    /// The name is asked for, used, or noted.
    func introduceCustomer(_ scene: inout Scene) {
        if dice.chance(40) { scene.note("name.recorded") } else { scene.say(dice.pick(scene.sentences.names)) }
    }

    /// Holds, next steps, thanks and the end.
    func finish(_ scene: inout Scene, _ course: Course, answeredAt: Moment) -> Int {
        for (index, seconds) in course.holds.enumerated() {
            let held = scene.note("hold.started", by: "pbx")
            if let fault = course.holdFault, index == course.holds.count - 1 {
                journal.expect(.missed, "telephone.hold", at: held, fault)
            }
            scene.pass(seconds)
            scene.note("hold.ended", ["took": .text("\(seconds)s")], by: "pbx")
            scene.pass(10)
        }
        scene.pass(course.lingers)
        if course.staysOpen, course.tellsNextSteps { scene.say(dice.pick(scene.sentences.nextSteps)) }
        if course.thanks { scene.say(dice.pick(scene.sentences.goodbyes)) }
        scene.pass(3)
        let ended = scene.note("contact.ended", ["open": .truth(course.staysOpen)])
        if scene.channel == "phone" {
            let hold = course.holds.reduce(0, +)
            let talk = scene.time.seconds - answeredAt.seconds - hold
            scene.note(
                "contact.handled",
                [
                    "talk": .text("\(talk)s"), "hold": .text("\(hold)s"),
                    "after_work": .text("\(dice.number(10...50))s"), "hesitations": .number(course.hesitations),
                ], by: "pbx")
        }
        return ended
    }
}
