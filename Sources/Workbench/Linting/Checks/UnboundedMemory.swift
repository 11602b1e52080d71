import RulebookModel
import SourceText

/// Something that is remembered for ever, for each interaction, case or thing that comes and goes: a log that never ends
/// fills the memory.
///
/// People stay; what lies under an entity or a channel is meant to be kept.
enum UnboundedMemory: LintCheck {
    static let name = "unbounded-memory"
    static let level: LintSetting.Level? = .note

    /// What is remembered without an end, and under which key.
    private struct Memory {
        let key: MeasureKey
        let range: SourceRange
    }

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        let ended = Set(rulebook.lifetimes.map(\.path))
        var byPart: [[String]: [(memory: Memory, part: MeasureKey.Part)]] = [:]
        var order: [[String]] = []
        for memory in memories(of: rulebook) where !memory.key.parts.contains(where: { ended.contains($0.path) }) {
            guard let part = memory.key.parts.first(where: { $0.path.first == "event" && $0.path.last != "channel" })
            else { continue }
            if byPart[part.path] == nil { order.append(part.path) }
            byPart[part.path, default: []].append((memory, part))
        }
        return order.compactMap { path in
            guard let found = byPart[path], let first = found.first else { return nil }
            let name = first.part.text.isEmpty ? path[path.count - 1] : first.part.text
            let more = found.count - 1
            let others = more == 0 ? "" : ", here and in \(more) more place\(more == 1 ? "" : "s")"
            return Diagnostic(
                code: .unboundedMemory, severity: .advice,
                message: "every `\(name)` is remembered for ever\(others)", range: first.memory.range,
                help: "say when it is over, as in `lifetimes: {\(name): {idle: 24h}}`, or add a window or a limit")
        }
    }

    private static func memories(of rulebook: Rulebook) -> [Memory] {
        let facts = rulebook.facts.compactMap { fact in memory(of: fact.measure, at: fact.range) }
        return facts
            + rulebook.standards.compactMap { standard in
                switch standard.body {
                case .allowance(let allowance): memory(of: allowance.measure, at: standard.range)
                case .timeline(let rule) where lasts(rule): Memory(key: rule.key, range: standard.range)
                case .timeline, .require, .forbid, .metric, .manual: nil
                }
            }
    }

    private static func memory(of measure: Measure, at range: SourceRange) -> Memory? {
        guard case .lifetime = measure.window.extent, measure.until == nil else { return nil }
        return Memory(key: measure.key, range: range)
    }

    /// Whether something of it stays where no limit, and no event, ends it.
    private static func lasts(_ rule: TimelineRule) -> Bool {
        guard rule.until == nil, rule.cancelledBy == nil else { return false }
        return switch rule.demand {
        case .precedence(_, let freshness, _): freshness == nil
        case .interval: true
        case .procedure(_, let deadline), .absence(_, let deadline): deadline == nil
        // What is awaited ends it, and the end of the stretch does.
        case .response, .recurrence: false
        }
    }
}
