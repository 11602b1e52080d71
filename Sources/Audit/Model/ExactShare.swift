/// A part of a whole, kept as two integers and compared exactly.
public struct ExactShare: Hashable, Sendable {
    /// What counts, from 0 to the whole.
    public let part: Int
    /// What it is counted of, at least 1.
    public let whole: Int

    /// Makes a share; nil where there is no whole to be a part of, or the part does not lie in it.
    public init?(part: Int, whole: Int) {
        guard whole > 0, part >= 0, part <= whole else { return nil }
        self.part = part
        self.whole = whole
    }

    /// Tenths of a percent, 0 to 1,000, rounding half up; only the whole gives 1,000 and only nothing gives 0.
    ///
    /// So 99.96 % reads 99.9 and never hides the one that was missed, and 0.01 % reads 0.1.
    public var permille: Int {
        if part == whole { return 1000 }
        if part == 0 { return 0 }
        let rounded = (Int128(part) * 2000 + Int128(whole)) / (2 * Int128(whole))
        return min(max(Int(rounded), 1), 999)
    }

    /// The percentage with one decimal and a point, without a sign: `99.9`.
    public var percentText: String { "\(permille / 10).\(permille % 10)" }

    /// Whether this share is smaller than another, compared as fractions.
    public func isLess(than other: ExactShare) -> Bool {
        Int128(part) * Int128(other.whole) < Int128(other.part) * Int128(whole)
    }
}
