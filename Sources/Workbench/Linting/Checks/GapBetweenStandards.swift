import CEL
import RulebookEngine
import RulebookModel
import SourceText

/// A value between the scopes of two standards of which neither speaks: `under: 20` beside `over: 20`.
enum GapBetweenStandards: LintCheck {
    static let name = "gap-between-standards"
    static let level: LintSetting.Level? = .warning

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        let search = RulebookSearch(rulebook)
        return rulebook.vocabulary.events.compactMap { event in
            let standards = rulebook.standards.filter { $0.judges && $0.pattern.types.contains(event.name) }
            guard standards.count > 1 else { return nil }
            var reading = ConditionReading()
            for standard in standards { reading.addScope(of: standard, type: event.name) }
            guard let space = EventSpace(reading, type: event.name, in: rulebook) else { return nil }
            return space.axes.lazy.compactMap { gap(along: $0, of: space, standards, search) }.first
        }
    }

    /// The first gap along a fact.
    private static func gap(
        along axis: EventSpace.Axis, of space: EventSpace, _ standards: [Standard], _ search: RulebookSearch
    ) -> Diagnostic? {
        guard axis.values.count > 2, axis.values.allSatisfy({ FactOrder.compare($0, axis.values[0]) != nil }) else {
            return nil
        }
        let rulebook = search.rulebook
        let ids = Set(standards.map(\.id))
        var found: Diagnostic?
        space.forEach(space.axes.filter { $0.path != axis.path }) { facts in
            var below: Standard?
            var empty: CELValue?
            for value in axis.values {
                var facts = facts
                facts[axis.path] = value
                guard let results = search.decide(space.type, facts)?.results else { continue }
                let speaking = results.map { rulebook.standards[$0.standard] }.first { ids.contains($0.id) }
                guard let speaking else {
                    if below != nil, empty == nil { empty = value }
                    continue
                }
                if let below, let empty {
                    facts[axis.path] = empty
                    found = diagnostic(
                        space.type, facts, below: below, above: speaking, roles: rulebook.vocabulary.roles)
                    return false
                }
                below = speaking
            }
            return true
        }
        return found
    }

    private static func diagnostic(
        _ type: String, _ facts: EventSpace.Facts, below: Standard, above: Standard, roles: [String]
    ) -> Diagnostic {
        Diagnostic(
            code: .gapBetweenStandards, severity: .warning,
            message: "no standard speaks of `\(type)` where \(EventSpace.text(facts, roles: roles))",
            range: below.range,
            labels: above.id == below.id ? [] : [.init(range: above.range, message: "this one speaks above it")],
            help: "let one of the two bounds include its limit, or say under `unlisted` what is meant")
    }
}

extension Standard {
    /// Whether it decides about actions.
    fileprivate var judges: Bool {
        guard canRefuse else { return false }
        switch body {
        case .require, .forbid, .allowance: return true
        case .timeline, .metric, .manual: return false
        }
    }
}
