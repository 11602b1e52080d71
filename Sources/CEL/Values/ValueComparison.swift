/// Compares values as the language does: numbers on one line, other types only with themselves.
///
/// Content may be shared many times over, so that a small value can take forever to walk through; the steps are
/// therefore counted.
struct ValueComparison {
    /// The steps that a comparison may take where no evaluation sets a tighter limit.
    static let stepCountMax = 1_000_000

    /// How many more steps may be taken.
    var stepsLeft: Int

    /// Whether two values are equal: different types never are, numbers by what they are, NaN not even to itself.
    ///
    /// Unknown parts make the answer unknown unless a known part already differs. Values may be nested to any depth:
    /// what remains to be compared waits in an array, not on the stack.
    mutating func equal(_ left: CELValue, _ right: CELValue) -> CELTruth {
        var pairs: PairedValues
        switch Self.compare(left, right) {
        case .decided(let truth): return truth
        case .parts(let parts): pairs = parts
        }
        var waiting: [PairedValues] = []
        var undecided = CELTruth.true
        while true {
            while let (left, right) = pairs.next() {
                stepsLeft -= 1
                guard stepsLeft > 0 else { return .error(CELError(.limitExceeded, "there is too much to compare")) }
                switch Self.compare(left, right) {
                case .decided(.true): break
                case .decided(.false): return .false
                case .decided(let truth): undecided = undecided.conjoined(with: truth)
                case .parts(let parts):
                    if !pairs.isAtEnd { waiting.append(pairs) }
                    pairs = parts
                }
            }
            guard let next = waiting.popLast() else { return undecided }
            pairs = next
        }
    }

    private enum Step {
        case decided(CELTruth)
        /// The values are equal when all of these are.
        case parts(PairedValues)
    }

    private static func compare(_ left: CELValue, _ right: CELValue) -> Step {
        switch (left, right) {
        case (.unknown(let left), .unknown(let right)): return .decided(.unknown(left.merging(right)))
        case (.unknown(let unknown), _), (_, .unknown(let unknown)): return .decided(.unknown(unknown))
        case (.error(let error), _), (_, .error(let error)): return .decided(.error(error))
        case (.list(let left), .list(let right)): return compare(left.elements, right.elements)
        case (.map(let left), .map(let right)):
            if let openness = left.openness ?? right.openness { return .decided(.unknown(openness)) }
            guard let values = left.comparableValues(of: right) else { return .decided(.false) }
            return compare(left.values, values)
        case (.record(let left), .record(let right)):
            if left === right { return .decided(.true) }
            guard left.type.name == right.type.name else { return .decided(.false) }
            let (first, second) = (left.values, right.values)
            if let identity = left.type.identityIndex, first.count == second.count {
                return compare([first[identity]], [second[identity]])
            }
            return compare(first, second)
        case (.optional(let left), .optional(let right)):
            return compare(left.value.map { [$0] } ?? [], right.value.map { [$0] } ?? [])
        default: return .decided(CELTruth(flatEqual(left, right)))
        }
    }

    private static func compare(_ left: [CELValue], _ right: [CELValue]) -> Step {
        left.count == right.count ? .parts(PairedValues(left, right)) : .decided(.false)
    }

    /// Whether two values without parts are equal.
    static func flatEqual(_ left: CELValue, _ right: CELValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.int(let left), .int(let right)): left == right
        case (.uint(let left), .uint(let right)): left == right
        case (.double(let left), .double(let right)): left == right
        case (.int(let left), .uint(let right)), (.uint(let right), .int(let left)):
            NumberLine.order(left, right) == .equal
        case (.int(let left), .double(let right)), (.double(let right), .int(let left)):
            NumberLine.order(left, right) == .equal
        case (.uint(let left), .double(let right)), (.double(let right), .uint(let left)):
            NumberLine.order(left, right) == .equal
        case (.string(let left), .string(let right)): left == right
        case (.bytes(let left), .bytes(let right)): left == right
        case (.timestamp(let left), .timestamp(let right)): left == right
        case (.duration(let left), .duration(let right)): left == right
        case (.scalar(let left), .scalar(let right)): left == right
        case (.opaque(let left), .opaque(let right)): left == right
        case (.type(let left), .type(let right)): left == right
        default: false
        }
    }

    /// What the order of two values is known to be.
    enum Order {
        case ordered(Ordering)
        /// One of them is no number: every comparison is false.
        case unordered
        /// Values of these types have no order.
        case incomparable
    }

    /// How two values of the language's own types stand to each other.
    static func order(_ left: CELValue, _ right: CELValue) -> Order {
        switch (left, right) {
        case (.bool(let left), .bool(let right)): .ordered(.of(left ? 1 : 0, right ? 1 : 0))
        case (.int(let left), .int(let right)): .ordered(.of(left, right))
        case (.uint(let left), .uint(let right)): .ordered(.of(left, right))
        case (.double(let left), .double(let right)): Order(NumberLine.order(left, right))
        case (.int(let left), .uint(let right)): .ordered(NumberLine.order(left, right))
        case (.uint(let left), .int(let right)): .ordered(NumberLine.order(right, left).reversed)
        case (.int(let left), .double(let right)): Order(NumberLine.order(left, right))
        case (.double(let left), .int(let right)): Order(NumberLine.order(right, left)?.reversed)
        case (.uint(let left), .double(let right)): Order(NumberLine.order(left, right))
        case (.double(let left), .uint(let right)): Order(NumberLine.order(right, left)?.reversed)
        case (.string(let left), .string(let right)): .ordered(left === right ? .equal : .of(left, right))
        case (.bytes(let left), .bytes(let right)): .ordered(.of(left, right))
        case (.timestamp(let left), .timestamp(let right)): .ordered(.of(left, right))
        case (.duration(let left), .duration(let right)): .ordered(.of(left, right))
        default: .incomparable
        }
    }
}

extension ValueComparison.Order {
    init(_ ordering: Ordering?) {
        self = ordering.map(Self.ordered) ?? .unordered
    }
}

extension CELValue {
    /// Whether the language calls both equal; unknown where an unknown part decides.
    public func equals(_ other: CELValue) -> CELTruth {
        var comparison = ValueComparison(stepsLeft: ValueComparison.stepCountMax)
        return comparison.equal(self, other)
    }
}
