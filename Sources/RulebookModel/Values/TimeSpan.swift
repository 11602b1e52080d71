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

    /// The span as it is written in a rulebook, in hours, minutes and seconds: `1h 30min`, `8min 45.75s`.
    public var text: String { text(between: "") }

    /// The span as people read it: `1 h 30 min`, `8 min 45.75 s`.
    public var words: String { text(between: " ") }

    private func text(between space: String) -> String {
        if nanoseconds == 0 { return "0\(space)s" }
        let minutes = nanoseconds.magnitude / 60_000_000_000
        // What is left is less than a minute, so that it always has a decimal number.
        let seconds = ExactDecimal(mantissa: Int64(clamping: nanoseconds.magnitude % 60_000_000_000), scale: 9)
        var parts: [String] = []
        if minutes >= 60 { parts.append("\(minutes / 60)\(space)h") }
        if minutes % 60 > 0 { parts.append("\(minutes % 60)\(space)min") }
        if let seconds, seconds > ExactDecimal(0) { parts.append("\(seconds.text())\(space)s") }
        return (nanoseconds < 0 ? "-" : "") + parts.joined(separator: " ")
    }
}
