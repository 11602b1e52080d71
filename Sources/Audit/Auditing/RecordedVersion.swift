import RulebookEngine
import RulebookModel
import SourceText

/// One version of a rulebook, with what turns its decisions into findings.
///
/// A class, so that an event borrows it instead of copying its parts.
final class RecordedVersion {
    /// What is judged at events of one type.
    struct TypeProgram {
        /// The standards, by their places in the version.
        let standards: [Int]
        let mustCount: Int
    }

    let standards: [Standard]
    /// The place of each standard's severity among all; −1 where it is none that must be kept.
    let mustSeverities: [Int]
    let isManual: [Bool]
    let ranges: [SourceRange]
    /// The row of the report for each standard.
    let rows: [Int]
    let explainer: Explainer
    let words: FindingWords
    let references: EventReferences
    /// What is judged at events of each type, in the order of the vocabulary.
    let types: [TypeProgram]
    private let compiled: CompiledRulebook

    init(_ compiled: CompiledRulebook, rows: [Int]) {
        let rulebook = compiled.rulebook
        standards = rulebook.standards
        mustSeverities = standards.map { standard in
            standard.force == .must ? Severity.allCases.firstIndex(of: standard.severity) ?? -1 : -1
        }
        isManual = standards.map {
            if case .manual = $0.body { true } else { false }
        }
        ranges = standards.map(\.range)
        self.rows = rows
        explainer = Explainer(compiled)
        words = FindingWords(roles: rulebook.vocabulary.roles)
        references = EventReferences(rulebook.vocabulary)
        let indices = Dictionary(uniqueKeysWithValues: rulebook.standards.enumerated().map { ($1.id, $0) })
        types = rulebook.vocabulary.events.map { event in
            let own = compiled.standards(forType: event.name)
            return TypeProgram(
                standards: own.compactMap { indices[$0.id] }, mustCount: own.count { $0.force == .must })
        }
        self.compiled = compiled
    }

    /// The place of an event's type in the vocabulary; nil where that does not name it.
    func typeIndex(of event: Event) -> Int? { compiled.typeIndex(of: event) }
}
