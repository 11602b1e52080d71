extension Simulation {
    /// Calls and chats in which one thing goes wrong.
    func callsGoneWrong() {
        var slow = Course()
        slow.rings = 6
        miss("telephone.rings", at: call(slow).answered, "taken up at the sixth ring")
        var long = Course()
        long.wait = 260
        if let joined = call(long).joined {
            miss("telephone.callback_offered", at: joined, "four minutes in the queue")
        }
        var busy = Course()
        (busy.load, busy.wait) = (130, 110)
        if let joined = call(busy).joined { miss("telephone.busy", at: joined, "left in a very busy queue") }
        (busy.load, busy.wait) = (120, 40)
        call(busy)
        var late = Course()
        late.answersAfter = 90
        miss("telephone.help_at_once", at: call(late).need, "the answer came after a minute and a half")
        var held = Course()
        (held.holds, held.holdFault) = ([170], "almost three minutes")
        call(held)
        (held.holds, held.holdFault) = ([60, 50, 40, 30], "a fourth hold")
        call(held)
        checklist()
        pushed()
        call { scene in
            self.miss(
                "telephone.qualified_transfer", at: self.transfer(&scene, needing: "antennas"),
                "to somebody who knows no antennas")
        }
        call { scene in
            self.miss(
                "telephone.voice",
                at: scene.note("voice.measured", ["words_per_minute": 205, "loudness": "-20.0"], by: "pbx"),
                "much too fast")
            scene.note("voice.measured", ["words_per_minute": 140, "loudness": "-20.0"], by: "pbx")
        }
        call { scene in
            let own = scene.note("voice.measured", ["words_per_minute": 140, "loudness": "-20.0"], by: scene.agent?.id)
            self.miss("lifecycle.observers", at: own, "recorded by the agent")
        }
        chatsGoneWrong()
        strangers()
        abandoned()
    }

    /// A call outside the peaks.
    @discardableResult
    func call(
        _ course: Course = Course(), with agent: Agent? = nil, _ midway: (inout Scene) -> Void = { _ in }
    ) -> (joined: Int?, answered: Int, need: Int, ended: Int) {
        let agent = agent ?? dice.pick(house.phone)
        var scene = scene("phone", at: quiet(agent), with: agent)
        return talk(&scene, course, midway: midway)
    }

    /// One of the four things that every contact holds is left out.
    private func checklist() {
        var course = Course()
        course.asksName = false
        miss("talks.checklist", at: call(course).ended, "no name")
        course = Course()
        course.confirms = false
        miss("talks.checklist", at: call(course).ended, "not confirmed")
        course = Course()
        course.thanks = false
        miss("talks.checklist", at: call(course).ended, "no thanks")
        course = Course()
        (course.staysOpen, course.tellsNextSteps) = (true, false)
        miss("talks.checklist", at: call(course).ended, "open, and no next steps")
    }

    /// Something is proposed before the customer has said a word.
    private func pushed() {
        let agent = house.phone[0]
        var scene = scene("phone", at: quiet(agent), with: agent, in: .en)
        let begun = begin(&scene, Course())
        scene.note("needs_question.asked")
        let offer = scene.note("offer.send", ["price": "30.00 EUR", "tax_included": true])
        miss("telephone.listen", at: offer, "an offer before the need was told")
        scene.note("need.stated")
        scene.note("answer.given", ["question": .text(number("q"))])
        scene.note("name.recorded")
        scene.note("concern.confirmed")
        _ = finish(&scene, Course(), answeredAt: begun.at)
    }

    private func chatsGoneWrong() {
        let agent = house.chat[0]
        var slow = Course()
        (slow.reactsAfter, slow.answersAfter) = (190, 200)
        var scene = scene("chat", at: quiet(agent), with: agent)
        miss("talks.acted_upon", at: talk(&scene, slow).need, "three minutes without a word")
        scene = self.scene("chat", at: quiet(agent), with: agent)
        talk(&scene) { scene in
            let question = self.number("q")
            let asked = scene.note("question.asked", ["question": .text(question), "kind": "usage"])
            scene.pass(500)
            scene.note("answer.given", ["question": .text(question)])
            self.miss("answers.usage", at: asked, "answered after eight minutes")
        }
        // A machine's chat about a complaint.
        scene = self.scene("chat", at: quiet(agent), with: agent)
        scene.complaint = Complaint(id: number("co"), openedAt: scene.time)
        scene.note("complaint.received", ["spoken": false])
        scene.note("procedure.noted")
        scene.note("name.recorded")
        scene.note("concern.confirmed")
        let complaint = scene.complaint
        scene.complaint = nil
        scene.note("thanks.noted")
        scene.complaint = complaint
        scene.pass(120)
        scene.note("complaint.answered", ["took": "120s"])
        miss("answers.human", at: scene.note("contact.ended"), "nobody of ours wrote a word")
        scene.pass(3_600)
        scene.note("complaint.heard")
        scene.note("restatement.noted")
        scene.note("understanding.noted")
        scene.note("apology.noted")
        scene.note("complaint.offer", ["options": ["replace", "refund"]])
        scene.note("complaint.resolved", ["took": "1h", "remedy": "apology"])
    }

    /// Contacts that need what the agent lacks.
    private func strangers() {
        for (number, skill, standard) in [(6, "international", "people.cultures"), (7, "antennas", "people.qualified")]
        {
            var agent = newcomer(number)
            train(agent, without: ["culture"])
            if skill == "international" { agent.skills.append(skill) }
            var course = Course()
            course.neededSkill = skill
            var scene = scene("chat", at: quiet(agent), with: agent)
            miss(standard, at: talk(&scene, course).answered, "\(skill) without the training")
        }
    }

    /// Callers who hang up before anybody answers; nobody is at fault.
    private func abandoned() {
        for _ in 0..<8 {
            var scene = scene("phone", at: quiet(house.phone[3]))
            scene.note("queue.joined", ["load": "90%"])
            scene.pass(100)
            scene.note("contact.abandoned")
        }
    }
}
