import CEL
import SourceText
import YAMLSyntax

/// Reads business calendars: the hours of a week, holidays, days that are otherwise, and how far ahead this is known.
struct CalendarReader {
    /// The rulebook's zone.
    let zone: CELTimeZone

    private static let words = ["holidays", "before_holiday", "on", "timeZone", "known"]
    private static let keys = KnownKeys(WeeklyHours.dayNames + words)

    /// Reads one calendar; nil where something was reported.
    func read(_ entry: YAMLMapping.Entry, diagnostics: inout DiagnosticCollector) -> BusinessCalendar? {
        guard Spelling.isIdentifier(entry.name) else {
            diagnostics.add(
                .malformedName(
                    entry.name, for: "a calendar", help: "use letters, digits and `_`, and no word of the language",
                    at: entry.key.range))
            return nil
        }
        let subject = "the calendar `\(entry.name)`"
        guard let mapping = entry.value.anyMap(subject, diagnostics: &diagnostics) else { return nil }
        let errorsBefore = diagnostics.errorCount
        let week = readWeek(mapping, subject: subject, diagnostics: &diagnostics)
        if diagnostics.errorCount == errorsBefore, week.allSatisfy(\.isEmpty) {
            diagnostics.add(
                .missingKey(
                    "mon-fri", in: subject, help: "say when it is open, as in `mon-fri: \"08:00-18:00\"`",
                    at: entry.key.range))
        }
        let own = mapping["timeZone"].flatMap { readZone($0, diagnostics: &diagnostics) }
        let eve = mapping["before_holiday"].map { openings.read($0, diagnostics: &diagnostics) }
        let days = SpecialDayReader(openings: openings).read(mapping, diagnostics: &diagnostics)
        let known = mapping["known"].map { readKnown($0, diagnostics: &diagnostics) }
        guard diagnostics.errorCount == errorsBefore else { return nil }
        return BusinessCalendar(
            name: entry.name, zone: own ?? zone,
            schedule: LocalSchedule(week: week, special: days.openings(week: week, eve: eve)),
            known: known ?? (nil, nil), lookahead: eve == nil ? 0 : 1)
    }

    private var openings: OpeningReader { OpeningReader() }

    // MARK: The week

    private func readWeek(
        _ mapping: YAMLMapping, subject: String, diagnostics: inout DiagnosticCollector
    ) -> [[DayOpening]] {
        var week: [[DayOpening]] = Array(repeating: [], count: 7)
        var keys: [Int: String] = [:]
        for entry in mapping.entries where !Self.words.contains(entry.name) {
            guard let days = readDays(entry, subject: subject, diagnostics: &diagnostics) else { continue }
            let hours = openings.read(entry.value, diagnostics: &diagnostics)
            for day in days {
                if let other = keys[day] {
                    diagnostics.add(
                        .conflictingKeys(
                            "`\(WeeklyHours.dayNames[day])` is said twice: by `\(other)` and by `\(entry.name)`",
                            at: entry.key.range, help: "say the hours of each day once"))
                    break
                }
                keys[day] = entry.name
                week[day] = hours
            }
        }
        return week
    }

    private func readDays(
        _ entry: YAMLMapping.Entry, subject: String, diagnostics: inout DiagnosticCollector
    ) -> [Int]? {
        if let days = WeeklyHours.weekdays(Substring(entry.name)) { return days }
        let ends = entry.name.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        if ends.count == 2, let first = WeeklyHours.dayNames.firstIndex(of: ends[0]),
            let last = WeeklyHours.dayNames.firstIndex(of: ends[1]), first > last
        {
            diagnostics.add(
                .badValue(
                    "`\(entry.name)` runs over the end of the week", help: "a week begins on `mon`: write two keys",
                    at: entry.key.range))
            return nil
        }
        // Of a range whose one end is misspelt, the range is what was meant.
        let mended = ends.count == 2 ? ends.map { nearestName(to: $0, among: WeeklyHours.dayNames) ?? $0 } : []
        let range = mended.joined(separator: "-")
        diagnostics.add(
            .unknownKey(
                entry.name, in: subject, keys: Self.keys.names,
                alsoKnown: WeeklyHours.weekdays(Substring(range)) == nil ? ["mon-fri"] : [range],
                at: entry.key.range))
        return nil
    }

    // MARK: Zone and validity

    private func readZone(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> CELTimeZone? {
        guard let text = node.text("`timeZone`", diagnostics: &diagnostics) else { return nil }
        if let zone = CELTimeZone.named(text) { return zone }
        diagnostics.add(
            .badValue("`\(text)` is no time zone", help: "write an IANA name such as Europe/Ljubljana", at: node.range))
        return nil
    }

    private func readKnown(
        _ node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> (from: CivilDate?, until: CivilDate?) {
        guard let mapping = node.map("`known`", keys: KnownKeys(["from", "until"]), diagnostics: &diagnostics) else {
            return (nil, nil)
        }
        let from = mapping["from"].flatMap { SpecialDayReader.readDate($0, diagnostics: &diagnostics) }
        let until = mapping["until"].flatMap { SpecialDayReader.readDate($0, diagnostics: &diagnostics) }
        if let from, let until, until <= from, let node = mapping["until"] {
            diagnostics.add(.emptyPeriod(at: node.range))
        }
        return (from, until)
    }
}
