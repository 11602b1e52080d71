/// What becomes of clocks that stand still, found by going through the log for each trigger.
///
/// `p` begins a pause and `r` ends it, `q` and `s` another kind; `x` extends the limit of a clock that still runs.
struct NaivePause {
    let log: [NaiveTimeline.Entry]
    /// So many seconds that count.
    let limit: Int
    /// The second at which so much time has been counted since another, without a look at pauses.
    let second: (_ length: Int, _ start: Int) -> Int?
    /// How many seconds count from one to another.
    let counted: (_ start: Int, _ end: Int) -> Int

    func response(standard: String, pauses: [(from: String, to: String)]) -> [String] {
        triggers.map { "\(log[$0].id) \(standard) \(end($0, pauses: pauses).how)" }
    }

    func absence(standard: String, pauses: [(from: String, to: String)]) -> [String] {
        var found: [String] = []
        for trigger in triggers {
            switch end(trigger, pauses: pauses) {
            case ("met", _): break
            case ("missed", _): found.append("\(log[trigger].id) \(standard) met")
            case ("not_applicable", _): found.append("\(log[trigger].id) \(standard) met")
            default: found.append("\(log[trigger].id) \(standard) pending")
            }
        }
        for (index, entry) in log.enumerated() where entry.type == "b" {
            let isForbidden = triggers.contains { trigger in
                let end = end(trigger, pauses: pauses)
                return log[trigger].key == entry.key && trigger < index && end.how == "met" && end.at == index
            }
            if isForbidden { found.append("\(entry.id) \(standard) missed") }
        }
        return found
    }

    /// With an extension to another limit, which counts only in time.
    func extended(standard: String, to other: Int) -> [String] {
        triggers.map { trigger in
            let start = log[trigger].seconds
            var due = second(limit, start) ?? .max
            for index in log.indices where index > trigger {
                if log[index].seconds > due { return "\(log[trigger].id) \(standard) missed" }
                guard log[index].key == log[trigger].key else { continue }
                switch log[index].type {
                case "b": return "\(log[trigger].id) \(standard) met"
                case "u": return "\(log[trigger].id) \(standard) not_applicable"
                case "x": due = max(due, second(other, start) ?? .max)
                default: break
                }
            }
            return "\(log[trigger].id) \(standard) pending"
        }
    }

    private var triggers: [Int] { log.indices.filter { log[$0].type == "a" } }

    /// How a clock ends, and at which event.
    private func end(_ trigger: Int, pauses: [(from: String, to: String)]) -> (how: String, at: Int?) {
        let key = log[trigger].key
        var under: Set<String> = []
        for entry in log[..<trigger] where entry.key == key { apply(entry.type, to: &under, pauses) }
        var left = limit
        // Since when it runs, where it does.
        var running = under.isEmpty ? log[trigger].seconds : nil
        for index in log.indices where index > trigger {
            let now = log[index].seconds
            if let running, let due = left == 0 ? running : second(left, running), now > due {
                return ("missed", index)
            }
            guard log[index].key == key else { continue }
            switch log[index].type {
            case "b": return ("met", index)
            case "u": return ("not_applicable", index)
            default: break
            }
            let wasPaused = !under.isEmpty
            apply(log[index].type, to: &under, pauses)
            if !wasPaused, !under.isEmpty, let since = running {
                left -= counted(since, now)
                running = nil
            } else if wasPaused, under.isEmpty {
                running = now
            }
        }
        return ("pending", nil)
    }

    private func apply(_ type: String, to under: inout Set<String>, _ pauses: [(from: String, to: String)]) {
        for pause in pauses {
            if type == pause.to { under.remove(pause.from) }
            if type == pause.from { under.insert(pause.from) }
        }
    }
}
