import RulebookModel

/// How a language writes numbers (Unicode CLDR 46, numbers).
struct NumberMarks: Sendable {
    /// Between whole and fraction.
    let decimal: String
    /// Between groups of three digits.
    let group: String
    /// From how many digits before the decimal mark on groups are set apart.
    let groupedFrom: Int
    /// Between a percentage and its sign.
    let percentSpace: String
    /// Whether a currency stands before its amount.
    let currencyFirst: Bool

    /// A number in the language's form.
    func text(_ number: ExactDecimal, fractionDigitsMin: Int = 0) -> String {
        let plain = number.text(fractionDigitsMin: fractionDigitsMin)
        let isNegative = plain.hasPrefix("-")
        let parts = plain.drop { $0 == "-" }.split(separator: ".")
        var whole = ""
        for (offset, digit) in parts[0].enumerated() {
            let rest = parts[0].count - offset
            if offset > 0, rest % 3 == 0, parts[0].count >= groupedFrom { whole += group }
            whole.append(digit)
        }
        let fraction = parts.count > 1 ? decimal + parts[1] : ""
        return (isNegative ? "−" : "") + whole + fraction
    }

    /// A whole number in the language's form.
    func text(_ number: Int) -> String { text(ExactDecimal(Int64(number))) }

    /// An amount with its currency's code; whole amounts stand without a fraction.
    func text(_ money: Money) -> String {
        let isWhole = money.amount.scale == 0
        let number = text(money.amount, fractionDigitsMin: isWhole ? 0 : money.currency.fractionDigits)
        // A no-break space keeps the currency with its number.
        return currencyFirst ? "\(money.currency.code)\u{A0}\(number)" : "\(number)\u{A0}\(money.currency.code)"
    }

    /// A percentage.
    func text(_ percent: Percent) -> String { "\(text(percent.points))\(percentSpace)%" }
}
