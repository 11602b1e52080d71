/// How two values stand to each other; the raw values are bits, so that an operator is a mask of what it accepts.
enum Ordering: UInt8, Sendable {
    case less = 1
    case equal = 2
    case greater = 4

    /// How two comparable values stand.
    @inline(__always)
    static func of<Value: Comparable>(_ left: Value, _ right: Value) -> Ordering {
        left < right ? .less : (left == right ? .equal : .greater)
    }

    /// How they stand seen from the other side.
    var reversed: Ordering {
        switch self {
        case .less: .greater
        case .equal: .equal
        case .greater: .less
        }
    }
}
