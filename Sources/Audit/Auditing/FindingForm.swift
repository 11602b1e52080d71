import RulebookEngine

/// What findings of one standard say that differ in nothing but the values of facts, in the texts of a log.
///
/// A class, so that a finding borrows it instead of copying its parts.
final class FindingForm {
    /// The most forms that are kept of one standard's findings; others are explained each time.
    static let countMax = 32

    let key: ExplanationForm.Key
    let place: TextTable.ID
    let clause: TextTable.ID
    let effect: TextTable.ID
    let message: TextTable.ID
    /// Why it was not simply met, where that is counted.
    let reason: TextTable.ID
    let evidence: [(name: TextTable.ID, value: ExplanationForm.Value)]

    init(
        key: ExplanationForm.Key, place: TextTable.ID, clause: TextTable.ID, effect: TextTable.ID,
        message: TextTable.ID, reason: TextTable.ID, evidence: [(name: TextTable.ID, value: ExplanationForm.Value)]
    ) {
        self.key = key
        self.place = place
        self.clause = clause
        self.effect = effect
        self.message = message
        self.reason = reason
        self.evidence = evidence
    }
}
