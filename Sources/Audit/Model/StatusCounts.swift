public import RulebookEngine

/// How many findings there are of each status.
public struct StatusCounts: Hashable, Sendable {
    // Plain members: an array would cost an allocation for each standard, group and day.
    private var met = 0
    private var missed = 0
    private var discretion = 0
    private var excused = 0
    private var pending = 0
    private var undetermined = 0
    private var notApplicable = 0

    /// Makes counts that are all zero.
    public init() {}

    /// Makes counts from the statuses that are given; the others are zero.
    public init(_ counts: KeyValuePairs<FindingStatus, Int>) {
        for (status, count) in counts { self[status] += count }
    }

    /// The number of findings of a status.
    public subscript(status: FindingStatus) -> Int {
        get {
            switch status {
            case .met: met
            case .missed: missed
            case .discretion: discretion
            case .excused: excused
            case .pending: pending
            case .undetermined: undetermined
            case .notApplicable: notApplicable
            }
        }
        set {
            switch status {
            case .met: met = newValue
            case .missed: missed = newValue
            case .discretion: discretion = newValue
            case .excused: excused = newValue
            case .pending: pending = newValue
            case .undetermined: undetermined = newValue
            case .notApplicable: notApplicable = newValue
            }
        }
    }

    /// All findings, whatever their status.
    public var total: Int { FindingStatus.allCases.reduce(0) { $0 + self[$1] } }

    /// The findings that judge: met, discretion and missed.
    public var judged: Int { self[.met] + self[.discretion] + self[.missed] }

    /// Kept (met or within discretion) of all that was judged; nil where nothing was.
    public var compliance: ExactShare? { ExactShare(part: self[.met] + self[.discretion], whole: judged) }

    /// Adds the counts of another group.
    public static func += (left: inout StatusCounts, right: StatusCounts) {
        for status in FindingStatus.allCases { left[status] += right[status] }
    }
}
