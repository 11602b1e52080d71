import RulebookModel
import SourceText

extension Mutant {
    /// Every mutant of a rulebook, each once, in the order of the files and places.
    ///
    /// Standards about rulebooks are left out: no test of events can notice a change of them.
    static func all(of rulebook: Rulebook) -> [Mutant] {
        var conditions = ConditionMutants()
        let house = rulebook.standards.filter(\.isAboutRulebooks)
        for standard in rulebook.standards where !standard.isAboutRulebooks { conditions.add(standard) }
        for fact in rulebook.facts { conditions.add(fact.measure) }
        let orders = Dictionary(
            rulebook.files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<Mutant> = []
        return (conditions.mutants + NodeMutants(rulebook).mutants)
            .filter { mutant in
                mutant.range.text != mutant.replacement && seen.insert(mutant).inserted
                    && !house.contains { $0.extent.contains(mutant.range) }
            }
            .sorted { left, right in
                let places = (orders[left.range.file] ?? 0, left.range.lowerBound, left.replacement)
                return places < (orders[right.range.file] ?? 0, right.range.lowerBound, right.replacement)
            }
    }
}

extension ConditionMutants {
    /// Adds those of everything that a standard asks.
    fileprivate mutating func add(_ standard: Standard) {
        for pattern in standard.patterns { add(pattern) }
        add(standard.when, neutral: true)
        add(standard.unless, neutral: false)
        switch standard.body {
        case .require(let condition): add(condition, neutral: true)
        case .forbid(let condition): add(condition, neutral: false)
        case .allowance(let allowance):
            add(allowance.measure)
            for step in allowance.steps { if case .expression(let limit)? = step.bound.limit { addValues(of: limit) } }
        case .metric(let metric):
            switch metric.subject {
            case .measure(_, _, let part, _): add(part, neutral: true)
            case .ratio(let above, let below):
                for case .count(let condition) in [above, below] { add(condition, neutral: true) }
            case .kept, .correlation: break
            }
        case .timeline(let rule): _ = rule
        case .manual: break
        }
    }

    fileprivate mutating func add(_ measure: Measure) {
        for pattern in measure.patterns { add(pattern) }
        add(measure.filter, neutral: true)
        add(measure.part, neutral: true)
    }

    private mutating func add(_ pattern: EventPattern) {
        for condition in pattern.alternatives.flatMap(\.conditions) { add(condition, neutral: true) }
    }
}
