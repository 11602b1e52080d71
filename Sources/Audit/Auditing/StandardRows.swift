import RulebookModel
import SourceText

/// The rows of a report, one a standard, over all versions of a rulebook.
///
/// A standard that several versions hold has one row, in the words of the last of them; where its severity or its force
/// changed, each counts by its own, and has a row of its own.
struct StandardRows {
    private struct Key: Hashable {
        let id: String
        let severity: Severity
        let force: Force
    }

    /// The rows without findings, in order of id, and of the first version that holds them.
    let summaries: [StandardSummary]
    /// The row of each standard of each version.
    let ofVersions: [[Int]]

    init(_ versions: RulebookVersions) {
        var latest: [Key: (first: Int, summary: StandardSummary)] = [:]
        for (number, rulebook) in versions.all.enumerated() {
            for standard in rulebook.standards {
                let key = Self.key(standard)
                latest[key] = (latest[key]?.first ?? number, StandardSummary(standard))
            }
        }
        let ordered = latest.sorted { ($0.key.id, $0.value.first) < ($1.key.id, $1.value.first) }
        summaries = ordered.map(\.value.summary)
        let rows = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1.key, $0) })
        ofVersions = versions.all.map { rulebook in rulebook.standards.compactMap { rows[Self.key($0)] } }
    }

    private static func key(_ standard: Standard) -> Key {
        Key(id: standard.id, severity: standard.severity, force: standard.force)
    }
}

extension StandardSummary {
    /// A standard without findings.
    fileprivate init(_ standard: Standard) {
        self.init(
            id: standard.id, title: standard.title?.text ?? "", severity: standard.severity, force: standard.force,
            owner: standard.owner ?? "", source: standard.source?.text ?? "", because: standard.because?.text ?? "",
            place: standard.range.place)
    }
}
