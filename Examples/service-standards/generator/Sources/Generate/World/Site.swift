/// A shop.
struct Site {
    let id: String
    var stepFree = true

    var facts: JSON { ["id": .text(id), "step_free": .truth(stepFree)] }
}
