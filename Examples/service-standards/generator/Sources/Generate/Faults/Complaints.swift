extension Simulation {
    /// Complaints that went as they should, most of them about a bad batch of lamps in November.
    func complaints() {
        for index in 0..<24 {
            let channel = ["phone", "chat", "store"][index % 3]
            let agent =
                channel == "phone"
                ? house.phone[index % 6] : channel == "chat" ? house.chat[index % 3] : house.shop[index % 4]
            let days = Rhythm.weekdays.filter { $0 < (index < 20 ? 29 : 58) && (index < 20 || $0 > 30) }
            var scene = scene(channel, at: quiet(agent, on: days), with: agent)
            var course = ComplaintCourse()
            if index % 3 == 1 {
                course.kind = "no_show"
                course.options = ["discount", "upgrade"]
                course.rate = 20
                course.cause = "rota \(index)"
                course.lesson = "The day before, the technician confirms."
            } else {
                course.cause = "packing \(index)"
            }
            if index == 3 { (course.answeredAfter, course.solvedAfter) = (3, 40) }
            complain(&scene, course)
        }
    }

    /// Complaints of which one step was left out or came too late.
    func complaintsGoneWrong() {
        func complaint(on day: Int, _ change: (inout ComplaintCourse) -> Void) -> (
            received: Int, offer: Int, closed: Int, ended: Int
        ) {
            var course = ComplaintCourse()
            course.cause = number("single")
            change(&course)
            let agent = house.phone[day % 6]
            var scene = scene("phone", at: quiet(agent, on: [day]), with: agent)
            return complain(&scene, course)
        }
        miss("complaints.procedure", at: complaint(on: 3) { $0.apologises = false }.offer, "an offer before an apology")
        miss(
            "complaints.understanding", at: complaint(on: 4) { $0.understands = false }.offer,
            "no word of understanding")
        miss(
            "complaints.choice", at: complaint(on: 5) { ($0.kind, $0.options) = ("no_show", ["discount"]) }.offer,
            "no choice")
        miss(
            "complaints.damaged_goods", at: complaint(on: 8) { $0.options = ["replace", "discount"] }.offer,
            "no money back")
        miss(
            "complaints.no_show",
            at: complaint(on: 9) { ($0.kind, $0.options, $0.rate) = ("no_show", ["discount", "upgrade"], 30) }.offer,
            "thirty in a hundred off")
        miss(
            "complaints.procedure_told", at: complaint(on: 10) { $0.tellsProcedure = false }.ended,
            "the way was not told")
        miss(
            "answers.complaints", at: complaint(on: 11) { ($0.answeredAfter, $0.solvedAfter) = (12, 20) }.received,
            "answered after twelve hours")
        miss(
            "complaints.resolved", at: complaint(on: 12) { ($0.answeredAfter, $0.solvedAfter) = (2, 52) }.received,
            "solved after 52 hours")
        miss("complaints.lesson", at: complaint(on: 15) { $0.lesson = "" }.closed, "closed without a lesson")
        var closed = 0
        for day in 15...19 { closed = complaint(on: day) { $0.cause = "thin cardboard" }.closed }
        journal.add(
            "corrective.action", at: Moment(day: 25, 9), ["cause": "thin cardboard", "action": "a stronger box"])
        for day in 15...19 { closed = complaint(on: day) { $0.cause = "loose bulbs" }.closed }
        miss("complaints.causes", at: closed, "the fifth of one cause, and nothing is done about it")
        ownFaults()
    }

    /// Faults of ours: admitted and traced, kept quiet, and never traced.
    private func ownFaults() {
        for (admits, traces) in [(true, true), (false, true), (true, false)] {
            let agent = house.phone[2]
            var scene = scene("phone", at: quiet(agent, on: Rhythm.weekdays.filter { $0 < 40 }), with: agent)
            let fault = number("fa")
            let talked = talk(&scene) { scene in
                let confirmed = scene.note("fault.confirmed", ["fault": .text(fault)])
                if admits { scene.say(scene.sentences.admission) }
                if !traces { self.miss("complaints.fault_traced", at: confirmed, "never traced") }
            }
            if !admits { miss("complaints.fault_admitted", at: talked.ended, "the fault was kept quiet") }
            scene.pass(86_400)
            if traces { scene.note("fault.traced", ["fault": .text(fault), "step": "picking", "actor": "store"]) }
        }
    }
}
