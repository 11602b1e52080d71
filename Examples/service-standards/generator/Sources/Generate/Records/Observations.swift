extension Simulation {
    private static let questions: [(standard: String, labels: [String])] = [
        ("talks.polite_and_clear", ["courtesy", "understood"]),
        ("presence.bearing", ["posture", "voice", "kindness", "badge", "clothing"]),
        ("presence.attention", ["smile", "eyes", "nods", "stern", "wavering"]),
    ]

    /// What a trained observer saw; one form was never filled in, and on three a question is answered no.
    func observations() {
        for week in 0..<8 {
            for (index, agent) in house.shop.enumerated() {
                let time = Moment(day: 3 + week * 7, 10 + index, 15)
                var scene = scene("store", at: time, with: agent)
                let held = scene.note("observation.held", ["form": "counter"], by: house.observer)
                if week == 7, index == 3 {
                    for one in Self.questions {
                        journal.expect(.undetermined, one.standard, at: held, "the form was not filled in")
                    }
                    continue
                }
                scene.pass(1_800)
                for (row, one) in Self.questions.enumerated() {
                    let isFault = index == 0 && week == row + 2
                    for label in one.labels {
                        journal.attest(
                            one.standard, label, of: held, !(isFault && label == one.labels[0]), by: house.observer,
                            at: scene.time)
                    }
                    if isFault {
                        journal.expect(.missed, one.standard, at: held, "the observer says no to \(one.labels[0])")
                    }
                }
            }
        }
    }
}
