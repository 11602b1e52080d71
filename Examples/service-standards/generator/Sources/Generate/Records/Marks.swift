extension Simulation {
    /// By agent; the first one is weak in two things.
    private static let weaknesses: [(standard: String, items: [String])] = [
        ("marks.courtesy", ["courtesy"]), ("marks.communication", ["communication"]),
        ("marks.feelings", ["feelings"]), ("marks.opening", ["opening"]),
        ("marks.telephone_manners", ["speed", "clarity", "eagerness"]),
    ]

    /// The forms that reviewers filled in: a weakness or two for each of five agents, and two talks that failed as a whole.
    func marks() {
        for (index, agent) in house.phone.enumerated() {
            let weakness = index < Self.weaknesses.count ? Self.weaknesses[index] : nil
            for round in 0..<10 {
                let scene = scene("phone", at: Moment(day: 4 + round * 5, 14, index * 8), with: agent)
                let isPoor = weakness == nil && round == 3
                let isPastThePoint = weakness == nil && round == 6
                var form: [(name: String, value: JSON)] = [
                    "opening", "courtesy", "understanding", "feelings", "communication", "speed", "clarity",
                    "eagerness",
                ].map { item in
                    let isWeak =
                        isPoor || weakness?.items.contains(item) ?? false || index == 0 && item == "understanding"
                    return (item, isWeak ? .number(isPoor ? 3 : 3 + round % 2) : 5)
                }
                form += [("confirmed", .truth(!isPastThePoint)), ("beyond", .truth(round == 0))]
                let review = scene.note("talk.reviewed", .object(form), by: house.observer)
                if isPoor { miss("marks.form", at: review, "three of five throughout") }
                if isPastThePoint { miss("marks.form", at: review, "the concern was not confirmed") }
            }
            if index == 0 {
                journal.expect(.missed, "marks.understanding", of: agent.id, in: "2026-Q4", "weak in ten talks")
            }
            if let weakness {
                journal.expect(.missed, weakness.standard, of: agent.id, in: "2026-Q4", "weak in ten talks")
            }
        }
    }
}
