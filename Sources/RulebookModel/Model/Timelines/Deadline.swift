public import SourceText

/// How long something may take.
public struct Deadline: Sendable {
    /// What limits it.
    public enum Limit: Sendable {
        /// So long after the trigger, or before the event.
        case span(TimeSpan)
        /// Until the end of the local date that lies so many days, weeks, months or years after the trigger's, whose own
        /// date is 0.
        case dates(count: Int, MeasureWindow.Unit)
        /// Until the end of the business day that comes so many business days after the trigger's date.
        case businessDays(Int)
        /// Until a business next closes for the day.
        case close(BusinessCalendar)
        /// The earliest of several.
        case earliest([Deadline])
        /// The latest of several.
        case latest([Deadline])
        /// As long as an expression over the trigger says.
        case duration(ConditionExpression)
        /// Until the instant that an expression over the trigger gives, or the end of the date.
        case instant(ConditionExpression)
    }

    /// What limits it.
    public let limit: Limit
    /// Whether the limit itself is in time.
    public let isIncluded: Bool
    /// What of it business calendars say.
    public var calendar = CalendarTerms()
    /// Where it stands.
    public let range: SourceRange

    /// As people say it: `within 30s`, `in under 3min`, `by event.due`.
    public var text: String {
        switch limit {
        case .instant, .close, .latest: "by \(length)"
        case .earliest(let parts): parts.map(\.text).joined(separator: " and ")
        default: "\(isIncluded ? "within" : "in under") \(length)"
        }
    }

    /// The same without the word before it: `30s`, `1h of office hours`, `3 business days`.
    public var length: String {
        let hours = calendar.clock.map { " of \($0.name) hours" } ?? ""
        return switch limit {
        case .span(let span): span.text + hours
        case .duration(let expression): expression.source + hours
        case .dates(let count, let unit): "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")\(calendar.text)"
        case .businessDays(let count): "\(count) business day\(count == 1 ? "" : "s")\(calendar.text)"
        case .instant(let expression): expression.source + calendar.text
        case .close(let calendar): "the close of \(calendar.name)"
        case .earliest(let parts): "the earliest of \(parts.map(\.length).joined(separator: " and "))"
        case .latest(let parts): "the latest of \(parts.map(\.length).joined(separator: " and "))"
        }
    }

    /// The single limits in it.
    var parts: [Deadline] {
        switch limit {
        case .earliest(let parts), .latest(let parts): parts.flatMap(\.parts)
        default: [self]
        }
    }
}
