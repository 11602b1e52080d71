extension Simulation {
    /// Letters that are late, in the wrong language, or somebody else's words.
    func lettersGoneWrong() {
        for hours in [11, 26] { letter(at: quiet(house.mail[0]), answeredAfter: hours * 60, with: house.mail[0]) }
        var unanswered = scene("email", at: Moment(day: 30, 9))
        miss(
            "answers.questions", at: unanswered.note("inquiry.received", ["inquiry": .text(number("in"))]),
            "never answered")
        unanswered.pass(1)
        var scene = scene("email", at: quiet(house.mail[1]), with: house.mail[1], in: .lv)
        let issue = number("is")
        func instructions(_ edition: Int, in tongue: Tongue) -> Int {
            scene.pass(86_400)
            return scene.note(
                "instructions.send",
                ["issue": .text(issue), "edition": .number(edition), "language": .text(tongue.rawValue)])
        }
        _ = instructions(1, in: .lv)
        miss("answers.language", at: instructions(2, in: .en), "in English to a customer who reads Latvian")
        _ = instructions(3, in: .lv)
        miss("answers.clearer", at: instructions(3, in: .lv), "the same instructions again")
        for share in [60, 99] {
            var reply = self.scene("email", at: quiet(house.mail[0]), with: house.mail[0])
            reply.complaint = Complaint(id: number("co"), openedAt: reply.time)
            let sent = reply.note("reply.sent", ["macro_share": .text("\(share)%")])
            if share > 95 { miss("answers.own_words", at: sent, "the standard reply, word for word") }
            reply.pass(1)
        }
    }
}
