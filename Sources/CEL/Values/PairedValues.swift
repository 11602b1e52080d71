/// Two rows of as many values, gone through in pairs.
struct PairedValues {
    private let left: [CELValue]
    private let right: [CELValue]
    private var position = 0

    /// - Precondition: both have the same length.
    init(_ left: [CELValue], _ right: [CELValue]) {
        self.left = left
        self.right = right
    }

    /// Whether all pairs were taken.
    var isAtEnd: Bool { position >= left.count }

    /// The next pair, or nil at the end.
    mutating func next() -> (CELValue, CELValue)? {
        guard position < left.count, position < right.count else { return nil }
        defer { position += 1 }
        return (left[position], right[position])
    }
}
