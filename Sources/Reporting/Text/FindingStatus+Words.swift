internal import Audit
import RulebookEngine

extension FindingStatus {
    /// A sign that says the status without colour.
    var symbol: String {
        switch self {
        case .met: "✓"
        case .missed: "✗"
        case .discretion: "≈"
        case .excused: "○"
        case .pending: "…"
        case .undetermined: "?"
        case .notApplicable: "–"
        }
    }

    /// The status in words for people.
    var word: String {
        switch self {
        case .met: "met"
        case .missed: "missed"
        case .discretion: "discretion"
        case .excused: "excused"
        case .pending: "pending"
        case .undetermined: "undetermined"
        case .notApplicable: "not applicable"
        }
    }

    /// What the status means, in a sentence for a legend.
    var meaning: String {
        switch self {
        case .met: "the standard was kept"
        case .missed: "the standard was not kept"
        case .discretion: "past the policy, within somebody's discretion, with a reason: no fault"
        case .excused: "a declared exception applied; in no total"
        case .pending: "the clock is still open"
        case .undetermined: "a fact is missing, and the finding names it"
        case .notApplicable: "outside the standard's scope"
        }
    }

    /// The order in which a reader who looks for faults wants to see findings.
    static let byUrgency: [FindingStatus] = [
        .missed, .undetermined, .discretion, .pending, .excused, .met, .notApplicable,
    ]
}
