/// An exact decimal: `mantissa` divided by ten to the power of `scale`, in lowest terms.
///
/// Lowest terms make equal numbers equal values: `54.850` is 5485 with scale 2, and `1e3` is 1000 with scale 0.
public struct JSONDecimal: Sendable, Hashable {
    /// The digits with the sign.
    public let mantissa: Int64
    /// How many of the digits stand behind the decimal point, from 0 to ``scaleMax``.
    public let scale: Int

    /// The largest scale, so that ten to its power fits 64 bits.
    public static let scaleMax = 18

    /// Reads a number in JSON's notation; nil where it has more digits or a larger scale than fit.
    ///
    /// - Parameter text: the number and nothing else; any other text gives nil.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard NumberScan.isNumber(bytes.span) else { return nil }
        self.init(validated: bytes.span)
    }

    init(lowestTerms mantissa: Int64, scale: Int) {
        self.mantissa = mantissa
        self.scale = scale
    }

    /// Reads bytes that are known to be a number.
    init?(validated bytes: Span<UInt8>) {
        let isNegative = bytes[0] == UInt8(ascii: "-")
        var magnitude: UInt64 = 0
        // Zeros are held back until a digit follows, so that trailing ones cost no precision.
        var zeroCount = 0
        var exponent = 0
        var isFraction = false
        var offset = isNegative ? 1 : 0
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            if byte == UInt8(ascii: ".") {
                isFraction = true
                continue
            }
            if byte | 0x20 == UInt8(ascii: "e") { break }
            if isFraction { exponent -= 1 }
            if byte == UInt8(ascii: "0") {
                if magnitude != 0 { zeroCount += 1 }
                continue
            }
            guard let shifted = JSONDecimal.multiplied(magnitude, byTenTo: zeroCount + 1) else { return nil }
            let (sum, overflow) = shifted.addingReportingOverflow(UInt64(byte - UInt8(ascii: "0")))
            if overflow { return nil }
            magnitude = sum
            zeroCount = 0
        }
        guard magnitude != 0 else {
            (mantissa, scale) = (0, 0)
            return
        }
        exponent += zeroCount + JSONDecimal.exponent(bytes, from: offset)
        guard exponent >= -JSONDecimal.scaleMax,
            let whole = JSONDecimal.multiplied(magnitude, byTenTo: max(exponent, 0))
        else { return nil }
        guard let signed = isNegative ? Int64(exactly: -Int128(whole)) : Int64(exactly: whole) else { return nil }
        (mantissa, scale) = (signed, max(-exponent, 0))
    }

    /// The exponent behind the `e`; one past any use stands for all larger ones.
    private static func exponent(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var exponent = 0
        var isNegative = false
        for offset in start..<max(start, bytes.count) {
            switch bytes[offset] {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "+"): break
            default: exponent = min(exponent * 10 + Int(bytes[offset] - UInt8(ascii: "0")), 1 << 40)
            }
        }
        return isNegative ? -exponent : exponent
    }

    private static func multiplied(_ magnitude: UInt64, byTenTo power: Int) -> UInt64? {
        if magnitude == 0 { return 0 }
        guard power < 20 else { return nil }
        var product = magnitude
        for _ in 0..<power {
            let (next, overflow) = product.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            product = next
        }
        return product
    }
}
