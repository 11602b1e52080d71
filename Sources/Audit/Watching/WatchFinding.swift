public import RulebookEngine
public import RulebookModel
import SourceText

/// What became of a standard at an event, as it is told while a log is watched.
public struct WatchFinding: Sendable {
    /// The event.
    public let event: WatchEvent
    /// The standard.
    public let standard: Standard
    /// The rulebook, in the version that judged.
    public let rulebook: Rulebook
    /// What became of it.
    public let status: FindingStatus
    /// Why, in one sentence.
    public let message: String
    /// `file:line:column` of what decided.
    public let place: String
    /// Until when there was time.
    public let deadline: Moment?

    init(_ result: StandardResult, _ explanation: Explanation?, event: WatchEvent, rulebook: Rulebook) {
        self.event = event
        self.rulebook = rulebook
        standard = rulebook.standards[result.standard]
        status = result.status
        message = explanation?.message ?? ""
        place = (explanation?.clauses.first?.place ?? standard.range).place
        deadline = nil
    }

    init(_ finding: TimelineFinding, _ explainer: Explainer, rulebook: Rulebook) {
        event = WatchEvent(
            id: finding.trigger.id, type: finding.trigger.event.type, time: finding.trigger.event.time)
        self.rulebook = rulebook
        standard = rulebook.standards[finding.standard]
        status = finding.status
        message = explainer.message(finding)
        if case .timeline(let rule) = standard.body { place = rule.range.place } else { place = standard.range.place }
        deadline = finding.deadline
    }
}
