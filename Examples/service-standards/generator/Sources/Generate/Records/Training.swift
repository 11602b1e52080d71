extension Simulation {
    /// A course, as the training records hold it.
    struct Lesson {
        let kind: String
        var subject: String?
        var score: String?
        var length: String?
    }

    /// What everybody has learnt before the first day.
    private static let lessons =
        ["role_play", "limits_quiz", "measures", "session", "culture"].map { Lesson(kind: $0) }
        + [Lesson(kind: "workshop", length: "2h"), Lesson(kind: "scenario", subject: "broken lamp")]
        + lines.map { Lesson(kind: "product", subject: $0, score: "92%") }

    /// Courses and acknowledgements, and five newcomers to whom one thing is lacking.
    func training() {
        for agent in house.everybody + [house.supervisor, house.manager] { train(agent, without: []) }
        let newcomers: [(without: [String], standard: String)] = [
            (["role_play", "workshop"], "people.service_training"), (["limits_quiz"], "people.know_the_limits"),
            (["measures"], "people.know_the_measures"), (["version"], "people.acknowledged"),
            (["session"], "people.sessions"),
        ]
        for (index, one) in newcomers.enumerated() {
            let agent = newcomer(index + 1)
            train(agent, without: one.without)
            let shift = journal.add(
                "shift.started", at: Moment(day: 9 + index, 8), ["first": true], agent: agent, site: house.sites[0])
            journal.expect(.missed, one.standard, at: shift, "a first shift without \(one.without[0])")
        }
        let short = journal.add(
            "course.completed", at: Moment(day: 16, 9), ["kind": "workshop", "length": "90min"], agent: house.shop[0])
        journal.expect(.missed, "people.workshop", at: short, "a workshop of ninety minutes")
        journal.add("situation.assigned", at: Moment(day: 17, 9), ["subject": "broken lamp"], agent: house.shop[0])
        let unpractised = journal.add(
            "situation.assigned", at: Moment(day: 17, 10), ["subject": "lost child"], agent: house.shop[1])
        journal.expect(.missed, "people.scenarios", at: unpractised, "given to somebody who never practised it")
        for index in 0..<12 {
            journal.add(
                "staff_survey.answered", at: Moment(day: 40, 9, index), ["score": .text(index % 4 == 0 ? "3.5" : "4.4")]
            )
        }
    }

    /// Somebody who is new, with the skills of the others.
    func newcomer(_ number: Int) -> Agent {
        Agent(id: "n-\(number)", name: "Nik", russianName: "Ник", team: "new", department: .shop)
    }

    /// Puts courses and the acknowledged version into the records.
    func train(_ agent: Agent, without lacking: [String]) {
        for lesson in Self.lessons where !lacking.contains(lesson.kind) {
            var data: [(name: String, value: JSON)] = [("kind", .text(lesson.kind))]
            if let subject = lesson.subject { data.append(("subject", .text(subject))) }
            if let score = lesson.score { data.append(("score", .text(score))) }
            if let length = lesson.length { data.append(("length", .text(length))) }
            journal.add("course.completed", at: Moment(day: 0, 6), .object(data), agent: agent)
        }
        journal.add(
            "standards.acknowledged", at: Moment(day: 0, 7),
            ["version": .text(lacking.contains("version") ? "2026.06.0" : Self.version)], agent: agent)
    }
}
