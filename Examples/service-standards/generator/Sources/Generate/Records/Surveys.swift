extension Simulation {
    private static let questions: [JSON] = [
        ["kind": "yes_no", "topic": "use_again", "asks_why": true],
        ["kind": "open", "topic": "staff_helped", "comments": true],
        ["kind": "scale", "topic": "site_ease", "low_label": "hard", "high_label": "easy"],
        ["kind": "open", "topic": "improve"], ["kind": "open", "topic": "competitors"],
    ]

    /// Questionnaires, waves, answers, rewards, and what was made of them.
    func surveys() {
        publish(Self.questions, on: 2, [])
        publish(Self.questions + Array(repeating: Self.questions[3], count: 7), on: 3, ["surveys.shorter"])
        publish(
            Self.questions + Array(repeating: Self.questions[3], count: 11), on: 4,
            ["surveys.shorter", "surveys.short"])
        publish(Self.questions.dropLast(), on: 5, ["surveys.whole"])
        publish(Self.questions + [["kind": "scale", "topic": "other", "low_label": "bad"]], on: 6, ["surveys.anchors"])
        publish(Self.questions, on: 9, ["surveys.frame"], thanks: false)
        journal.add("survey.wave_closed", at: Moment(day: 30, 18), ["answers": 130])
        let thin = journal.add("survey.wave_closed", at: Moment(day: 45, 18), ["answers": 80])
        journal.expect(.missed, "surveys.enough_answers", at: thin, "eighty answers")
        journal.expect(.pending, "surveys.every_quarter", at: thin, "the next wave is due in three months")
        let finding = journal.add("policy.finding", at: Moment(day: 10, 9), ["finding": "f-1"])
        journal.expect(.missed, "surveys.decided_upon", at: finding, "decided upon after forty days")
        journal.add("policies.reviewed", at: Moment(day: 50, 9), ["finding": "f-1", "decision": "change"])
        journal.add("policy.finding", at: Moment(day: 11, 9), ["finding": "f-2"])
        journal.add("policies.reviewed", at: Moment(day: 20, 9), ["finding": "f-2", "decision": "keep"])
        answers()
    }

    private func publish(_ questions: [JSON], on day: Int, _ broken: [String], thanks: Bool = true) {
        let survey = journal.add(
            "survey.publish", at: Moment(day: day, 13),
            ["questions": .list(questions), "importance_told": true, "thanks_said": .truth(thanks)])
        for standard in broken {
            journal.expect(.missed, standard, at: survey, "a questionnaire with \(questions.count) questions")
        }
    }

    private func answers() {
        for index in 0..<130 {
            var scene = scene("email", at: Moment(day: 3 + index % 50, 17, index % 60))
            let isCurt = index == 60
            let invited = scene.note(
                "survey.invited",
                [
                    "text": .text(isCurt ? scene.sentences.invitationWithoutThanks : scene.sentences.invitation),
                    "locale": .text(scene.customer.tongue.rawValue),
                ])
            if isCurt { journal.expect(.missed, "wording.survey_invitation", at: invited, "no thanks") }
            scene.pass(7_200)
            scene.note(
                "survey.answered",
                [
                    "satisfaction": .number(index % 2 == 0 ? 5 : 4), "recommend": .number(index % 10 == 0 ? 5 : 9),
                    "confidence": .number(index % 3 == 0 ? 4 : 5),
                ])
            if index % 4 == 0 { scene.note("survey.reward", ["kind": "coupon"]) }
            if index == 40 {
                scene.pass(86_400)
                journal.expect(
                    .missed, "prices.survey_reward", at: scene.note("survey.reward", ["kind": "prize_draw"]),
                    "a second reward in a year")
            }
        }
        journal.expect(.missed, "targets.detractors", in: "2026-Q4", "thirteen of 130 would advise against us")
    }
}
