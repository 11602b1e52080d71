import CEL
import RulebookModel

/// Looks for variants that change two fields at once.
///
/// One field is moved to where its own limits lie, the other is searched; then the first is searched once more, so that
/// neither can come nearer while the other stays. Of what is found only the variants stay that no other one beats.
struct PairSearch {
    /// The most limits of one field that are tried.
    static let limitCountMax = 12
    /// The most variants that are offered for one outcome.
    static let variantCountMax = 4

    let search: VariantSearch

    /// The variants over every two of the fields.
    func find(_ fields: [VariableField]) -> [VariantCandidate] {
        var found: [VariantCandidate] = []
        for (index, first) in fields.enumerated() {
            for second in fields[(index + 1)...] { found += pairs(first, second) }
        }
        let best = found.filter { candidate in !found.contains { candidate.isDominated(by: $0) } }
        var counts: [Int: Int] = [:]
        var seen: Set<String> = []
        return best.sorted { $0.verdict.grade < $1.verdict.grade }.filter { candidate in
            guard seen.insert(candidate.key).inserted else { return false }
            counts[candidate.verdict.grade, default: 0] += 1
            return counts[candidate.verdict.grade, default: 0] <= Self.variantCountMax
        }
    }

    private func pairs(_ first: VariableField, _ second: VariableField) -> [VariantCandidate] {
        switch (first.isNumeric, second.isNumeric) {
        case (true, true): moved(first, searched: second) + moved(second, searched: first)
        case (true, false): search.alternatives(second).flatMap { search.along(first, others: [$0]) }
        case (false, _): search.alternatives(first).flatMap { search.along(second, others: [$0]) }
        }
    }

    private func moved(_ moved: VariableField, searched: VariableField) -> [VariantCandidate] {
        guard let (line, own) = search.search(moved, others: []) else { return [] }
        return line.limits(around: own).filter { $0 != own }.prefix(Self.limitCountMax).flatMap { point in
            guard let value = line.lattice.value(point) else { return [VariantCandidate]() }
            let change = VariantCandidate.Change(field: moved, value: value, distance: abs(point - own))
            let found = search.along(searched, others: [change])
            return found + found.flatMap { nearer($0, moving: moved) }
        }
    }

    /// The same outcome with a field nearer to the proposal, the other fields staying where they are.
    private func nearer(_ candidate: VariantCandidate, moving field: VariableField) -> [VariantCandidate] {
        let others = candidate.changes.filter { $0.field.slot != field.slot }
        guard !others.isEmpty else { return [] }
        return search.along(field, others: others).filter { $0.verdict.grade == candidate.verdict.grade }
    }
}
