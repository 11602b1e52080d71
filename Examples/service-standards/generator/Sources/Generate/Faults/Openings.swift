extension Simulation {
    /// First words from which one thing is missing.
    func openings() {
        let faults: [(standard: String, opening: String, what: String)] = [
            ("wording.greeting", "My name is {agent} from {department}. How can I help you?", "no greeting"),
            ("wording.own_name", "Good morning, you have reached {department}. How can I help you?", "no name"),
            ("wording.department", "Good morning, my name is {agent}. How can I help you?", "no department"),
            ("wording.offer_of_help", "Good morning, my name is {agent} from {department}.", "no offer of help"),
        ]
        for (index, fault) in faults.enumerated() {
            let agent = house.phone[index]
            var scene = scene("phone", at: quiet(agent), with: agent, in: .en)
            var course = Course()
            course.opening = fault.opening
            let talked = talk(&scene, course)
            miss(fault.standard, at: talked.answered, fault.what)
        }
    }
}
