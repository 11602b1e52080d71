/// Somebody who is served; the name is a first name and stands for nobody.
struct Customer {
    let id: String
    let name: String
    let tongue: Tongue
    var segment = "typical"
    var years = 1
    var staff = false
    var accessNeed = false

    /// The customer as an event carries it.
    var facts: JSON {
        [
            "id": .text(id), "name": .text(name), "language": .text(tongue.rawValue), "segment": .text(segment),
            "years": .number(years), "staff": .truth(staff), "access_need": .truth(accessNeed),
        ]
    }
}
