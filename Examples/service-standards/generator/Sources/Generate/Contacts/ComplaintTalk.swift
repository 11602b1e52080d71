/// How a complaint goes; as it stands, it keeps every standard.
struct ComplaintCourse {
    var kind = "damaged_goods"
    var options = ["replace", "refund"]
    var rate = 0
    var restates = true
    var understands = true
    /// The apology comes before the offer, and not behind it.
    var apologises = true
    var tellsProcedure = true
    /// Hours until the answer and the solution; 0 for within the talk.
    var answeredAfter = 0
    var solvedAfter = 0
    var cause = "packing"
    var lesson = "Two layers of paper round every lamp."
    /// What is done for the customer, beside what is offered.
    var remedy: (inout Scene) -> Void = { _ in }
}

extension Simulation {
    /// Somebody complains, by telephone, in a chat or at the counter.
    ///
    /// - Returns: the serial numbers of its events.
    @discardableResult
    func complain(
        _ scene: inout Scene, _ course: ComplaintCourse = ComplaintCourse()
    ) -> (received: Int, offer: Int, closed: Int, ended: Int) {
        let variant = course.kind == "no_show" ? 1 : 0
        let begun = begin(&scene, Course())
        scene.hear(scene.sentences.complaint[variant])
        scene.note("need.stated")
        scene.complaint = Complaint(
            id: number("co"), kind: course.kind, euros: dice.number(20...90), openedAt: scene.time)
        scene.caseID = number("case")
        let opened = scene.time
        let received = scene.note("complaint.received", ["spoken": .truth(scene.channel != "chat")])
        scene.pass(8)
        scene.note("complaint.heard")
        if course.restates { scene.say(scene.sentences.restatement[variant]) }
        scene.note("concern.confirmed")
        scene.note("name.recorded")
        if course.understands { scene.say(dice.pick(scene.sentences.understanding)) }
        if course.apologises { scene.say(scene.sentences.apology[variant]) }
        if course.tellsProcedure { scene.say(dice.pick(scene.sentences.procedure)) }
        scene.pass(2)
        scene.note("answer.given", ["question": .text(number("q"))])
        let offer = scene.note(
            "complaint.offer", ["options": .list(course.options.map(JSON.text)), "rate": .text("\(course.rate)%")])
        scene.say(scene.sentences.offer)
        if !course.apologises { scene.say(scene.sentences.apology[variant]) }
        course.remedy(&scene)
        var later = scene
        later.time = opened + course.answeredAfter * 3_600 + (course.answeredAfter == 0 ? 55 : 0)
        later.note(
            "complaint.answered", ["took": .text(course.answeredAfter == 0 ? "55s" : "\(course.answeredAfter)h")])
        scene.time = max(scene.time, later.time) + 5
        var solved = scene
        if course.solvedAfter > 0 {
            solved.time = opened + course.solvedAfter * 3_600
        } else if course.answeredAfter > 0 {
            solved.time = later.time + 60
        }
        let took = solved.time.seconds - opened.seconds
        solved.note(
            "complaint.resolved",
            ["took": .text("\(took)s"), "remedy": .text(course.kind == "no_show" ? "discount" : "replacement")])
        solved.note("problem.solved", ["took": .text("\(took)s")])
        solved.pass(60)
        if course.solvedAfter > 0 || course.answeredAfter > 0 { solved.note("thanks.noted") }
        var closing = Course()
        closing.lingers = 20
        if course.solvedAfter > 0 || course.answeredAfter > 0 {
            scene.time = begun.at + 120
            scene.complaint = nil
        } else {
            scene.say(dice.pick(scene.sentences.thanks))
        }
        let ended = finish(&scene, closing, answeredAt: begun.at)
        solved.time = solved.time + 20 * 3_600
        let closed = solved.note("complaint.closed", ["cause": .text(course.cause), "lesson": .text(course.lesson)])
        return (received, offer, closed, ended)
    }
}
