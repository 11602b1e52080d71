/// A complaint as the events about it carry it.
struct Complaint {
    let id: String
    var kind = "other"
    var euros = 40
    var attempts = 0
    let openedAt: Moment

    var facts: JSON {
        [
            "id": .text(id), "kind": .text(kind), "value": .text("\(euros).00 EUR"), "attempts": .number(attempts),
            "opened_at": .text(openedAt.text),
        ]
    }
}
