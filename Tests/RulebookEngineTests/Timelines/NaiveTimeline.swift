import CEL
import Foundation

/// What becomes of timelines, found by reading the whole log for each trigger: slow, and written without a look at the
/// engine.
struct NaiveTimeline {
    /// An event: a trigger, an answer, a cancellation or an end.
    struct Entry {
        let id: String
        let type: String
        let seconds: Int
        let key: String
    }

    /// How a clock ends.
    private enum End {
        case met, missed, notApplicable, pending, broken
    }

    let log: [Entry]
    /// Until when a trigger at a time has time: the first second that is too late; nil without a limit.
    let lastSecond: (Int) -> Int?

    /// `id standard status` of a response.
    func response(again: String) -> [String] { findings(again: again, isAbsence: false, standard: "response-\(again)") }

    /// `id standard status` of an absence.
    func absence() -> [String] { findings(again: "each", isAbsence: true, standard: "absence") }

    private func findings(again: String, isAbsence: Bool, standard: String) -> [String] {
        var found: [String] = []
        var begun: [Int] = []
        for (index, entry) in log.enumerated() where entry.type == "a" {
            if again == "keep",
                begun.contains(where: { log[$0].key == entry.key && runs($0, at: index, begun, again, isAbsence) })
            {
                continue
            }
            begun.append(index)
        }
        for index in begun {
            switch end(index, begun, again, isAbsence).how {
            case .met: found.append("\(log[index].id) \(standard) met")
            case .missed: found.append("\(log[index].id) \(standard) missed")
            case .notApplicable: found.append("\(log[index].id) \(standard) not_applicable")
            case .pending: found.append("\(log[index].id) \(standard) pending")
            case .broken: break
            }
        }
        guard isAbsence else { return found }
        for (index, entry) in log.enumerated() where entry.type == "b" {
            if begun.contains(where: { log[$0].key == entry.key && runs($0, at: index, begun, again, true) }) {
                found.append("\(entry.id) \(standard) missed")
            }
        }
        return found
    }

    private func runs(_ trigger: Int, at index: Int, _ begun: [Int], _ again: String, _ isAbsence: Bool) -> Bool {
        guard trigger < index else { return false }
        if let last = lastSecond(log[trigger].seconds), log[index].seconds > last { return false }
        return (end(trigger, begun, again, isAbsence).at ?? Int.max) >= index
    }

    private func end(_ trigger: Int, _ begun: [Int], _ again: String, _ isAbsence: Bool) -> (how: End, at: Int?) {
        let last = lastSecond(log[trigger].seconds)
        for index in log.indices where index > trigger {
            if let last, log[index].seconds > last { return (isAbsence ? .met : .missed, nil) }
            guard log[index].key == log[trigger].key else { continue }
            switch log[index].type {
            case "b": return (isAbsence ? .broken : .met, index)
            case "c": return (.notApplicable, index)
            case "u": return (isAbsence ? .met : .notApplicable, index)
            case "a": if again == "restart" { return (.notApplicable, index) }
            default: break
            }
        }
        return (.pending, nil)
    }

    /// `id standard status` of a precedence: the latest answer before, still fresh, and not before the latest end.
    func precedence() -> [String] {
        log.enumerated().filter { $0.element.type == "a" }.map { index, entry in
            let before = log.prefix(index).filter { $0.key == entry.key }
            let isKept =
                before.last { $0.type == "b" }.map { answer in
                    let isFresh = lastSecond(answer.seconds).map { entry.seconds <= $0 } ?? true
                    let end = before.last { $0.type == "u" }
                    return isFresh && (end.map { answer.seconds >= $0.seconds } ?? true)
                } ?? false
            return "\(entry.id) precedence \(isKept ? "met" : "missed")"
        }
    }
}
