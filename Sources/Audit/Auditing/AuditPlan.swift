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
    /// What looks whether there is anything to tell of a row in the event format; nil where all are read.
    let eventGlances: GlanceReader?

    /// Makes a plan for any number of audits.
    ///
    /// - Complexity: O(standards + types of events × the standards that each is judged by).
    public init(_ rulebook: CompiledVersions) {
        let rows = StandardRows(rulebook.versions)
        compiled = rulebook
        zone = CELTimeZone.named(rulebook.versions.newest.timeZone) ?? .utc
        self.rows = rows
        eventGlances = GlanceReader(eventsOf: rulebook)
        versions = rulebook.compiled.enumerated().map { RecordedVersion($1, rows: rows.ofVersions[$0]) }
    }
}
