/// What a decision comes to, from the least to the most restrictive.
///
/// The most restrictive standard wins. A certain refusal beats a missing fact; a missing fact beats the rest.
public enum Outcome: String, CaseIterable, Hashable, Sendable, Comparable {
    /// Go ahead.
    case allow
    /// Go ahead, and record why.
    case justify
    /// Somebody of a higher role may say yes.
    case escalate
    /// A fact is missing.
    case undetermined
    /// No.
    case deny

    /// How restrictive it is, 0 for the least.
    package var rank: Int {
        switch self {
        case .allow: 0
        case .justify: 1
        case .escalate: 2
        case .undetermined: 3
        case .deny: 4
        }
    }

    /// By restrictiveness.
    public static func < (left: Outcome, right: Outcome) -> Bool { left.rank < right.rank }
}
