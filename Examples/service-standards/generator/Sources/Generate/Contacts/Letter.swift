extension Simulation {
    /// A written question and its answer.
    func letter(at time: Moment, answeredAfter minutes: Int, with agent: Agent) {
        var scene = scene("email", at: time)
        scene.site = nil
        let inquiry = number("in")
        let received = scene.note("inquiry.received", ["inquiry": .text(inquiry)])
        scene.agent = agent
        scene.pass(minutes * 60)
        scene.note("inquiry.answered", ["inquiry": .text(inquiry)])
        scene.note("reply.sent", ["macro_share": .text("\(dice.number(10...90))%")])
        if minutes > 600 {
            journal.expect(.missed, "answers.questions", at: received, "answered after \(minutes / 60) hours")
        }
    }
}
