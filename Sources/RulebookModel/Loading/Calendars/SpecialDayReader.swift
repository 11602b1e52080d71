import CEL
import SourceText
import YAMLSyntax

/// The days of a calendar that are otherwise than the week says.
struct SpecialDays {
    /// Holidays of one year, by days since 1970-01-01.
    var holidays: Set<Int> = []
    /// Holidays of every year.
    var yearly: Set<YearDay> = []
    /// The openings of single days, by days since 1970-01-01.
    var single: [Int: [DayOpening]] = [:]

    /// A day of every year.
    struct YearDay: Hashable {
        let month: Int
        let day: Int
    }

    /// The openings of every such day in the years that calendars count.
    ///
    /// What is said of a single day counts before everything; a holiday is closed; the day before one is open within
    /// the hours of an eve only.
    func openings(week: [[DayOpening]], eve: [DayOpening]?) -> [Int: [DayOpening]] {
        var closed = holidays
        for year in 1969...2101 {
            for yearly in yearly {
                guard let date = CivilDate(year: year, month: yearly.month, day: yearly.day) else { continue }
                closed.insert(date.daysSince1970)
            }
        }
        closed.subtract(single.keys)
        var special: [Int: [DayOpening]] = [:]
        if let eve {
            for day in closed.map({ $0 - 1 }) where !closed.contains(day) {
                let usual = week[(CivilDate(daysSince1970: day).dayOfWeek + 6) % 7]
                special[day] = usual.flatMap { $0.limited(to: eve) }
            }
        }
        for day in closed { special[day] = [] }
        return special.merging(single) { $1 }
    }
}

/// Reads `holidays:` and `on:`.
struct SpecialDayReader {
    let openings: OpeningReader

    /// Reads both; what is wrong is reported and left out.
    func read(_ mapping: YAMLMapping, diagnostics: inout DiagnosticCollector) -> SpecialDays {
        var days = SpecialDays()
        for node in mapping["holidays"]?.oneOrMore ?? [] { readHoliday(node, into: &days, diagnostics: &diagnostics) }
        guard let on = mapping["on"] else { return days }
        for entry in on.anyMap("`on`", diagnostics: &diagnostics)?.entries ?? [] {
            let hours = openings.read(entry.value, diagnostics: &diagnostics)
            guard let date = Self.readDate(entry.key, diagnostics: &diagnostics) else { continue }
            if days.holidays.contains(date.daysSince1970) {
                diagnostics.add(
                    .conflictingKeys(
                        "`\(date)` is among the holidays, which are closed", at: entry.key.range,
                        help: "say it in one of both places"))
            }
            days.single[date.daysSince1970] = hours
        }
        return days
    }

    private func readHoliday(
        _ node: YAMLNode, into days: inout SpecialDays, diagnostics: inout DiagnosticCollector
    ) {
        var dateNode = node
        if case .mapping = node.content {
            guard
                let mapping = node.map("a holiday", keys: KnownKeys(["date", "name"]), diagnostics: &diagnostics)
            else { return }
            _ = mapping["name"]?.localizedText("a name", diagnostics: &diagnostics)
            guard let date = mapping["date"] else {
                diagnostics.add(
                    .missingKey("date", in: "a holiday", help: "write `{date: 2027-01-01, name: …}`", at: node.range))
                return
            }
            dateNode = date
        }
        guard let text = dateNode.text("a holiday", diagnostics: &diagnostics) else { return }
        if let yearly = Self.yearDay(text) {
            if !days.yearly.insert(yearly).inserted { repeated(text, at: dateNode.range, diagnostics: &diagnostics) }
            return
        }
        guard let date = Self.readDate(dateNode, diagnostics: &diagnostics) else { return }
        if !days.holidays.insert(date.daysSince1970).inserted {
            repeated(text, at: dateNode.range, diagnostics: &diagnostics)
        }
    }

    private func repeated(_ text: String, at range: SourceRange, diagnostics: inout DiagnosticCollector) {
        diagnostics.add(
            .badValue(
                "`\(text)` is among the holidays already", help: "one of the two may be meant for another day",
                at: range))
    }

    /// `12-25`, of every year.
    private static func yearDay(_ text: String) -> SpecialDays.YearDay? {
        // A leap year has all days.
        guard text.utf8.count == 5, let date = CivilDate(parsing: "2000-\(text)") else { return nil }
        return SpecialDays.YearDay(month: date.month, day: date.day)
    }

    /// Reads a date of the years that calendars count; nil where it was reported.
    static func readDate(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> CivilDate? {
        guard let text = node.text("a date", diagnostics: &diagnostics) else { return nil }
        guard let date = CivilDate(parsing: text) else {
            diagnostics.add(
                .badValue(
                    "`\(text)` is no date", help: "write a date such as 2026-12-25, or 12-25 for every year",
                    at: node.range))
            return nil
        }
        guard BusinessCalendar.countedDays.contains(date.daysSince1970) else {
            diagnostics.add(.badValue("calendars count the years 1970 to 2099", at: node.range))
            return nil
        }
        return date
    }
}
