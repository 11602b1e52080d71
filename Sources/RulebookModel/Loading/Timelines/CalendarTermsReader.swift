import CEL
import SourceText
import YAMLSyntax

/// Reads what a limit takes from business calendars: `clock`, `day_one`, `ends` and `roll`.
struct CalendarTermsReader {
    let calendars: [BusinessCalendar]

    static let keys = ["clock", "day_one", "ends", "roll"]

    private enum DayOne: String, CaseIterable {
        /// The trigger's own date.
        case trigger
        /// The date after it.
        case next
    }

    /// What can be said of a limit.
    private enum Kind {
        case time
        case dates
        case businessDays
        case date
        case instant
        case close

        init(_ limit: Deadline.Limit) {
            self =
                switch limit {
                case .span, .duration: .time
                case .dates: .dates
                case .businessDays: .businessDays
                case .close: .close
                case .earliest, .latest: .instant
                case .instant(let expression): expression.checked.type == HouseTypes.date ? .date : .instant
                }
        }

        /// What the keys say nothing beside, in words.
        var subject: String {
            switch self {
            case .time: "a length of time"
            case .dates: "a number of days"
            case .businessDays: "business days"
            case .date: "a date"
            case .instant: "an instant"
            case .close: "the close of a day"
            }
        }

        /// The keys that say something beside it.
        var keys: [String] {
            switch self {
            case .time: ["clock"]
            case .dates: ["day_one", "ends", "roll"]
            case .businessDays: ["clock", "day_one", "ends", "roll"]
            case .date: ["ends", "roll"]
            case .instant, .close: []
            }
        }
    }

    /// `3 business days`: a whole number above zero.
    static func businessDays(_ text: String) -> Int? {
        let words = text.split(separator: " ")
        guard words.count == 3, words[1] == "business", words[2] == "days" || words[2] == "day",
            let count = Int(words[0]), (1...36_600).contains(count)
        else { return nil }
        return count
    }

    // MARK: Terms

    /// Reads the terms of a timeline, whatever its limits are; what is wrong is reported.
    func read(_ mapping: YAMLMapping, diagnostics: inout DiagnosticCollector) -> CalendarTerms {
        var terms = CalendarTerms()
        terms.clock = mapping["clock"].flatMap { readCalendar($0, "`clock`", diagnostics: &diagnostics) }
        terms.countsTriggerDate =
            mapping["day_one"]?.word("first day", of: DayOne.self, diagnostics: &diagnostics) == .trigger
        if let ends = mapping["ends"] {
            if let close = readClose(ends, diagnostics: &diagnostics) {
                terms.close = close
            } else {
                ends.refuse(
                    "`ends`", expected: "`close of` and the name of a calendar",
                    found: ends.scalar.map { "`\($0.text)`" }, diagnostics: &diagnostics)
            }
        }
        terms.roll = mapping["roll"].flatMap { readRoll($0, diagnostics: &diagnostics) }
        return terms
    }

    /// Those of the terms that say something of a limit.
    func fit(
        _ terms: CalendarTerms, to limit: Deadline.Limit, at range: SourceRange, isClockWritten: Bool,
        diagnostics: inout DiagnosticCollector
    ) -> CalendarTerms {
        let kind = Kind(limit)
        var fitting = CalendarTerms()
        if kind.keys.contains("clock") { fitting.clock = terms.clock }
        if kind.keys.contains("day_one") { fitting.countsTriggerDate = terms.countsTriggerDate }
        if kind.keys.contains("ends") { fitting.close = terms.close }
        if kind.keys.contains("roll") { fitting.roll = terms.roll }
        if kind == .businessDays, !isClockWritten {
            fitting.clock = onlyCalendar(at: range, diagnostics: &diagnostics)
        }
        return fitting
    }

    /// Reports the terms that say nothing of any limit.
    func check(_ mapping: YAMLMapping, beside limits: [Deadline], diagnostics: inout DiagnosticCollector) {
        let kinds = limits.flatMap(\.parts).map { Kind($0.limit) }
        for entry in mapping.entries where Self.keys.contains(entry.name) {
            guard let first = kinds.first else {
                diagnostics.add(
                    .conflictingKeys(
                        "`\(entry.name)` says nothing without a limit", at: entry.key.range,
                        help: "write one, as in `within: 3 business days`"))
                continue
            }
            if !kinds.contains(where: { $0.keys.contains(entry.name) }) {
                refuse(entry, beside: first, diagnostics: &diagnostics)
            } else if entry.name == "ends", mapping["under"] != nil {
                diagnostics.add(
                    .conflictingKeys(
                        "`ends` says nothing beside `under`, which leaves the last day out", at: entry.key.range,
                        help: "write `within` with one day less"))
            }
        }
    }

    private func refuse(_ entry: YAMLMapping.Entry, beside kind: Kind, diagnostics: inout DiagnosticCollector) {
        let help =
            switch (entry.name, kind) {
            case ("clock", .dates): "to count business days, write `3 business days`"
            case ("clock", _): "a clock counts lengths of time and business days"
            case (_, .time): "it is about dates: write `7 days` or `3 business days`"
            case (_, .instant): "it is about dates: write `by: date(…)`"
            default: "leave it out"
            }
        diagnostics.add(
            .conflictingKeys("`\(entry.name)` says nothing beside \(kind.subject)", at: entry.key.range, help: help))
    }

    // MARK: Calendars

    /// Reads `close of NAME`; nil where the text is something else, and the inner nil where it was reported.
    func readClose(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> BusinessCalendar?? {
        guard case .scalar(let scalar) = node.content else { return nil }
        let words = scalar.text.split(separator: " ")
        guard words.count == 3, words[0] == "close", words[1] == "of" else { return nil }
        return .some(find(String(words[2]), at: node.range, diagnostics: &diagnostics))
    }

    private func readRoll(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> CalendarTerms.Roll? {
        guard let mapping = node.map("`roll`", keys: KnownKeys(["next", "previous"]), diagnostics: &diagnostics) else {
            return nil
        }
        switch (mapping["next"], mapping["previous"]) {
        case (let next?, nil):
            return readCalendar(next, "`next`", diagnostics: &diagnostics).map { .next($0) }
        case (nil, let previous?):
            return readCalendar(previous, "`previous`", diagnostics: &diagnostics).map { .previous($0) }
        case (.some, let previous?):
            diagnostics.add(.conflictingKeys("a date rolls to `next` or to `previous`, not both", at: previous.range))
        case (nil, nil):
            if mapping.entries.isEmpty {
                diagnostics.add(
                    .missingKey(
                        "next", in: "`roll`", help: "write `{next: office}` or `{previous: office}`",
                        at: node.range))
            }
        }
        return nil
    }

    private func readCalendar(
        _ node: YAMLNode, _ subject: String, diagnostics: inout DiagnosticCollector
    ) -> BusinessCalendar? {
        guard let name = node.text(subject, diagnostics: &diagnostics) else { return nil }
        return find(name, at: node.range, diagnostics: &diagnostics)
    }

    private func find(
        _ name: String, at range: SourceRange, diagnostics: inout DiagnosticCollector
    ) -> BusinessCalendar? {
        if let calendar = calendars.first(where: { $0.name == name }) { return calendar }
        diagnostics.add(.unknownCalendar(name, known: calendars.map(\.name), at: range))
        return nil
    }

    private func onlyCalendar(at range: SourceRange, diagnostics: inout DiagnosticCollector) -> BusinessCalendar? {
        if calendars.count == 1 { return calendars[0] }
        diagnostics.add(
            calendars.isEmpty
                ? .badValue(
                    "business days are those of a calendar, and the rulebook has none",
                    help: "declare one under `calendars:`", at: range)
                : .badValue(
                    "business days of which calendar?",
                    help: "write `clock:` and one of \(NameList.text(calendars.map(\.name)))", at: range))
        return nil
    }
}
