public import CEL
import RulebookEngine

/// The end of a time as a test writes it.
public enum TestDeadline: Hashable, Sendable {
    /// An instant; whether it is itself in time is not looked at.
    case instant(CELTimestamp)
    /// A whole date: in time until its midnight, which is the given instant.
    case endOfDay(CELTimestamp)

    /// Whether a decision's deadline is this one.
    func isMet(by moment: Moment) -> Bool {
        switch self {
        case .instant(let instant): moment.instant == instant
        case .endOfDay(let midnight): moment.instant == midnight && !moment.isIncluded
        }
    }
}
