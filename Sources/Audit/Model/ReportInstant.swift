/// An instant with the offset from UTC in which it is shown.
public struct ReportInstant: Hashable, Sendable {
    /// Whole seconds since 1970-01-01T00:00:00Z.
    public let seconds: Int64
    /// Nanoseconds past the second, 0 to 999,999,999.
    public let nanoseconds: Int32
    /// Seconds east of UTC, of the local time that is shown.
    public let offsetSeconds: Int32

    /// Makes an instant.
    ///
    /// - Parameters:
    ///   - seconds: since 1970-01-01T00:00:00Z.
    ///   - nanoseconds: past the second; moved into 0 to 999,999,999.
    ///   - offsetSeconds: east of UTC; moved into less than a day either way, and cut to whole minutes when shown.
    public init(seconds: Int64, nanoseconds: Int32 = 0, offsetSeconds: Int32 = 0) {
        // Whatever lies outside the years 0001 to 9999 (with a day to spare for the offset) cannot be written.
        self.seconds = min(max(seconds, -62_135_510_400), 253_402_214_400)
        self.nanoseconds = min(max(nanoseconds, 0), 999_999_999)
        self.offsetSeconds = min(max(offsetSeconds, -86_340), 86_340)
    }

    /// The date of the local time.
    public var date: ReportDate { ReportDate(daysSinceEpoch: local.days) }

    /// RFC 3339: `2026-11-20T09:14:03+01:00`; a fraction only where there is one, `Z` at offset 0.
    public var text: String { String(decoding: utf8, as: UTF8.self) }

    /// The bytes of ``text``, made without strings in between: mapped logs have several instants a row.
    var utf8: [UInt8] {
        let (days, second) = local
        let (year, month, day) = ReportDate(daysSinceEpoch: days).civil
        var utf8: [UInt8] = []
        utf8.reserveCapacity(35)
        func append(_ number: Int, _ digitCount: Int, then separator: Unicode.Scalar? = nil) {
            var divisor = (1..<digitCount).reduce(1) { product, _ in product * 10 }
            while divisor > 0 {
                utf8.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
                divisor /= 10
            }
            if let separator { utf8.append(UInt8(ascii: separator)) }
        }
        append(year, 4, then: "-")
        append(month, 2, then: "-")
        append(day, 2, then: "T")
        append(second / 3600, 2, then: ":")
        append(second / 60 % 60, 2, then: ":")
        append(second % 60, 2)
        if nanoseconds > 0 {
            utf8.append(UInt8(ascii: "."))
            append(Int(nanoseconds), 9)
            while utf8.last == UInt8(ascii: "0") { utf8.removeLast() }
        }
        guard minutesEast != 0 else { return utf8 + [UInt8(ascii: "Z")] }
        let minutes = abs(minutesEast)
        utf8.append(UInt8(ascii: minutesEast < 0 ? "-" : "+"))
        append(minutes / 60, 2, then: ":")
        append(minutes % 60, 2)
        return utf8
    }

    /// For people, in local time, to the minute: `2026-11-20 09:14`.
    public var shortText: String { date.text + " " + String(clockText.prefix(5)) }

    /// For people, in local time, to the second: `2026-11-20 09:14:03`.
    public var longText: String { date.text + " " + clockText }

    private var minutesEast: Int { Int(offsetSeconds) / 60 }

    private var local: (days: Int, secondOfDay: Int) {
        let shown = Int(seconds) + minutesEast * 60
        let days = shown >= 0 ? shown / 86_400 : (shown - 86_399) / 86_400
        return (days, shown - days * 86_400)
    }

    private var clockText: String {
        let second = local.secondOfDay
        return zeroPadded(second / 3600, 2) + ":" + zeroPadded(second / 60 % 60, 2) + ":" + zeroPadded(second % 60, 2)
    }
}
