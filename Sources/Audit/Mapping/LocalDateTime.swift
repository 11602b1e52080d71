import CEL
import RulebookModel

/// A date and time as a log writes it: by a clock on a wall, perhaps with its offset from UTC.
struct LocalDateTime {
    let date: CivilDate
    /// Seconds since midnight, 0 to 86,399.
    let secondOfDay: Int
    /// The fraction of the second.
    let nanoseconds: Int32
    /// Seconds east of UTC, where the text says it.
    let offsetSeconds: Int?

    /// Makes a time of its parts; nil where there is no such day or time.
    init?(
        year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int, nanoseconds: Int32 = 0,
        offsetSeconds: Int? = nil
    ) {
        guard year >= 1, hour < 24, minute < 60, second < 60,
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        self.date = date
        secondOfDay = hour * 3600 + minute * 60 + second
        self.nanoseconds = nanoseconds
        self.offsetSeconds = offsetSeconds
    }

    /// Reads a whole number of seconds, or of a part of them, since the beginning of 1970 in UTC.
    init?(since1970 text: Span<UInt8>, unitsPerSecond: Int) {
        guard let (seconds, nanoseconds) = Self.count(since1970: text, unitsPerSecond: unitsPerSecond) else {
            return nil
        }
        let date = CivilDate(daysSince1970: seconds / 86_400)
        let rest = seconds % 86_400
        self.init(
            year: date.year, month: date.month, day: date.day, hour: rest / 3600, minute: rest / 60 % 60,
            second: rest % 60, nanoseconds: nanoseconds, offsetSeconds: 0)
    }

    /// The seconds since the beginning of 1970 in UTC that a text counts.
    static func count(since1970 text: Span<UInt8>, unitsPerSecond: Int) -> (seconds: Int, nanoseconds: Int32)? {
        var scan = DigitScan()
        guard let count = scan.number(1...15, in: text), scan.position == text.count else { return nil }
        let seconds = count / unitsPerSecond
        // What a report can show, with a day to spare for an offset: see `ReportInstant`.
        guard seconds < 253_402_214_400 else { return nil }
        return (seconds, Int32(count % unitsPerSecond * (1_000_000_000 / unitsPerSecond)))
    }

    /// Reads a date and time of ISO 8601 with hyphens and colons: `2015-01-01T00:25:23`, the seconds and a fraction of
    /// them optional, a space in place of the `T` allowed, and `Z`, `+01`, `+0100` or `+01:00` behind it where known.
    init?(iso text: Span<UInt8>) {
        var scan = DigitScan()
        guard let year = scan.number(4...4, in: text), scan.skip(0x2D, in: text),
            let month = scan.number(2...2, in: text), scan.skip(0x2D, in: text),
            let day = scan.number(2...2, in: text), scan.skip(anyOf: "Tt ", in: text) != nil,
            let hour = scan.number(2...2, in: text), scan.skip(0x3A, in: text),
            let minute = scan.number(2...2, in: text)
        else { return nil }
        var second = 0
        var nanoseconds: Int32 = 0
        if scan.skip(0x3A, in: text) {
            guard let number = scan.number(2...2, in: text) else { return nil }
            second = number
            if scan.skip(anyOf: ".,", in: text) != nil {
                let start = scan.position
                guard let fraction = scan.number(1...9, in: text) else { return nil }
                nanoseconds = (scan.position - start..<9).reduce(Int32(fraction)) { value, _ in value * 10 }
            }
        }
        var offset: Int?
        if scan.position < text.count {
            guard let seconds = Self.offset(&scan, in: text), scan.position == text.count else { return nil }
            offset = seconds
        }
        self.init(
            year: year, month: month, day: day, hour: hour, minute: minute, second: second,
            nanoseconds: nanoseconds, offsetSeconds: offset)
    }

    /// The instant and the offset to show it with; nil where neither the text nor the mapping says the zone.
    func instant(zone: CELTimeZone?) -> (instant: CELTimestamp, offsetSeconds: Int)? {
        if let offsetSeconds {
            let local = Int64(date.daysSince1970) * 86_400 + Int64(secondOfDay)
            return CELTimestamp(seconds: local - Int64(offsetSeconds), nanoseconds: nanoseconds)
                .map { ($0, offsetSeconds) }
        }
        guard let zone,
            let instant = zone.instant(of: date, secondOfDay: secondOfDay, nanoseconds: nanoseconds)
        else { return nil }
        return (instant, zone.offsetSeconds(at: instant.seconds))
    }

    private static func offset(_ scan: inout DigitScan, in text: Span<UInt8>) -> Int? {
        guard let sign = scan.skip(anyOf: "Zz+-", in: text) else { return nil }
        guard sign == 0x2B || sign == 0x2D else { return 0 }
        guard let hours = scan.number(2...2, in: text), hours < 24 else { return nil }
        var minutes = 0
        if scan.skip(0x3A, in: text) || scan.position < text.count {
            guard let number = scan.number(2...2, in: text), number < 60 else { return nil }
            minutes = number
        }
        let seconds = hours * 3600 + minutes * 60
        return sign == 0x2D ? -seconds : seconds
    }
}
