/// What became of one standard at one event; the order of the cases is the order everywhere in a report.
public enum FindingStatus: String, CaseIterable, Hashable, Sendable {
    /// The standard was kept.
    case met
    /// The standard was not kept.
    case missed
    /// Past the policy, within somebody's discretion, with its reason or approval: no fault.
    case discretion
    /// A declared exception applied; listed, and counted in no total.
    case excused
    /// The clock is still open.
    case pending
    /// A fact is missing, and the finding names it.
    case undetermined
    /// The standard's scope did not hold.
    case notApplicable = "not_applicable"

    /// The position in the fixed order, from 0.
    public var index: Int {
        switch self {
        case .met: 0
        case .missed: 1
        case .discretion: 2
        case .excused: 3
        case .pending: 4
        case .undetermined: 5
        case .notApplicable: 6
        }
    }
}
