/// An exact amount in one currency.
///
/// An amount that somebody writes has at most the digits of the currency's minor unit; a product such as 15 % of 10.01
/// may have more, and is kept exactly.
public struct Money: Hashable, Sendable {
    /// Why a text is not an amount.
    public enum ParsingError: Error, Hashable, Sendable {
        /// It is not a number, a space and a currency.
        case malformed
        /// The three letters are no currency in use.
        case unknownCurrency(String)
        /// It has more digits after the point than the currency's minor unit.
        case tooPrecise(allowed: Int)
        /// It is too large to count exactly.
        case outOfRange
    }

    /// How much.
    public let amount: ExactDecimal
    /// Of what.
    public let currency: Currency

    /// Makes an amount.
    public init(amount: ExactDecimal, currency: Currency) {
        self.amount = amount
        self.currency = currency
    }

    /// Makes an amount of minor units, such as cents.
    public init?(minorUnits: Int64, currency: Currency) {
        guard let amount = ExactDecimal(mantissa: minorUnits, scale: currency.fractionDigits) else { return nil }
        self.init(amount: amount, currency: currency)
    }

    /// Reads `12.50 EUR`: a plain number, one space, a currency of ISO 4217.
    public init(parsing text: String) throws(ParsingError) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 3 else { throw .malformed }
        guard let currency = Currency(code: String(parts[1])) else { throw .unknownCurrency(String(parts[1])) }
        try self.init(parsingAmount: String(parts[0]), currency: currency)
    }

    /// Reads a plain number as an amount of a currency known otherwise.
    public init(parsingAmount text: String, currency: Currency) throws(ParsingError) {
        guard Self.isPlainNumber(text) else { throw .malformed }
        guard let amount = ExactDecimal(parsing: text) else { throw .outOfRange }
        guard amount.fits(fractionDigits: currency.fractionDigits) else {
            throw .tooPrecise(allowed: currency.fractionDigits)
        }
        guard amount.units(fractionDigits: currency.fractionDigits) != nil else { throw .outOfRange }
        self.init(amount: amount, currency: currency)
    }

    /// Whether a text is an optional sign, digits, and optionally a point and digits, of any length.
    private static func isPlainNumber(_ text: String) -> Bool {
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return text.utf8.count - digits.count <= 1 && parts.count <= 2
            && parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            }
    }

    /// The amount in minor units, or nil where it is not a whole number of them.
    public var minorUnits: Int64? { amount.units(fractionDigits: currency.fractionDigits) }

    /// `12.50 EUR`.
    public var text: String { "\(amount.text(fractionDigitsMin: currency.fractionDigits)) \(currency.code)" }
}
