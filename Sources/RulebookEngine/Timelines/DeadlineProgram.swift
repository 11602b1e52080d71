import CEL
import RulebookModel

/// A deadline made ready to run.
struct DeadlineProgram: Sendable {
    /// What limits it.
    enum Limit: Sendable {
        case span(TimeSpan)
        case dates(count: Int, MeasureWindow.Unit)
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
    let zone: CELTimeZone
    /// The slot of the event's time.
    let now: Int

    /// The expression in it.
    var expression: ExpressionProgram? {
        switch limit {
        case .span, .dates: nil
        case .duration(let expression), .instant(let expression): expression
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
    private func end(after start: CELTimestamp, _ frame: CELFrame) -> Reading {
        switch limit {
        case .span(let span): return moment(start, after: span.nanoseconds)
        case .dates(let count, let unit): return endOfDate(unit.after(zone.date(at: start), count))
        case .duration(let expression):
            switch expression.program.evaluate(frame) {
            case .duration(let length): return moment(start, after: length.nanoseconds)
            case .unknown(let unknown): return .unknown(unknown)
            case .error(let error): return .error(error)
            default: return Self.misfit
            }
        case .instant(let expression):
            switch expression.program.evaluate(frame) {
            case .timestamp(let instant): return .moment(Moment(instant: instant, isIncluded: isIncluded))
            case .scalar(let scalar):
                guard let date = scalar.date else { return Self.misfit }
                return endOfDate(date)
            case .unknown(let unknown): return .unknown(unknown)
            case .error(let error): return .error(error)
            default: return Self.misfit
            }
        }
    }

    private func moment(_ start: CELTimestamp, after nanoseconds: Int64) -> Reading {
        Moment(start, after: nanoseconds, isIncluded: isIncluded).map(Reading.moment) ?? Self.farAway
    }

    /// A limit in dates ends with the last of them, at midnight.
    private func endOfDate(_ date: CivilDate) -> Reading {
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
