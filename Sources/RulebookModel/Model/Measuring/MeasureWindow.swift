public import CEL
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
        /// One stretch after the other, each so long, from the beginning on; before it there is none.
        case blocks(BlockLength, BlockBeginning)
    }

    /// How long each of several successive blocks is.
    public enum BlockLength: Hashable, Sendable {
        /// So much time, from instant to instant.
        case span(TimeSpan)
        /// So many dates, weeks, months or years; a month keeps the day number or takes the last day.
        case dates(count: Int, Unit)

        /// As people say it: `30 days`.
        public var text: String {
            switch self {
            case .span(let span): span.text
            case .dates(let count, let unit): "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")"
            }
        }
    }

    /// Where the first of several successive blocks begins.
    public enum BlockBeginning: Hashable, Sendable {
        /// With the latest event of ``MeasureWindow/anchor`` under the key.
        case anchor
        /// With a date.
        case date(CivilDate)
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
    /// The events with which successive blocks begin, where no date says when they do.
    public let anchor: EventPattern?
    /// Where it stands.
    public let range: SourceRange

    init(extent: Extent, zone: Zone, anchor: EventPattern? = nil, range: SourceRange) {
        self.extent = extent
        self.zone = zone
        self.anchor = anchor
        self.range = range
    }

    /// The types of the events with which successive blocks begin.
    var anchorTypes: [String] { anchor?.types ?? [] }

    /// As people say it: `this month`, `within 168h`.
    public var text: String {
        switch extent {
        case .each: "at once"
        case .lifetime: "so far"
        case .calendar(.day, _): "today"
        case .calendar(let unit, _): "this \(unit.rawValue)"
        case .rolling(let span): "within \(span.text)"
        case .dates(let count, let unit): "within \(count) \(unit.rawValue)\(count == 1 ? "" : "s")"
        case .blocks(let length, .date(let date)): "within a block of \(length.text) from \(date) on"
        case .blocks(let length, .anchor): "within a block of \(length.text) from \(anchor?.text ?? "") on"
        }
    }
}
