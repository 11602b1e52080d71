import Audit
import RulebookEngine
import RulebookModel
import SourceText

/// Gathers what the cases of a rulebook's tests try of it.
final class CoverageCollector {
    private let versions: CompiledVersions
    private let probes: [ConditionProbe]
    private var seen: [[Set<ConditionProbe.Way>]]

    init(_ versions: CompiledVersions) {
        self.versions = versions
        probes = versions.compiled.map { ConditionProbe($0) }
        seen = probes.map { Array(repeating: [], count: $0.items.count) }
    }

    /// Looks at every event of a case, with what was known at its time.
    func observe(_ test: TestCase) {
        let decider = versions.makeDecider(memory: VersionedState(versions))
        for event in test.given + [test.question].compactMap(\.self) {
            let decision = decider.decideAndRemember(event.event, named: event.name)
            probes[decision.version].observe(decision) { item, way in seen[decision.version][item].insert(way) }
        }
    }

    /// What was tried.
    ///
    /// - Parameter run: how often each standard was judged.
    /// - Returns: the ways that the cases went, of those that there are.
    func coverage(_ run: [TestRun.Coverage]) -> RulebookCoverage {
        var coverage = RulebookCoverage()
        let counts = Dictionary(run.map { ($0.standard.id, $0) }, uniquingKeysWith: { first, _ in first })
        for standard in run.map(\.standard) where standard.isJudgedByEvents {
            let isJudged = counts[standard.id].map { $0.counts.judged > 0 || $0.isDueTested } ?? false
            coverage.standards.append((standard.id, isJudged))
        }
        for (version, probe) in probes.enumerated() {
            let standards = versions[version].rulebook.standards
            for (number, item) in probe.items.enumerated() where !standards[item.standard].isAboutRulebooks {
                let found = RulebookCoverage.Item(
                    standard: standards[item.standard].id, range: item.range, text: item.text,
                    sawFirst: seen[version][number].contains(.first),
                    sawSecond: seen[version][number].contains(.second))
                switch item.kind {
                case .term: coverage.conditions.append(found)
                case .limit: coverage.limits.append(found)
                }
            }
        }
        for standard in run.map(\.standard) {
            guard let (range, text) = standard.judgedLimit, let found = counts[standard.id] else { continue }
            coverage.limits.append(
                RulebookCoverage.Item(
                    standard: standard.id, range: range, text: text,
                    sawFirst: found.counts[.met] > 0 || found.isDueTested, sawSecond: found.counts[.missed] > 0))
        }
        return coverage
    }
}

extension Standard {
    /// Whether events alone judge it: a person's answers are no part of tests.
    fileprivate var isJudgedByEvents: Bool { if case .manual = body { false } else { true } }

    /// A limit that a finding keeps or passes: of time, or of a figure.
    fileprivate var judgedLimit: (range: SourceRange, text: String)? {
        switch body {
        case .timeline(let rule): rule.limitText.map { (rule.range, $0) }
        case .metric(let metric):
            switch metric.bound {
            case .limit(let side, let limit)?: (limit.range, "\(side.text) \(limit.range.text)")
            case .previous(let side)?: (metric.range, "\(side.text) the figure before")
            case .top(let count)?: (metric.range, "among the first \(count)")
            case nil: nil
            }
        case .require, .forbid, .allowance, .manual: nil
        }
    }
}
