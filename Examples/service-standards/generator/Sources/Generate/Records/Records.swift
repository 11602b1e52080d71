extension Simulation {
    /// What is not a contact: courses, shifts, walks, figures, and the life of the standards themselves.
    func records() {
        lifeOfTheStandards()
        training()
        shifts()
        halfHours()
        walks()
        shelves()
        testVisits()
        observations()
        website()
        surveys()
        marks()
        recognition()
        figures()
        machines()
    }

    /// The version that is in force.
    static let version = "2026.11.0"
}
