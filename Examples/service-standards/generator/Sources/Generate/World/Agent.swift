/// Somebody who serves. The name is what a customer hears; in Russian it is written in Russian.
struct Agent {
    let id: String
    let name: String
    let russianName: String
    var role = "agent"
    let team: String
    let department: Department
    var skills: [String] = ["billing", "orders"]

    /// What may be said to be possible.
    static let permissions = ["replace", "refund up to 50 EUR", "new appointment"]

    /// The agent as an event carries it.
    func facts(in tongue: Tongue) -> JSON {
        [
            "id": .text(id), "role": .text(role), "name": .text(name(in: tongue)),
            "department": .text(department.name(in: tongue)), "team": .text(team),
            "skills": .list(skills.map(JSON.text)), "permissions": .list(Self.permissions.map(JSON.text)),
        ]
    }

    func name(in tongue: Tongue) -> String { tongue == .ru ? russianName : name }
}
