import CEL
import SourceText

/// Finds standards whose verdict would depend on itself, by way of verdicts of others and of facts that measure them.
struct VerdictCycles {
    /// The standards whose verdicts one waits for, with the place where it names them.
    private let needs: [String: [(standard: String, range: SourceRange)]]
    private let order: [String]

    init(standards: [Standard], facts: [DerivedFact]) {
        let byFact = Dictionary(
            uniqueKeysWithValues: facts.map { fact in (fact.name, Self.verdicts(in: fact.measure.patterns)) })
        var needs: [String: [(standard: String, range: SourceRange)]] = [:]
        // Most rulebooks name no verdict at all.
        let isPlain = byFact.values.allSatisfy(\.isEmpty)
        for standard in standards {
            var found = Self.verdicts(in: standard.patterns)
            if !isPlain {
                let inPatterns = standard.patterns.flatMap(\.alternatives).flatMap(\.conditions).flatMap(\.expressions)
                for expression in standard.expressions + inPatterns {
                    for names in expression.form.paths.map(\.names) {
                        guard names.count == 2, names[0] == "facts" else { continue }
                        found += (byFact[names[1]] ?? []).map { ($0.standard, expression.range) }
                    }
                }
            }
            if !found.isEmpty { needs[standard.id] = found }
        }
        self.needs = needs
        order = standards.map(\.id)
    }

    private static func verdicts(in patterns: [EventPattern]) -> [(standard: String, range: SourceRange)] {
        patterns.flatMap(\.alternatives).compactMap { $0.verdict.map { ($0.standard, $0.range) } }
    }

    /// Reports each circle once, where it closes.
    func report(to diagnostics: inout DiagnosticCollector) {
        var done: Set<String> = []
        for start in order where needs[start] != nil && !done.contains(start) {
            var path: [String] = []
            visit(start, path: &path, done: &done, diagnostics: &diagnostics)
        }
    }

    private func visit(
        _ standard: String, path: inout [String], done: inout Set<String>, diagnostics: inout DiagnosticCollector
    ) {
        path.append(standard)
        for need in needs[standard] ?? [] {
            if let start = path.firstIndex(of: need.standard) {
                diagnostics.add(.circularVerdict(path[start...] + [need.standard], at: need.range))
            } else if !done.contains(need.standard) {
                visit(need.standard, path: &path, done: &done, diagnostics: &diagnostics)
            }
        }
        path.removeLast()
        done.insert(standard)
    }
}
