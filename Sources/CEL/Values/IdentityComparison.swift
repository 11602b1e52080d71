/// Tells identical values from others, part by part; what remains to be compared waits in an array, not on the stack.
struct IdentityComparison {
    /// Two containers whose comparison has begun: had they differed, the whole would have ended.
    private struct Pair: Hashable {
        let left: ObjectIdentifier
        let right: ObjectIdentifier
    }

    private enum Step {
        case decided(Bool)
        /// The values are the same when all of these are.
        case parts(PairedValues)
    }

    /// Once so many containers were compared, each further pair is remembered: content may be shared so many times
    /// over that walking through all of it would take forever.
    private static let unrememberedCountMax = 1_000

    private var containerCount = 0
    private var remembered: Set<Pair> = []

    /// Whether both are the same value of the same type.
    mutating func isSame(_ left: CELValue, _ right: CELValue) -> Bool {
        var pairs: PairedValues
        switch compare(left, right) {
        case .decided(let isSame): return isSame
        case .parts(let parts): pairs = parts
        }
        var waiting: [PairedValues] = []
        while true {
            while let (left, right) = pairs.next() {
                switch compare(left, right) {
                case .decided(true): break
                case .decided(false): return false
                case .parts(let parts):
                    if !pairs.isAtEnd { waiting.append(pairs) }
                    pairs = parts
                }
            }
            guard let next = waiting.popLast() else { return true }
            pairs = next
        }
    }

    private mutating func compare(_ left: CELValue, _ right: CELValue) -> Step {
        switch (left, right) {
        case (.list(let first), .list(let second)):
            isKnown(first, second) ? .decided(true) : compare(first.elements, second.elements)
        case (.map(let first), .map(let second)):
            isKnown(first, second) ? .decided(true) : compare(first.values, first.matchingValues(of: second))
        case (.record(let first), .record(let second)):
            isKnown(first, second)
                ? .decided(true) : compare(first.values, first.type.name == second.type.name ? second.values : nil)
        case (.optional(let first), .optional(let second)):
            isKnown(first, second)
                ? .decided(true) : compare(first.value.map { [$0] } ?? [], second.value.map { [$0] } ?? [])
        default: .decided(Self.isSameFlat(left, right))
        }
    }

    private func compare(_ left: [CELValue], _ right: [CELValue]?) -> Step {
        guard let right, left.count == right.count else { return .decided(false) }
        return .parts(PairedValues(left, right))
    }

    /// Whether two containers are one, or are being compared elsewhere.
    private mutating func isKnown(_ left: AnyObject, _ right: AnyObject) -> Bool {
        if left === right { return true }
        containerCount += 1
        guard containerCount > Self.unrememberedCountMax else { return false }
        return !remembered.insert(Pair(left: ObjectIdentifier(left), right: ObjectIdentifier(right))).inserted
    }

    /// Whether two values are the same of which one holds no others.
    static func isSameFlat(_ left: CELValue, _ right: CELValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.int(let left), .int(let right)): left == right
        case (.uint(let left), .uint(let right)): left == right
        case (.double(let left), .double(let right)):
            left.bitPattern == right.bitPattern || (left.isNaN && right.isNaN)
        case (.string(let left), .string(let right)): left == right
        case (.bytes(let left), .bytes(let right)): left == right
        case (.timestamp(let left), .timestamp(let right)): left == right
        case (.duration(let left), .duration(let right)): left == right
        case (.scalar(let left), .scalar(let right)): left == right
        case (.opaque(let left), .opaque(let right)): left == right
        case (.type(let left), .type(let right)): left == right
        case (.error(let left), .error(let right)): left == right
        case (.unknown(let left), .unknown(let right)): left == right
        default: false
        }
    }
}
