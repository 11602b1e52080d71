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
    /// Events that begin the limit anew.
    public let resetBy: EventPattern?
    /// A stricter limit that is wished for; past it a clock still runs.
    public let aim: Deadline?
    /// While what its clock stands still.
    public let pauses: [Pause]
    /// What gives it more time.
    public let extended: LimitExtension?
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
    public var deadline: Deadline? { demand.deadline }

    /// How long ago something must have happened at least, as people say it: `at least 14 days ago`; nil where that is not
    /// asked.
    public var ageText: String? { leastAge.map { "\($0.isIncluded ? "over" : "at least") \($0.length) ago" } }

    /// What limits it, as people say it: `within 60s`, `within 30min and within 3 agent.turn`; nil where nothing does.
    public var limitText: String? {
        switch demand {
        case .interval(_, let limits): return limits.text
        case .recurrence(_, let every): return "every \(every.length)"
        default:
            let again = resetBy.map { ", anew from `\($0.text)`" } ?? ""
            let more = extended.map { ", \($0.to.length) after `\($0.by.text)` in time" } ?? ""
            let limits = [deadline.map { $0.text + again + more }, turns?.text].compactMap { $0 }
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

extension TimelineRule.Demand {
    /// How long there is time, or how fresh something must be; nil where no time is set.
    var deadline: Deadline? {
        switch self {
        case .response(_, let deadline), .absence(_, let deadline), .procedure(_, let deadline): deadline
        case .precedence(_, let freshness, _): freshness
        case .recurrence(_, let every): every
        case .interval: nil
        }
    }
}
