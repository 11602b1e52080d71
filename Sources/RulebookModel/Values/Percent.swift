/// An exact share of a hundred.
public struct Percent: Hashable, Sendable, Comparable {
    /// The number before the sign: 12.5 for 12.5 %.
    public let points: ExactDecimal

    /// Makes a percentage of its points.
    public init(points: ExactDecimal) { self.points = points }

    /// Reads `15%`, `15 %` or `12.5%`; nil where the text is something else.
    public init?(parsing text: String) {
        guard text.hasSuffix("%") else { return nil }
        var number = text.dropLast()
        if number.hasSuffix(" ") { number = number.dropLast() }
        guard let points = ExactDecimal(parsing: number) else { return nil }
        self.points = points
    }

    /// The fraction that multiplies: 0.15 for 15 %.
    public var fraction: ExactDecimal? { ExactDecimal(mantissa: points.mantissa, scale: Int(points.scale) + 2) }

    /// `12.5%`.
    public var text: String { points.text() + "%" }

    /// By value.
    public static func < (left: Percent, right: Percent) -> Bool { left.points < right.points }
}
