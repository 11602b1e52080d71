import Foundation

/// What becomes of intervals, procedures and recurring duties, found by walking each key's events with what came before
/// written out as lists: slow, and written without a look at the engine.
struct NaiveStretches {
    typealias Entry = NaiveTimeline.Entry

    let log: [Entry]
    /// Until when a trigger at a time has time: the last second that is not too late; nil without a limit.
    let lastSecond: (Int) -> Int?

    private var keys: [String] { Set(log.map(\.key)).sorted() }

    /// What a clock that runs from a time comes to at an event, or at the end of the log.
    private func isOver(since start: Int, at seconds: Int, _ last: Int?) -> Bool { last.map { seconds > $0 } ?? false }

    // MARK: Intervals

    /// One interval of a key.
    private struct Interval {
        let id: String
        let start: Int
        let length: Int?
    }

    /// `id standard status` of intervals from a to b, cancelled by c, until u.
    func intervals(each: Int?, total: Int?, count: Int?, least: Int?, standard: String) -> [String] {
        keys.flatMap { key in
            var found: [String] = []
            var past: [Interval] = []
            var running: (id: String, start: Int, last: Int?, isJudged: Bool)?
            for entry in log {
                // An interval runs out at whatever comes, of any key.
                if let now = running, let last = now.last, entry.seconds > last, !now.isJudged {
                    found.append("\(now.id) \(standard) missed")
                    running?.isJudged = true
                }
                guard entry.key == key else { continue }
                switch (entry.type, running) {
                case ("a", nil):
                    let used = past.compactMap(\.length).reduce(0, +)
                    let isRefused = (count.map { past.count >= $0 } ?? false) || (total.map { used >= $0 } ?? false)
                    if isRefused { found.append("\(entry.id) \(standard) missed") }
                    let lengths = [each, total.map { $0 - used }].compactMap { $0 }
                    running = (entry.id, entry.seconds, lengths.min().map { entry.seconds + $0 }, isRefused)
                case ("b", let now?), ("u", let now?):
                    let length = entry.seconds - now.start
                    if !now.isJudged {
                        let isTooShort = entry.type == "b" && (least.map { length < $0 } ?? false)
                        found.append("\(now.id) \(standard) \(isTooShort ? "missed" : "met")")
                    }
                    past.append(Interval(id: now.id, start: now.start, length: length))
                    running = nil
                case ("c", let now?):
                    if !now.isJudged { found.append("\(now.id) \(standard) not_applicable") }
                    running = nil
                default: break
                }
                if entry.type == "u" { past = [] }
            }
            if let now = running, !now.isJudged { found.append("\(now.id) \(standard) pending") }
            return found
        }
    }

    // MARK: Procedures

    /// `id standard status` of the steps a, b, c, until u, and of the whole where it has a limit.
    func procedure(isStrict: Bool, standard: String) -> [String] {
        keys.flatMap { key in
            var found: [String] = []
            var steps: [String] = []
            var clock: (id: String, last: Int?)?
            for entry in log {
                if let now = clock, let last = now.last, entry.seconds > last {
                    found.append("\(now.id) \(standard) missed")
                    clock = nil
                }
                guard entry.key == key else { continue }
                if entry.type == "u" {
                    if let now = clock { found.append("\(now.id) \(standard) not_applicable") }
                    clock = nil
                    steps = []
                    continue
                }
                guard ["a", "b", "c"].contains(entry.type) else { continue }
                let isInOrder =
                    switch (isStrict, entry.type) {
                    case (false, "a"): true
                    case (false, "b"): steps.contains("a")
                    case (false, _): steps.contains("a") && steps.contains("b")
                    case (true, "a"): steps.isEmpty || steps.last == "c"
                    case (true, "b"): steps.last == "a"
                    default: steps.last == "b"
                    }
                if entry.type != "a" || !isInOrder {
                    found.append("\(entry.id) \(standard) \(isInOrder ? "met" : "missed")")
                }
                // A complete procedure is begun anew by its first step; what came last is remembered for the order.
                if entry.type == "a", Set(steps) == ["a", "b", "c"] { steps = [] }
                steps.append(entry.type)
                guard lastSecond(0) != nil else { continue }
                if Set(steps) == ["a", "b", "c"] {
                    if let now = clock { found.append("\(now.id) \(standard) met") }
                    clock = nil
                } else if entry.type == "a", clock == nil {
                    clock = (entry.id, lastSecond(entry.seconds))
                }
            }
            if let now = clock { found.append("\(now.id) \(standard) pending") }
            return found
        }
    }

    // MARK: Recurring duties

    /// `id standard status` of b again and again, from a to u, cancelled by c.
    func recurrence(standard: String) -> [String] {
        keys.flatMap { key in
            var found: [String] = []
            var isOpen = false
            var gap: (id: String, last: Int?)?
            for entry in log {
                if let now = gap, let last = now.last, entry.seconds > last {
                    found.append("\(now.id) \(standard) missed")
                    gap = nil
                }
                guard entry.key == key else { continue }
                switch entry.type {
                case "a" where !isOpen:
                    isOpen = true
                    gap = (entry.id, lastSecond(entry.seconds))
                case "b" where isOpen:
                    if let now = gap { found.append("\(now.id) \(standard) met") }
                    gap = (entry.id, lastSecond(entry.seconds))
                case "c", "u":
                    if let now = gap { found.append("\(now.id) \(standard) not_applicable") }
                    gap = nil
                    isOpen = false
                default: break
                }
            }
            if let now = gap { found.append("\(now.id) \(standard) pending") }
            return found
        }
    }

    // MARK: Counted events

    /// `id standard status` of b after a, not later than so many d, and within the limit.
    func counted(_ count: Int, standard: String) -> [String] {
        log.enumerated().filter { $0.element.type == "a" }.map { index, trigger in
            var left = count
            for entry in log[(index + 1)...] {
                if let last = lastSecond(trigger.seconds), entry.seconds > last {
                    return "\(trigger.id) \(standard) missed"
                }
                guard entry.key == trigger.key else { continue }
                if entry.type == "b" { return "\(trigger.id) \(standard) met" }
                if entry.type == "d" { left -= 1 }
                if left == 0 { return "\(trigger.id) \(standard) missed" }
            }
            return "\(trigger.id) \(standard) pending"
        }
    }
}
