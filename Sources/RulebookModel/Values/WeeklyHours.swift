import CEL

/// Opening hours in a week: `mon-fri 08:00-12:00 13:00-18:00, sat 09:00-13:00`.
public struct WeeklyHours: Hashable, Sendable {
    /// One opening: minutes since midnight, the end not included.
    public struct Opening: Hashable, Sendable {
        /// 0 for Monday to 6 for Sunday.
        public let weekday: Int
        /// Minutes from midnight to the opening.
        public let opensMinute: Int
        /// Minutes from midnight to the closing, at most 1440.
        public let closesMinute: Int
    }

    /// The openings by weekday and time; none overlap.
    public let openings: [Opening]

    /// Reads the text form; nil where it is malformed or openings overlap.
    public init?(parsing text: String) {
        var openings: [Opening] = []
        for part in text.split(separator: ",") {
            let words = part.split(separator: " ")
            guard words.count >= 2, let days = Self.weekdays(words[0]) else { return nil }
            for span in words.dropFirst() {
                let ends = span.split(separator: "-", omittingEmptySubsequences: false)
                guard ends.count == 2, let opens = Self.minutes(ends[0]), let closes = Self.minutes(ends[1]),
                    opens < closes
                else { return nil }
                openings += days.map { Opening(weekday: $0, opensMinute: opens, closesMinute: closes) }
            }
        }
        guard !openings.isEmpty else { return nil }
        self.openings = openings.sorted { ($0.weekday, $0.opensMinute) < ($1.weekday, $1.opensMinute) }
        for (earlier, later) in zip(self.openings, self.openings.dropFirst())
        where earlier.weekday == later.weekday && later.opensMinute < earlier.closesMinute {
            return nil
        }
    }

    /// Whether it is open when a clock shows a time.
    func contains(_ local: LocalTime) -> Bool {
        let weekday = (local.date.dayOfWeek + 6) % 7
        let minute = local.secondOfDay / 60
        return openings.contains { $0.weekday == weekday && $0.opensMinute <= minute && minute < $0.closesMinute }
    }

    /// The days as they are written, Monday first.
    static let dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// The weekdays of `mon` or `mon-fri`, 0 for Monday; nil where it is neither.
    static func weekdays(_ text: Substring) -> [Int]? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map {
            dayNames.firstIndex(of: String($0))
        }
        switch ends.count {
        case 1:
            guard let only = ends[0] else { return nil }
            return [only]
        case 2:
            guard let first = ends[0], let last = ends[1], first <= last else { return nil }
            return Array(first...last)
        default: return nil
        }
    }

    /// The minutes since midnight of `08:00`, to `24:00`; nil where it is no time.
    static func minutes(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let isDigits = parts.allSatisfy { part in
            part.utf8.count == 2 && part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        guard parts.count == 2, isDigits, let hour = Int(parts[0]),
            let minute = Int(parts[1]), (0...24).contains(hour), (0...59).contains(minute), hour < 24 || minute == 0
        else { return nil }
        return hour * 60 + minute
    }
}
