import CEL
import RulebookModel

extension DeadlineProgram {
    /// The last date of a limit in dates that begins at an instant.
    func lastDate(of limit: Limit, after start: CELTimestamp) throws(BusinessCalendar.Gap) -> CivilDate {
        switch limit {
        case .businessDays(let count):
            guard let clock = calendar.clock else { return zone.date(at: start) }
            let first = clock.zone.date(at: start)
            let before = calendar.countsTriggerDate ? CivilDate(daysSince1970: first.daysSince1970 - 1) : first
            return try clock.date(before, addingBusinessDays: count)
        case .dates(let count, let unit):
            let first = zone.date(at: start)
            let date = unit.after(first, count)
            guard calendar.countsTriggerDate else { return date }
            // A month that lacks the day ends with its last in any case.
            let isShortened = unit != .day && unit != .week && date.day < first.day
            return isShortened ? date : CivilDate(daysSince1970: date.daysSince1970 - 1)
        case .span, .duration, .instant, .close, .earliest, .latest: return zone.date(at: start)
        }
    }
}

extension BusinessCalendar.Gap {
    /// What is missing where a calendar has no answer.
    var missing: CELUnknown {
        switch value {
        case .unknown(let unknown): unknown
        case .error(let error): CELUnknown(CELAttributePath(["the limit (\(error.message))"]))
        default: CELUnknown([])
        }
    }
}

extension DeadlineProgram.Reading {
    /// What a limit comes to where its calendar has no answer.
    init(_ gap: BusinessCalendar.Gap) {
        switch gap.value {
        case .unknown(let unknown): self = .unknown(unknown)
        case .error(let error): self = .error(error)
        default: self = .unknown(CELUnknown([]))
        }
    }
}

extension DeadlineProgram.Reading {
    /// One of several ends; where one of them is not known, none is chosen.
    static func choose(_ readings: [Self], by choice: (Moment, Moment) -> Moment) -> Self {
        var chosen: Moment?
        var missing: CELUnknown?
        for reading in readings {
            switch reading {
            case .moment(let moment): chosen = chosen.map { choice($0, moment) } ?? moment
            case .unknown(let unknown): missing = missing?.merging(unknown) ?? unknown
            case .error: return reading
            }
        }
        return missing.map { .unknown($0) } ?? chosen.map { .moment($0) } ?? .unknown(CELUnknown([]))
    }
}

extension CalendarTerms.Roll {
    /// The date, or a business day near it.
    func moved(_ date: CivilDate) throws(BusinessCalendar.Gap) -> CivilDate {
        switch self {
        case .next(let calendar):
            try calendar.isBusinessDay(date) ? date : try calendar.date(date, addingBusinessDays: 1)
        case .previous(let calendar):
            try calendar.isBusinessDay(date) ? date : try calendar.date(date, addingBusinessDays: -1)
        }
    }
}

extension MeasureWindow.Unit {
    /// The date that lies so many units after; a month keeps the day number or takes the last day.
    func after(_ date: CivilDate, _ count: Int) -> CivilDate {
        switch self {
        case .day: CivilDate(daysSince1970: date.daysSince1970 + count)
        case .week: CivilDate(daysSince1970: date.daysSince1970 + 7 * count)
        case .month: Self.date(date, months: count)
        case .quarter: Self.date(date, months: 3 * count)
        case .year: Self.date(date, months: 12 * count)
        }
    }
}
