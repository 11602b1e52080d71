extension Simulation {
    /// Each sentence that is better not said, once in each language; and three that nothing follows.
    func slips() {
        for tongue in Tongue.allCases {
            for slip in Slip.allCases {
                let agent = dice.pick(house.phone)
                var scene = scene("phone", at: quiet(agent), with: agent, in: tongue)
                talk(&scene) { scene in
                    let said = scene.say(scene.sentences.slips[slip] ?? "")
                    self.miss(slip.rawValue, at: said, "said in \(tongue.rawValue)")
                    scene.pass(20)
                    self.makeUp(for: slip, said, tongue, &scene)
                }
            }
        }
        callbacks()
        let agent = house.mail[0]
        var written = scene("email", at: quiet(agent), with: agent, in: .en)
        let note = written.note("note.written", ["text": "Always complaining for nothing.", "locale": "en"])
        miss("wording.nuisance", at: note, "in a note")
        written.pass(60)
        written.note("note.written", ["text": "Wants the lamp by Friday.", "locale": "en"])
    }

    /// The deed that follows the word; in Latvian it is forgotten.
    private func makeUp(for slip: Slip, _ said: Int, _ tongue: Tongue, _ scene: inout Scene) {
        switch slip {
        case .notMyJob where tongue == .lv: miss("wording.transfer_follows", at: said, "nobody was put through")
        case .notMyJob: transfer(&scene, needing: "orders")
        case .companyWillNot where tongue == .lv: miss("wording.supervisor_asked", at: said, "nobody was asked")
        case .companyWillNot: scene.note("supervisor.consulted")
        default: break
        }
    }

    /// Hands over to a colleague; answers with the serial number.
    @discardableResult
    func transfer(_ scene: inout Scene, needing skill: String) -> Int {
        scene.note(
            "contact.transfer", ["to": ["id": "c-1", "skills": ["billing", "orders"]], "needed_skill": .text(skill)])
    }

    /// Calls back that were said, agreed and made, or not.
    private func callbacks() {
        for tongue in Tongue.allCases {
            let agent = dice.pick(house.phone)
            var scene = scene("phone", at: quiet(agent), with: agent, in: tongue)
            talk(&scene) { scene in
                let said = scene.say(scene.sentences.callback)
                if tongue == .af {
                    return self.miss("wording.callback_said", at: said, "neither called nor written down")
                }
                scene.pass(30)
                let callback = self.number("cb")
                let due = scene.time + 7_200
                let agreed = scene.note("callback.scheduled", ["callback": .text(callback), "due": .text(due.text)])
                var later = scene
                later.time = due + (tongue == .ru ? 900 : 120)
                later.note("callback.made", ["callback": .text(callback)])
                if tongue == .ru { self.miss("promises.callback_at_its_time", at: agreed, "a quarter of an hour late") }
            }
        }
        // Agreed for after the end of the log.
        var scene = scene("phone", at: Moment(day: 60, 10), with: house.phone[0], in: .en)
        talk(&scene) { scene in
            let due = Moment(day: 66, 10)
            let agreed = scene.note(
                "callback.scheduled", ["callback": .text(self.number("cb")), "due": .text(due.text)])
            self.journal.expect(.pending, "promises.callback_at_its_time", at: agreed, "agreed for the next week")
        }
    }
}
