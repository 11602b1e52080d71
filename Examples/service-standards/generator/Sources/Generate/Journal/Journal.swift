/// The events as they come, in any order, and what an audit must find in them.
final class Journal {
    private var events: [Event] = []
    private(set) var expected: [Expected] = []

    /// Adds an event; answers with its serial number.
    @discardableResult
    func add(_ type: String, at time: Moment, _ members: [(name: String, value: JSON)]) -> Int {
        events.append(Event(serial: events.count, time: time, type: type, members: members))
        return events.count - 1
    }

    /// An event outside any contact: data, and what else it carries.
    @discardableResult
    func add(
        _ type: String, at time: Moment, _ data: JSON = [:], agent: Agent? = nil, site: Site? = nil,
        by observer: String? = nil,
        reason: String? = nil, with more: [(name: String, value: JSON)] = []
    ) -> Int {
        var members = more
        if let agent { members.append(("agent", agent.facts(in: .en))) }
        if let site { members.append(("site", site.facts)) }
        members.append(("data", data))
        if let reason { members.append(("reason", .text(reason))) }
        if let observer { members.append(("recorded_by", .text(observer))) }
        return add(type, at: time, members)
    }

    func expect(_ status: Expected.Status, _ standard: String, at serial: Int, _ what: String) {
        expected.append(Expected(status: status, standard: standard, subject: .event(serial), what: what))
    }

    func expect(
        _ status: Expected.Status, _ standard: String, of whom: String = "everyone", in period: String, _ what: String
    ) {
        expected.append(
            Expected(status: status, standard: standard, subject: .figure(of: whom, period: period), what: what))
    }

    /// A person's answer to a question of a manual standard about an event.
    func attest(_ standard: String, _ label: String, of serial: Int, _ answer: Bool, by: String, at time: Moment) {
        attestations.append((standard, label, serial, answer, by, time))
    }

    private var attestations: [(standard: String, label: String, serial: Int, answer: Bool, by: String, time: Moment)] =
        []

    /// The log by time, an event a line, and the expected findings as a table.
    func written() -> (log: String, planted: String) {
        let sorted = events.sorted { ($0.time, $0.serial) < ($1.time, $1.serial) }
        let digits = String(events.count + attestations.count).count
        func id(_ number: Int) -> String {
            "e-" + String(repeating: "0", count: digits - String(number).count) + String(number)
        }
        var ids = [String](repeating: "", count: events.count)
        for (index, event) in sorted.enumerated() { ids[event.serial] = id(index + 1) }
        var lines = sorted.map { (time: $0.time, text: $0.line(id: ids[$0.serial])) }
        for (index, one) in attestations.enumerated() {
            let data: JSON = [
                "standard": .text(one.standard), "event": .text(ids[one.serial]), "label": .text(one.label),
                "answer": .truth(one.answer), "by": .text(one.by),
            ]
            let event = Event(serial: 0, time: one.time, type: "attested", members: [("data", data)])
            lines.append((one.time, event.line(id: id(events.count + index + 1))))
        }
        let log = lines.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
        return (log.map { $0.element.text + "\n" }.joined(), table(ids))
    }

    private func table(_ ids: [String]) -> String {
        let rows = expected.map { one in
            switch one.subject {
            case .event(let serial): "\(one.status.rawValue),\(one.standard),\(ids[serial]),,,\(Self.cell(one.what))"
            case .figure(let whom, let period):
                "\(one.status.rawValue),\(one.standard),,\(whom),\(Self.cell(period)),\(Self.cell(one.what))"
            }
        }
        return (["status,standard,event,for,period,what"] + rows.sorted()).joined(separator: "\n") + "\n"
    }

    private static func cell(_ text: String) -> String {
        text.contains(",") || text.contains("\"")
            ? "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
            : text
    }
}
