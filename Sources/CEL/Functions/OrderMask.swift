/// The orderings that an operator of comparison accepts.
struct OrderMask: Sendable {
    private let bits: UInt8

    /// The mask of an operator; one that compares nothing accepts nothing.
    init(_ symbol: CELOperator) {
        switch symbol {
        case .less: bits = Ordering.less.rawValue
        case .lessOrEqual: bits = Ordering.less.rawValue | Ordering.equal.rawValue
        case .greater: bits = Ordering.greater.rawValue
        case .greaterOrEqual: bits = Ordering.greater.rawValue | Ordering.equal.rawValue
        case .equal: bits = Ordering.equal.rawValue
        case .notEqual: bits = Ordering.less.rawValue | Ordering.greater.rawValue
        default: bits = 0
        }
    }

    /// Whether an ordering is accepted.
    @inline(__always)
    func contains(_ ordering: Ordering) -> Bool { bits & ordering.rawValue != 0 }
}
