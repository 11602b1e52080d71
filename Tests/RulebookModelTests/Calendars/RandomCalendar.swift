import Foundation
import TestSupport

/// A random calendar, both as a rulebook says it and as the naive one knows it.
struct RandomCalendar {
    let yaml: String
    let naive: NaiveCalendar

    /// Zones that change their clocks by an hour, by half an hour, at midnight, at odd offsets, and never.
    private static let zones = [
        "Europe/Ljubljana", "America/New_York", "America/St_Johns", "Australia/Lord_Howe", "Africa/Cairo",
        "America/Santiago", "Asia/Kolkata", "UTC",
    ]
    /// Days near which clocks of one of the zones change, and the turn of a year.
    private static let days = [
        "2026-03-29", "2026-10-25", "2026-03-08", "2026-11-01", "2026-04-05", "2026-12-31",
        "2026-09-06", "2026-04-24", "2026-10-29",
    ]

    init(_ random: inout SeededGenerator) {
        let name = Self.zones.randomElement(using: &random) ?? "UTC"
        let around = Self.days.randomElement(using: &random).flatMap {
            try? Date($0 + "T00:00:00Z", strategy: .iso8601)
        }
        let middle = Int((around ?? .distantPast).timeIntervalSince1970) / 86_400
        let first = middle - 10
        func day() -> String { NaiveCalendar.text(first + Int.random(in: 0..<21, using: &random)) }
        var week: [NaiveCalendar.Hours] = []
        for weekday in 0..<7 {
            week.append(Int.random(in: 0..<7, using: &random) < (weekday < 5 ? 6 : 2) ? Self.hours(&random) : [])
        }
        if week.allSatisfy(\.isEmpty) { week[2] = [(0, 1440)] }
        let holidays = Set((0..<Int.random(in: 0..<4, using: &random)).map { _ in day() })
        var single: [String: NaiveCalendar.Hours] = [:]
        for _ in 0..<Int.random(in: 0..<3, using: &random) {
            let date = day()
            guard !holidays.contains(date) else { continue }
            single[date] = Bool.random(using: &random) ? [] : Self.hours(&random)
        }
        let eve = Bool.random(using: &random) ? Self.hours(&random) : nil
        // Some holidays are those of every year: in these three weeks it is the same.
        let yearly = holidays.filter { _ in Bool.random(using: &random) }
        var lines = ["timeZone: \(name)"]
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        for (weekday, hours) in week.enumerated() where !hours.isEmpty {
            lines.append("\(names[weekday]): \(Self.text(hours))")
        }
        if let eve { lines.append("before_holiday: \(Self.text(eve))") }
        let listed = holidays.map { yearly.contains($0) ? String($0.dropFirst(5)) : $0 }
        lines.append("holidays: [\(listed.sorted().joined(separator: ", "))]")
        lines.append(
            "on: {\(single.sorted { $0.key < $1.key }.map { "\($0.key): \(Self.text($0.value))" }.joined(separator: ", "))}"
        )
        yaml = "calendars:\n  c:\n" + lines.map { "    \($0)\n" }.joined()
        naive = NaiveCalendar(
            zone: TimeZone(identifier: name) ?? .gmt, week: week, holidays: holidays, eve: eve, single: single,
            firstMinute: first * 1440, minuteCount: 21 * 1440)
    }

    private static func hours(_ random: inout SeededGenerator) -> NaiveCalendar.Hours {
        var marks = Set<Int>()
        let grain = [60, 30, 1].randomElement(using: &random) ?? 60
        let count = Int.random(in: 0..<4, using: &random) == 0 ? 4 : 2
        while marks.count < count { marks.insert(Int.random(in: 0...(1440 / grain), using: &random) * grain) }
        let sorted = marks.sorted()
        return stride(from: 0, to: count, by: 2).map { (sorted[$0], sorted[$0 + 1]) }
    }

    private static func text(_ hours: NaiveCalendar.Hours) -> String {
        guard !hours.isEmpty else { return "closed" }
        func clock(_ minute: Int) -> String {
            [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        }
        return "[\(hours.map { "\"\(clock($0.from))-\(clock($0.to))\"" }.joined(separator: ", "))]"
    }
}
