extension ExactFraction {
    /// The sum; nil where it cannot be written with 128 bits.
    public func adding(_ other: ExactFraction) -> ExactFraction? {
        let (first, second) = (reduced, other.reduced)
        let (a, overflowA) = first.numerator.multipliedReportingOverflow(by: second.denominator)
        let (b, overflowB) = second.numerator.multipliedReportingOverflow(by: first.denominator)
        let (sum, overflowSum) = a.addingReportingOverflow(b)
        let (denominator, overflow) = first.denominator.multipliedReportingOverflow(by: second.denominator)
        guard !overflowA, !overflowB, !overflowSum, !overflow else { return nil }
        return ExactFraction(sum, over: denominator)?.reduced
    }

    /// The product with a decimal number; nil where it cannot be written with 128 bits.
    public func multiplied(by factor: ExactDecimal) -> ExactFraction? {
        let other = ExactFraction(factor).reduced
        let own = reduced
        let (numerator, overflowAbove) = own.numerator.multipliedReportingOverflow(by: other.numerator)
        let (denominator, overflowBelow) = own.denominator.multipliedReportingOverflow(by: other.denominator)
        return overflowAbove || overflowBelow ? nil : ExactFraction(numerator, over: denominator)
    }

    /// The greatest decimal number with at most so many digits after the point that is not above it; nil where that
    /// cannot be written.
    public func roundedDown(fractionDigits digits: Int) -> ExactDecimal? {
        var scaled = reduced
        for _ in 0..<digits {
            guard let tenfold = scaled.multiplied(by: Int128(10)) else { return nil }
            scaled = tenfold
        }
        let (quotient, rest) = scaled.numerator.quotientAndRemainder(dividingBy: scaled.denominator)
        let whole = rest < 0 ? quotient - 1 : quotient
        return Int64(exactly: whole).flatMap { ExactDecimal(mantissa: $0, scale: digits) }
    }
}
