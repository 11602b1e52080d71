package import RulebookEngine

extension FindingStatus {
    /// The position in the order of reports, from 0.
    package var index: Int {
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
