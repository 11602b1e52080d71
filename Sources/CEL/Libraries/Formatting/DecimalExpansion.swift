/// A double as the decimal number that it is, to the last digit: every double has an end in decimals.
///
/// So texts of any precision are rounded once, exactly: half to even, as IEEE 754 and C do.
struct DecimalExpansion: Hashable, Sendable {
    /// The digits 0 to 9 from the first that is not zero; empty for zero.
    private(set) var digits: [UInt8]
    /// How many of the digits stand before the point; below zero where zeros follow the point first.
    private(set) var wholeDigitCount: Int

    /// Expands the magnitude of a double; one that is no number or infinite counts as zero.
    init(_ value: Double) {
        guard value.isFinite, value != 0 else {
            self.digits = []
            self.wholeDigitCount = 0
            return
        }
        // The value is a whole number times two to the exponent.
        var whole = value.magnitude.significandBitPattern
        var exponent = -1_074
        if value.isNormal {
            whole |= 1 << 52
            exponent = Int(value.exponent) - 52
        }
        exponent += whole.trailingZeroBitCount
        whole >>= UInt64(whole.trailingZeroBitCount)
        var number = BigDigits(whole)
        // Below one, two to the minus n is five to the n over ten to the n.
        number.multiply(by: exponent < 0 ? 5 : 2, times: exponent.magnitude)
        self.digits = number.decimalDigits
        self.wholeDigitCount = digits.count + min(exponent, 0)
    }

    /// The double with so many digits after the point.
    static func fixed(_ value: Double, fractionDigitCount: Int) -> String {
        let expansion = DecimalExpansion(value)
        let rounded = expansion.rounded(digitCount: expansion.wholeDigitCount + fractionDigitCount)
        var text: [UInt8] = value.sign == .minus ? [0x2D] : []
        if rounded.wholeDigitCount <= 0 { text.append(0x30) }
        for position in 0..<max(0, rounded.wholeDigitCount) { text.append(rounded.digit(at: position)) }
        if fractionDigitCount > 0 {
            text.append(0x2E)
            let start = rounded.wholeDigitCount
            for position in start..<start + fractionDigitCount { text.append(rounded.digit(at: position)) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The double with one digit before the point, so many after it, and a power of ten of two digits at least.
    static func scientific(_ value: Double, fractionDigitCount: Int) -> String {
        let rounded = DecimalExpansion(value).rounded(digitCount: fractionDigitCount + 1)
        var text: [UInt8] = value.sign == .minus ? [0x2D] : []
        text.append(rounded.digit(at: 0))
        if fractionDigitCount > 0 {
            text.append(0x2E)
            for position in 1...fractionDigitCount { text.append(rounded.digit(at: position)) }
        }
        let power = rounded.digits.isEmpty ? 0 : rounded.wholeDigitCount - 1
        return String(decoding: text, as: UTF8.self) + (power < 0 ? "e-" : "e+") + (abs(power) < 10 ? "0" : "")
            + String(abs(power))
    }

    /// The character of the digit at a position counted from the first digit; zero outside of those that are kept.
    private func digit(at position: Int) -> UInt8 {
        digits.indices.contains(position) ? 0x30 + digits[position] : 0x30
    }

    /// Keeps the first so many digits, the last of them rounded.
    private func rounded(digitCount: Int) -> DecimalExpansion {
        var result = self
        guard digitCount < digits.count else { return result }
        guard digitCount >= 0 else {
            result.digits = []
            result.wholeDigitCount = 0
            return result
        }
        let next = digits[digitCount]
        let isTie = next == 5 && digits[(digitCount + 1)...].allSatisfy { $0 == 0 }
        let isOdd = digitCount > 0 && digits[digitCount - 1] & 1 == 1
        result.digits.removeLast(digits.count - digitCount)
        guard isTie ? isOdd : next >= 5 else {
            if result.digits.isEmpty { result.wholeDigitCount = 0 }
            return result
        }
        while result.digits.last == 9 { result.digits.removeLast() }
        if let last = result.digits.popLast() {
            result.digits.append(last + 1)
        } else {
            result.digits = [1]
            result.wholeDigitCount += 1
        }
        return result
    }
}
