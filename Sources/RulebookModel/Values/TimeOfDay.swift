package import CEL

/// A time as a clock on the wall shows it, whatever the date: `08:30`, `21:00:15`.
package struct TimeOfDay: Hashable, Sendable {
    /// From midnight, by the clock.
    package let nanoseconds: Int64

    /// The time that a clock shows.
    package init(_ local: LocalTime) {
        nanoseconds = Int64(local.secondOfDay) * 1_000_000_000 + Int64(local.nanoseconds)
    }

    init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    /// Reads hours and minutes of two digits, and perhaps seconds; to 24:00, which every time is before.
    init?(parsing text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, let minutes = WeeklyHours.minutes(parts[0] + ":" + parts[1]) else {
            return nil
        }
        var seconds = 0
        if parts.count == 3 {
            // Seconds are written like minutes, and midnight has none.
            guard let read = WeeklyHours.minutes("00:" + parts[2]), minutes < 1_440 else { return nil }
            seconds = read
        }
        nanoseconds = Int64(minutes * 60 + seconds) * 1_000_000_000
    }

    /// As people write it.
    package var text: String {
        let seconds = nanoseconds / 1_000_000_000
        let parts = [seconds / 3600, seconds / 60 % 60] + (seconds % 60 == 0 ? [] : [seconds % 60])
        return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
