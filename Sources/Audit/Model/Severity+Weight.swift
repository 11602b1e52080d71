public import RulebookModel

extension Severity {
    /// The weight of a finding of a minor standard.
    public static let minorWeight = 1
    /// The weight of a finding of a major standard.
    public static let majorWeight = 3
    /// The weight of a finding of a critical standard.
    public static let criticalWeight = 10

    /// The weight of one finding in a score.
    public var weight: Int {
        switch self {
        case .minor: Self.minorWeight
        case .major: Self.majorWeight
        case .critical: Self.criticalWeight
        }
    }
}
