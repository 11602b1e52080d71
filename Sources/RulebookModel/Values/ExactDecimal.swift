/// A decimal number without rounding: a 64-bit mantissa and a power of ten.
///
/// The value is `mantissa × 10^(−scale)`, with trailing zeros removed, so that equal numbers have equal parts.
/// Arithmetic that does not fit gives nil; nothing is ever rounded.
public struct ExactDecimal: Hashable, Sendable, Comparable {
    /// The most digits after the point.
    public static let scaleMax = 18

    /// The digits, with their sign.
    public let mantissa: Int64
    /// How many of the digits stand after the point, 0 to ``scaleMax``.
    public let scale: UInt8

    /// A whole number.
    public init(_ value: Int64) {
        self.mantissa = value
        self.scale = 0
    }

    /// Makes a number from parts that may have trailing zeros; nil where the result does not fit.
    public init?(mantissa: Int64, scale: Int) {
        self.init(wide: Int128(mantissa), scale: scale)
    }

    init?(wide: Int128, scale: Int) {
        var wide = wide
        // Nought has no digits, whatever the scale; the loops below would run through all of it.
        var scale = wide == 0 ? 0 : scale
        while scale > 0, wide % 10 == 0 {
            wide /= 10
            scale -= 1
        }
        while scale < 0 {
            let (product, overflow) = wide.multipliedReportingOverflow(by: 10)
            guard !overflow, Int64(exactly: product) != nil else { return nil }
            wide = product
            scale += 1
        }
        guard scale <= Self.scaleMax, let mantissa = Int64(exactly: wide) else { return nil }
        self.mantissa = mantissa
        self.scale = UInt8(scale)
    }

    /// Reads `-12.50`: an optional sign, digits, and optionally a point and digits. No exponent, no separators.
    public init?(parsing text: some StringProtocol) {
        var wide: Int128 = 0
        var scale = 0
        var digits = 0
        var afterPoint = false
        var negative = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where index == 0: negative = true
            case UInt8(ascii: "+") where index == 0: break
            case UInt8(ascii: ".") where !afterPoint && digits > 0: afterPoint = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                wide = wide * 10 + Int128(byte - UInt8(ascii: "0"))
                digits += 1
                if afterPoint { scale += 1 }
                guard digits <= 36 else { return nil }
            default: return nil
            }
        }
        guard digits > 0, !(afterPoint && scale == 0) else { return nil }
        self.init(wide: negative ? -wide : wide, scale: scale)
    }

    private static func power(_ exponent: Int) -> Int128 {
        var result: Int128 = 1
        for _ in 0..<exponent { result *= 10 }
        return result
    }

    private func widened(to scale: Int) -> Int128 { Int128(mantissa) * Self.power(scale - Int(self.scale)) }

    /// The sum, or nil where it does not fit.
    public func adding(_ other: ExactDecimal) -> ExactDecimal? {
        let scale = max(Int(scale), Int(other.scale))
        return ExactDecimal(wide: widened(to: scale) + other.widened(to: scale), scale: scale)
    }

    /// The difference, or nil where it does not fit.
    public func subtracting(_ other: ExactDecimal) -> ExactDecimal? {
        let scale = max(Int(scale), Int(other.scale))
        return ExactDecimal(wide: widened(to: scale) - other.widened(to: scale), scale: scale)
    }

    /// The product, or nil where it does not fit.
    public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
        ExactDecimal(wide: Int128(mantissa) * Int128(other.mantissa), scale: Int(scale) + Int(other.scale))
    }

    /// The number with the opposite sign, or nil for the one mantissa that has none.
    public var negated: ExactDecimal? { ExactDecimal(wide: -Int128(mantissa), scale: Int(scale)) }

    /// Whether this number is a whole multiple of `10^(−digits)`.
    public func fits(fractionDigits digits: Int) -> Bool { Int(scale) <= digits }

    /// The number in units of `10^(−digits)`, or nil where it has more digits or does not fit.
    public func units(fractionDigits digits: Int) -> Int64? {
        guard fits(fractionDigits: digits), digits <= Self.scaleMax else { return nil }
        return Int64(exactly: widened(to: digits))
    }

    /// By value.
    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        let scale = max(Int(left.scale), Int(right.scale))
        return left.widened(to: scale) < right.widened(to: scale)
    }

    /// The number in plain digits with at least the given digits after the point, of which there are at most
    /// ``scaleMax``.
    public func text(fractionDigitsMin digits: Int = 0) -> String {
        let shown = max(min(digits, Self.scaleMax), Int(scale))
        let wide = widened(to: shown)
        var text = String(wide.magnitude)
        if shown > 0 {
            if text.count <= shown { text = String(repeating: "0", count: shown + 1 - text.count) + text }
            text.insert(".", at: text.index(text.endIndex, offsetBy: -shown))
        }
        return wide < 0 ? "-" + text : text
    }
}
