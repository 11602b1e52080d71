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

    func response(
        standard: String, pauses: [(from: String, to: String)], resetBy: String? = nil, extendedTo other: Int? = nil
    ) -> [String] {
        triggers.map { trigger in
            let end = end(trigger, pauses: pauses, resetBy: resetBy, extendedTo: other)
            return "\(log[trigger].id) \(standard) \(end.how)"
        }
    }

    func absence(
        standard: String, pauses: [(from: String, to: String)], resetBy: String? = nil
    ) -> [String] {
        var found: [String] = []
        for trigger in triggers {
            switch end(trigger, pauses: pauses, resetBy: resetBy) {
            case ("met", _): break
            case ("missed", _): found.append("\(log[trigger].id) \(standard) met")
            case ("not_applicable", _): found.append("\(log[trigger].id) \(standard) met")
            default: found.append("\(log[trigger].id) \(standard) pending")
            }
        }
        for (index, entry) in log.enumerated() where entry.type == "b" {
            let isForbidden = triggers.contains { trigger in
                let end = end(trigger, pauses: pauses, resetBy: resetBy)
                return log[trigger].key == entry.key && trigger < index && end.how == "met" && end.at == index
            }
            if isForbidden { found.append("\(entry.id) \(standard) missed") }
        }
        return found
    }

    private var triggers: [Int] { log.indices.filter { log[$0].type == "a" } }

    /// How a clock ends, and at which event.
    private func end(
        _ trigger: Int, pauses: [(from: String, to: String)], resetBy: String? = nil, extendedTo other: Int? = nil
    ) -> (how: String, at: Int?) {
        let key = log[trigger].key
        var under: Set<String> = []
        for entry in log[..<trigger] where entry.key == key { apply(entry.type, to: &under, pauses) }
        var total = limit
        // What was counted before the clock last stood still, and since when it runs, where it does.
        var spent = 0
        var running = under.isEmpty ? log[trigger].seconds : nil
        for index in log.indices where index > trigger {
            let now = log[index].seconds
            if let running, let due = total == spent ? running : second(total - spent, running), now > due {
                return ("missed", index)
            }
            guard log[index].key == key else { continue }
            switch log[index].type {
            case "b": return ("met", index)
            case "u": return ("not_applicable", index)
            case "x": total = max(total, other ?? total)
            default: break
            }
            if log[index].type == resetBy {
                (total, spent) = (limit, 0)
                if running != nil { running = now }
            }
            let wasPaused = !under.isEmpty
            apply(log[index].type, to: &under, pauses)
            if !wasPaused, !under.isEmpty, let since = running {
                spent += counted(since, now)
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
