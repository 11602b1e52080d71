/// Numbers as text.
enum NumberText {
    /// The shortest text that reads back as the same double, without a point where it is whole.
    static func plain(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
        if value == 0 { return value.sign == .minus ? "-0" : "0" }
        let (digits, exponent) = shortestDigits(value.magnitude)
        let sign = value < 0 ? "-" : ""
        // The decimal point stands after the first digit times ten to the exponent.
        if exponent >= 21 || exponent < -6 {
            let fraction = digits.dropFirst()
            let power = (exponent < 0 ? "-" : "+") + (abs(exponent) < 10 ? "0" : "") + String(abs(exponent))
            return sign + digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction) + "e" + power
        }
        if exponent < 0 {
            return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
        }
        if digits.count <= exponent + 1 {
            return sign + digits + String(repeating: "0", count: exponent + 1 - digits.count)
        }
        return sign + digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
    }

    /// The shortest text that reads back as the same double, without an exponent however large or small it is.
    static func withoutExponent(_ value: Double) -> String {
        if value == 0 || !value.isFinite { return plain(value) }
        let (digits, exponent) = shortestDigits(value.magnitude)
        let sign = value < 0 ? "-" : ""
        if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
        let missing = exponent + 1 - digits.count
        if missing >= 0 { return sign + digits + String(repeating: "0", count: missing) }
        return sign + digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
    }

    /// The double as a literal of the language, where it has one.
    static func literal(_ value: Double) -> String {
        let text = plain(value)
        return value.isFinite && !text.contains(".") && !text.contains("e") ? text + ".0" : text
    }

    /// The significant digits, without zeros at either end, and the power of ten of the first.
    private static func shortestDigits(_ value: Double) -> (digits: String, exponent: Int) {
        let text = value.description
        let parts = text.split(separator: "e", maxSplits: 1)
        var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let mantissa = (parts.first ?? "0").split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let whole = mantissa.first ?? "0"
        let digits = String(whole) + (mantissa.count > 1 ? String(mantissa[1]) : "")
        exponent += whole.count - 1
        let leading = digits.prefix { $0 == "0" }.count
        exponent -= leading
        var significant = digits.dropFirst(leading)
        while significant.last == "0" { significant = significant.dropLast() }
        return (String(significant), exponent)
    }
}
