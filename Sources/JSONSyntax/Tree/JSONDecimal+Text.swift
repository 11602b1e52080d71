extension JSONDecimal {
    /// Makes a decimal of digits and a scale, in lowest terms.
    ///
    /// - Parameters:
    ///   - mantissa: the digits with the sign.
    ///   - scale: how many stand behind the point; nil is the result outside of 0 to ``scaleMax``.
    public init?(mantissa: Int64, scale: Int) {
        guard (0...JSONDecimal.scaleMax).contains(scale) else { return nil }
        var (mantissa, scale) = (mantissa, scale)
        while scale > 0, mantissa % 10 == 0 {
            mantissa /= 10
            scale -= 1
        }
        self.init(lowestTerms: mantissa, scale: scale)
    }

    /// The number in JSON's notation, without an exponent: `54.85`.
    public var text: String {
        guard scale > 0 else { return String(mantissa) }
        var digits = String(mantissa.magnitude)
        if digits.utf8.count <= scale {
            digits = String(repeating: "0", count: scale + 1 - digits.utf8.count) + digits
        }
        let point = digits.index(digits.endIndex, offsetBy: -scale)
        return (mantissa < 0 ? "-" : "") + digits[..<point] + "." + digits[point...]
    }
}
