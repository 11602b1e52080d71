public import SourceText

/// How far back a measure looks from an event.
public struct MeasureWindow: Sendable {
    /// A unit of the calendar.
    public enum Unit: String, Hashable, Sendable, CaseIterable {
        /// A date.
        case day
        /// Seven days from a fixed weekday on.
        case week
        /// A month of the calendar.
        case month
        /// Three months, from January, April, July or October on.
        case quarter
        /// A year of the calendar.
        case year
    }

    /// Its extent.
    public enum Extent: Hashable, Sendable {
        /// The event by itself.
        case each
        /// As long as the key is known.
        case lifetime
        /// The day, week, month, quarter or year of the event; weeks begin on a day, 1 for Monday to 7 for Sunday.
        case calendar(Unit, weekBegins: Int)
        /// So much time back, that instant no longer included: (t − w, t].
        case rolling(TimeSpan)
        /// The event's date and those before it: `7 days` are today and the six dates before; a month back is the same
        /// day number of the month before, or that month's last day, no longer included.
        case dates(count: Int, Unit)
    }

    /// In which zone dates are told.
    public enum Zone: Sendable {
        /// The rulebook's.
        case rulebook
        /// The one that a fact names, such as `customer.timeZone`.
        case fact(path: [String])
    }

    /// How far it reaches.
    public let extent: Extent
    /// Whose dates count.
    public let zone: Zone
    /// Where it stands.
    public let range: SourceRange

    /// As people say it: `this month`, `within 168h`.
    public var text: String {
        switch extent {
        case .each: "at once"
        case .lifetime: "so far"
        case .calendar(.day, _): "today"
        case .calendar(let unit, _): "this \(unit.rawValue)"
        case .rolling(let span): "within \(span.text)"
        case .dates(let count, let unit): "within \(count) \(unit.rawValue)\(count == 1 ? "" : "s")"
        }
    }
}
