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
    public var text: String {
        withUTF8 { text in text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }
    }

    /// Hands out the bytes of ``text``, made without memory of their own: mapped logs have several instants a row.
    func withUTF8<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        let (days, second) = local
        let (year, month, day) = ReportDate(daysSinceEpoch: days).civil
        var line = Line()
        line.append(year, 4, then: "-")
        line.append(month, 2, then: "-")
        line.append(day, 2, then: "T")
        line.append(second / 3600, 2, then: ":")
        line.append(second / 60 % 60, 2, then: ":")
        line.append(second % 60, 2)
        if nanoseconds > 0 {
            line.append(".")
            line.append(Int(nanoseconds), 9)
            line.removeZeros()
        }
        let minutes = minutesEast.magnitude
        if minutes == 0 {
            line.append("Z")
        } else {
            line.append(minutesEast < 0 ? "-" : "+")
            line.append(Int(minutes) / 60, 2, then: ":")
            line.append(Int(minutes) % 60, 2)
        }
        return body(line.bytes.span.extracting(first: line.count))
    }

    /// The longest text has 35 bytes.
    private struct Line {
        var bytes = InlineArray<36, UInt8>(repeating: 0)
        var count = 0

        mutating func append(_ scalar: Unicode.Scalar) {
            bytes[count] = UInt8(ascii: scalar)
            count += 1
        }

        mutating func append(_ number: Int, _ digitCount: Int) {
            var rest = UInt32(truncatingIfNeeded: number)
            for place in stride(from: count + digitCount - 1, through: count, by: -1) {
                bytes[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
            count += digitCount
        }

        mutating func append(_ number: Int, _ digitCount: Int, then separator: Unicode.Scalar) {
            append(number, digitCount)
            append(separator)
        }

        mutating func removeZeros() {
            while bytes[count - 1] == UInt8(ascii: "0") { count -= 1 }
        }
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
