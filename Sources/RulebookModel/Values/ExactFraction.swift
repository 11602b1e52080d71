/// A number as one integer over another, without rounding: what a mean or a share comes to.
public struct ExactFraction: Sendable {
    /// The number above the line, with its sign.
    public let numerator: Int128
    /// The number below the line, at least 1.
    public let denominator: Int128

    /// Makes a fraction; nil where nothing, or less, stands below the line.
    public init?(_ numerator: Int128, over denominator: Int128) {
        guard denominator > 0 else { return nil }
        self.numerator = numerator
        self.denominator = denominator
    }

    /// A decimal number.
    public init(_ number: ExactDecimal) {
        numerator = Int128(number.mantissa)
        denominator = Self.power(Int(number.scale))
    }

    /// The same number with the least integers.
    public var reduced: ExactFraction {
        var (a, b) = (numerator.magnitude, denominator.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        guard a > 1, let divisor = Int128(exactly: a) else { return self }
        return ExactFraction(numerator / divisor, over: denominator / divisor) ?? self
    }

    /// The quotient; nil where the other is not above nothing, or the result cannot be written with 128 bits.
    public func divided(by other: ExactFraction) -> ExactFraction? {
        let (first, second) = (reduced, other.reduced)
        // Crosswise, so that what cancels out does so before it is multiplied.
        guard other.numerator > 0,
            let above = ExactFraction(first.numerator, over: second.numerator)?.reduced,
            let below = ExactFraction(second.denominator, over: first.denominator)?.reduced
        else { return nil }
        let (numerator, overflowAbove) = above.numerator.multipliedReportingOverflow(by: below.numerator)
        let (denominator, overflowBelow) = above.denominator.multipliedReportingOverflow(by: below.denominator)
        return overflowAbove || overflowBelow ? nil : ExactFraction(numerator, over: denominator)
    }

    /// A number of times as much; nil where it cannot be written with 128 bits.
    public func multiplied(by factor: Int128) -> ExactFraction? {
        let (numerator, overflow) = numerator.multipliedReportingOverflow(by: factor)
        return overflow ? nil : ExactFraction(numerator, over: denominator)
    }

    /// The decimal number with at most so many digits after the point that lies nearest, half away from nothing; fewer
    /// digits where the number has no room for all of them, and nil where it has none for the whole.
    public func rounded(fractionDigits: Int) -> ExactDecimal? {
        for digits in stride(from: min(fractionDigits, ExactDecimal.scaleMax), through: 0, by: -1) {
            if let number = nearest(fractionDigits: digits) { return number }
        }
        return nil
    }

    private func nearest(fractionDigits digits: Int) -> ExactDecimal? {
        let divisor = denominator.magnitude
        var (whole, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
        for _ in 0..<digits {
            let (shifted, overflow) = rest.multipliedReportingOverflow(by: 10)
            let (ten, isTooLarge) = whole.multipliedReportingOverflow(by: 10)
            guard !overflow, !isTooLarge else { return nil }
            let (digit, left) = shifted.quotientAndRemainder(dividingBy: divisor)
            whole = ten + digit
            rest = left
        }
        if rest >= divisor - rest { whole += 1 }
        guard whole <= UInt128(UInt64.max) else { return nil }
        return ExactDecimal(wide: numerator < 0 ? -Int128(whole) : Int128(whole), scale: digits)
    }

    private static func power(_ exponent: Int) -> Int128 {
        var result: Int128 = 1
        for _ in 0..<exponent { result *= 10 }
        return result
    }
}

extension ExactFraction: Comparable {
    /// By value, crosswise and with as many bits as that takes.
    public static func < (left: ExactFraction, right: ExactFraction) -> Bool {
        let isNegative = left.numerator < 0
        guard isNegative == (right.numerator < 0) else { return isNegative }
        let (first, second) = products(left, right)
        return isNegative ? first > second : first < second
    }

    /// By value: two fourths are a half.
    public static func == (left: ExactFraction, right: ExactFraction) -> Bool {
        let (first, second) = products(left, right)
        return (left.numerator < 0) == (right.numerator < 0) && first == second
    }

    private static func products(
        _ left: ExactFraction, _ right: ExactFraction
    ) -> ((high: UInt128, low: UInt128), (high: UInt128, low: UInt128)) {
        let first = left.numerator.magnitude.multipliedFullWidth(by: right.denominator.magnitude)
        let second = right.numerator.magnitude.multipliedFullWidth(by: left.denominator.magnitude)
        return ((first.high, first.low), (second.high, second.low))
    }
}
