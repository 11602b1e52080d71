public import SourceText

/// What a standard asks of the order and timing of events under one key.
///
/// The standard's own pattern is the event that it begins with: the trigger of a response or an absence, the event that
/// must not come too early in a precedence. Its scope and conditions are about that event.
public struct TimelineRule: Sendable {
    /// What is asked.
    public enum Demand: Sendable {
        /// Another event must follow (`after`, `expect`), not later than the deadline.
        case response(EventPattern, Deadline?)
        /// Another event must have happened before (`before`, `expect`), not longer ago than the freshness, and after
        /// the latest of the events under `since`.
        case precedence(EventPattern, freshness: Deadline?, since: EventPattern?)
        /// Another event must not follow (`after`, `forbid`), up to the deadline.
        case absence(EventPattern, Deadline?)
        /// What lies between an event and another (`from`, `to`) keeps within limits, one by one and together.
        case interval(to: EventPattern, IntervalLimits)
        /// Steps come one after another (`steps`), the last of them not later than the deadline.
        case procedure(Procedure, Deadline?)
        /// Another event comes again and again (`every`, `expect`), from the beginning of a stretch to its end.
        case recurrence(EventPattern, every: Deadline)
    }

    /// What a trigger does while a clock of its key runs already.
    public enum Again: String, Hashable, Sendable, CaseIterable {
        /// It opens another one.
        case each
        /// Nothing.
        case keep
        /// It takes the place of the one that runs.
        case restart
    }

    /// What is asked.
    public let demand: Demand
    /// Under which key events belong together.
    public let key: MeasureKey
    /// What another trigger does.
    public let again: Again
    /// Events that end a clock as if it had never run.
    public let cancelledBy: EventPattern?
    /// Events that end the stretch: a response is then no longer due, an absence is kept, intervals are counted anew.
    public let until: EventPattern?
    /// Of which events so many may come at most before the clock has run out; nil where none are counted.
    public let turns: TurnLimit?
    /// A stricter limit that is wished for; past it a clock still runs.
    public let aim: Deadline?
    /// Of a precedence, how long ago the other event must have happened at least: what came up to then would miss this
    /// deadline by now.
    public let leastAge: Deadline?
    /// Where it is declared.
    public let range: SourceRange

    /// The event that is expected or forbidden; of a procedure its last step.
    public var other: EventPattern {
        switch demand {
        case .response(let other, _), .precedence(let other, _, _), .absence(let other, _), .interval(let other, _),
            .recurrence(let other, _):
            other
        case .procedure(let procedure, _): procedure.steps[procedure.steps.count - 1]
        }
    }

    /// How long there is time, or how fresh something must be; nil where no time is set.
    public var deadline: Deadline? {
        switch demand {
        case .response(_, let deadline), .absence(_, let deadline), .procedure(_, let deadline): deadline
        case .precedence(_, let freshness, _): freshness
        case .recurrence(_, let every): every
        case .interval: nil
        }
    }

    /// How long ago something must have happened at least, as people say it: `at least 14 days ago`; nil where that is not
    /// asked.
    public var ageText: String? { leastAge.map { "\($0.isIncluded ? "over" : "at least") \($0.length) ago" } }

    /// What limits it, as people say it: `within 60s`, `within 30min and within 3 agent.turn`; nil where nothing does.
    public var limitText: String? {
        switch demand {
        case .interval(_, let limits): return limits.text
        case .recurrence(_, let every): return "every \(every.length)"
        default:
            let limits = [deadline?.text, turns?.text].compactMap { $0 }
            return limits.isEmpty ? nil : limits.joined(separator: " and ")
        }
    }
}

/// A limit that counts events instead of time: not later than the third `agent.turn`.
public struct TurnLimit: Sendable {
    /// The last of them that is in time, one or more.
    public let count: Int
    /// Which events are counted.
    public let pattern: EventPattern
    /// Where it stands.
    public let range: SourceRange

    /// As people say it: `within 3 agent.turn`.
    public var text: String { "within \(range.text)" }
}

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
        case .instant, .close: "by \(length)"
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
        }
    }
}
