import CEL
public import RulebookEngine
import RulebookModel

/// What every audit by a rulebook needs of it, worked out once: the rows of the report, and what explains findings.
///
/// One a thread: it has scratch space of its own.
public struct AuditPlan {
    /// The standards, in all their versions.
    let compiled: CompiledVersions
    let zone: CELTimeZone
    let rows: StandardRows
    let versions: [RecordedVersion]

    /// Makes a plan for any number of audits.
    ///
    /// - Complexity: O(standards + types of events × the standards that each is judged by).
    public init(_ rulebook: CompiledVersions) {
        let rows = StandardRows(rulebook.versions)
        compiled = rulebook
        zone = CELTimeZone.named(rulebook.versions.newest.timeZone) ?? .utc
        self.rows = rows
        versions = rulebook.compiled.enumerated().map { RecordedVersion($1, rows: rows.ofVersions[$0]) }
    }
}
