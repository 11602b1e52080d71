import CEL
import RulebookModel

/// A deadline made ready to run.
struct DeadlineProgram: Sendable {
    /// What limits it.
    enum Limit: Sendable {
        case span(TimeSpan)
        case dates(count: Int, MeasureWindow.Unit)
        case businessDays(Int)
        case close(BusinessCalendar)
        case earliest([DeadlineProgram])
        case latest([DeadlineProgram])
        case duration(ExpressionProgram)
        case instant(ExpressionProgram)
    }

    /// What a deadline comes to.
    enum Reading {
        case moment(Moment)
        case unknown(CELUnknown)
        case error(CELError)
    }

    let limit: Limit
    let isIncluded: Bool
    let calendar: CalendarTerms
    let zone: CELTimeZone
    /// The slot of the event's time.
    let now: Int

    /// The expressions in it.
    var expressions: [ExpressionProgram] {
        switch limit {
        case .span, .dates, .businessDays, .close: []
        case .duration(let expression), .instant(let expression): [expression]
        case .earliest(let parts), .latest(let parts): parts.flatMap(\.expressions)
        }
    }

    /// The end of the time that begins with the event whose facts lie in a frame.
    func end(_ frame: CELFrame) -> Reading {
        switch frame[now] {
        case .timestamp(let start): end(after: start, frame)
        case .unknown(let unknown): .unknown(unknown)
        default: .unknown(CELUnknown(CELAttributePath(["now"])))
        }
    }

    /// Whether something is still fresh at the event whose facts lie in a frame.
    func isFresh(_ past: CELTimestamp, _ frame: CELFrame) -> CELTruth {
        guard case .timestamp(let present) = frame[now] else { return .unknown(CELUnknown(CELAttributePath(["now"]))) }
        return switch end(after: past, frame) {
        case .moment(let moment): moment.isOver(at: present) ? .false : .true
        case .unknown(let unknown): .unknown(unknown)
        case .error(let error): .error(error)
        }
    }

    /// The end of the time that begins at an instant.
    func end(after start: CELTimestamp, _ frame: CELFrame) -> Reading {
        do throws(BusinessCalendar.Gap) {
            return try end(of: limit, after: start, frame)
        } catch {
            return Reading(error)
        }
    }

    private func end(
        of limit: Limit, after start: CELTimestamp, _ frame: CELFrame
    ) throws(BusinessCalendar.Gap) -> Reading {
        switch limit {
        case .span(let span): return try moment(start, after: span.nanoseconds)
        case .dates, .businessDays: return try endOfDate(lastDate(of: limit, after: start))
        case .close(let calendar):
            return .moment(Moment(instant: try calendar.close(from: start), isIncluded: isIncluded))
        case .earliest(let parts): return Reading.choose(parts.map { $0.end(after: start, frame) }, by: min)
        case .latest(let parts): return Reading.choose(parts.map { $0.end(after: start, frame) }, by: max)
        case .duration(let expression):
            switch expression.program.evaluate(frame) {
            case .duration(let length): return try moment(start, after: length.nanoseconds)
            case .unknown(let unknown): return .unknown(unknown)
            case .error(let error): return .error(error)
            default: return Self.misfit
            }
        case .instant(let expression):
            switch expression.program.evaluate(frame) {
            case .timestamp(let instant): return .moment(Moment(instant: instant, isIncluded: isIncluded))
            case .scalar(let scalar):
                guard let date = scalar.date else { return Self.misfit }
                return try endOfDate(date)
            case .unknown(let unknown): return .unknown(unknown)
            case .error(let error): return .error(error)
            default: return Self.misfit
            }
        }
    }

    private func moment(
        _ start: CELTimestamp, after nanoseconds: Int64
    ) throws(BusinessCalendar.Gap) -> Reading {
        guard let clock = calendar.clock else {
            return Moment(start, after: nanoseconds, isIncluded: isIncluded).map(Reading.moment) ?? Self.farAway
        }
        let instant = try clock.instant(afterOpenTime: CELDuration(nanoseconds: nanoseconds), from: start)
        return .moment(Moment(instant: instant, isIncluded: isIncluded))
    }

    /// A limit in dates ends with the last of them, at midnight or when a business closes.
    private func endOfDate(_ last: CivilDate) throws(BusinessCalendar.Gap) -> Reading {
        let date = try calendar.roll?.moved(last) ?? last
        if let close = calendar.close {
            return .moment(Moment(instant: try close.close(of: date), isIncluded: true))
        }
        let zone = calendar.clock?.zone ?? zone
        let last = isIncluded ? CivilDate(daysSince1970: date.daysSince1970 + 1) : date
        guard let midnight = zone.startOfDay(last) else { return Self.farAway }
        return .moment(Moment(instant: midnight, isIncluded: false))
    }

    private static var misfit: Reading {
        .error(CELError(.noSuchOverload, "the limit is neither a length of time nor an instant"))
    }

    static var farAway: Reading {
        .error(CELError(.overflow, "the limit lies outside of the years that are counted"))
    }
}
