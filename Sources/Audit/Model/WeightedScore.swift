public import RulebookEngine
public import RulebookModel

/// A score in which severe standards weigh more: the weights kept over the weights judged, exactly.
public struct WeightedScore: Hashable, Sendable {
    /// The sum of the weights of what was met or within discretion.
    public private(set) var kept = 0
    /// The sum of the weights of what was met, within discretion or missed.
    public private(set) var judged = 0

    /// Makes the score of nothing yet.
    public init() {}

    /// Adds findings of one status of a standard; statuses that do not judge add nothing.
    public mutating func add(_ status: FindingStatus, severity: Severity, count: Int = 1) {
        switch status {
        case .met, .discretion:
            kept += severity.weight * count
            judged += severity.weight * count
        case .missed:
            judged += severity.weight * count
        case .excused, .pending, .undetermined, .notApplicable:
            break
        }
    }

    /// Adds the score of another group.
    static func += (left: inout WeightedScore, right: WeightedScore) {
        left.kept += right.kept
        left.judged += right.judged
    }

    /// The score; nil where nothing was judged.
    public var share: ExactShare? { ExactShare(part: kept, whole: judged) }
}
