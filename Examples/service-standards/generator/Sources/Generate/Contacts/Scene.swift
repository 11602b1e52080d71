/// A contact while it goes on: who talks with whom, where, and what time it is.
struct Scene {
    let journal: Journal
    let interaction: String
    let channel: String
    let customer: Customer
    var agent: Agent?
    var time: Moment
    var site: Site?
    var complaint: Complaint?
    var caseID: String?

    var sentences: Sentences { customer.tongue.sentences }

    mutating func pass(_ seconds: Int) { time = time + seconds }

    /// Something happens now; answers with its serial number.
    @discardableResult
    func note(
        _ type: String, _ data: JSON = [:], by observer: String? = nil, reason: String? = nil, approval: Agent? = nil
    ) -> Int {
        var members: [(name: String, value: JSON)] = [("interaction", .text(interaction)), ("channel", .text(channel))]
        if let caseID { members.append(("case", .text(caseID))) }
        if let agent { members.append(("agent", agent.facts(in: customer.tongue))) }
        members.append(("customer", customer.facts))
        if let complaint { members.append(("complaint", complaint.facts)) }
        if let site { members.append(("site", site.facts)) }
        members.append(("data", data))
        if let reason { members.append(("reason", .text(reason))) }
        if let approval {
            members.append(
                ("approval", ["by": .text(approval.id), "role": .text(approval.role), "at": .text(time.text)]))
        }
        if let observer { members.append(("recorded_by", .text(observer))) }
        return journal.add(type, at: time, members)
    }

    /// The agent says something, and a few seconds pass.
    @discardableResult
    mutating func say(_ text: String) -> Int {
        pass(4)
        return note(
            "utterance", ["speaker": "agent", "text": .text(filled(text)), "locale": .text(customer.tongue.rawValue)])
    }

    /// The customer says something.
    mutating func hear(_ text: String) {
        pass(6)
        note("utterance", ["speaker": "customer", "text": .text(text), "locale": .text(customer.tongue.rawValue)])
    }

    /// Puts the names into a sentence.
    private func filled(_ text: String) -> String {
        var filled = text
        for (slot, name) in [
            ("{agent}", agent?.name(in: customer.tongue) ?? ""),
            ("{department}", agent?.department.name(in: customer.tongue) ?? ""), ("{customer}", customer.name),
        ] {
            while let range = filled.firstRange(of: slot) { filled.replaceSubrange(range, with: name) }
        }
        return filled
    }
}
