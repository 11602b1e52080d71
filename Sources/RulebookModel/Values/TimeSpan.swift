/// A length of time as people write it in a rulebook: `60s`, `10 min`, `2 h`, `1h 30min`.
///
/// These units compare instants. Days, weeks and months compare dates, which is another thing, and belong to limits and
/// windows: `7d` is refused with advice.
public struct TimeSpan: Hashable, Sendable {
    /// Why a text is not a length of time.
    public enum ParsingError: Error, Hashable, Sendable {
        /// It is not numbers with units.
        case malformed
        /// A unit of dates, such as `d` or `days`.
        case calendarUnit(String)
        /// An unknown unit.
        case unknownUnit(String)
        /// More than 292 years.
        case outOfRange
        /// Finer than a nanosecond.
        case tooFine
    }

    /// The length.
    public let nanoseconds: Int64

    /// Makes a span of nanoseconds.
    public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    /// Reads one or several numbers with the units `ms`, `s`, `min`, `h`, in any spacing.
    public init(parsing text: String) throws(ParsingError) {
        var total: Int64 = 0
        var rest = Substring(text)
        guard !text.isEmpty else { throw .malformed }
        while !rest.isEmpty {
            let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            guard let value = ExactDecimal(parsing: number) else { throw .malformed }
            rest = rest.dropFirst(number.count).drop { $0 == " " }
            let unit = rest.prefix { $0.isASCII && $0.isLetter }
            rest = rest.dropFirst(unit.count).drop { $0 == " " }
            guard let length = Self.units[String(unit)] else {
                if Self.calendarUnits.contains(String(unit)) { throw .calendarUnit(String(unit)) }
                throw unit.isEmpty ? .malformed : .unknownUnit(String(unit))
            }
            guard let product = value.multiplied(by: ExactDecimal(length)) else {
                throw value.scale > 0 ? .tooFine : .outOfRange
            }
            guard let part = product.units(fractionDigits: 0) else { throw .tooFine }
            let (sum, overflow) = total.addingReportingOverflow(part)
            guard !overflow else { throw .outOfRange }
            total = sum
        }
        self.nanoseconds = total
    }

    private static let units: [String: Int64] = [
        "ms": 1_000_000, "s": 1_000_000_000, "min": 60_000_000_000, "h": 3_600_000_000_000,
    ]
    private static let calendarUnits: Set<String> = [
        "d", "day", "days", "w", "week", "weeks", "month", "months", "year", "years",
    ]

    /// The span in the largest units that need no fraction: `1h 30min`, `90s`, `1.5s`.
    public var text: String {
        if nanoseconds == 0 { return "0s" }
        let sign = nanoseconds < 0 ? "-" : ""
        let seconds = nanoseconds.magnitude / 1_000_000_000
        let fraction = nanoseconds.magnitude % 1_000_000_000
        if fraction != 0 {
            let number = ExactDecimal(mantissa: Int64(clamping: nanoseconds.magnitude), scale: 9)
            return sign + (number?.text() ?? String(seconds)) + "s"
        }
        let parts: [(UInt64, String)] = [(seconds / 3600, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s")]
        return sign + parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined(separator: " ")
    }
}
