import CEL
import RulebookModel

/// Successive blocks made ready to run: which of them an instant lies in.
struct BlockProgram: Sendable {
    /// Where the first block begins.
    enum Beginning: Sendable {
        /// With a date.
        case date(CivilDate)
        /// With the latest event that a measure of the same key remembers.
        case latest(MeasureProgram, named: String)
    }

    /// One block, half-open.
    struct Block: Sendable {
        /// Its first position: an instant, or a day in ``WindowPlace/Position/seconds``.
        let epoch: WindowPlace.Position
        /// Its first instant.
        let start: CELTimestamp?
        /// The first instant after it; nil where that lies outside of the years that are counted.
        let end: CELTimestamp?
    }

    let length: MeasureWindow.BlockLength
    let beginning: Beginning

    /// The block in which an instant lies, of those of a key.
    func block(
        at instant: CELTimestamp, in zone: CELTimeZone, _ key: StateKey, _ state: TimelineState?
    ) -> Result<Block, MissingFact> {
        switch beginning {
        case .date(let date):
            guard let first = zone.startOfDay(date), let block = block(at: instant, from: first, date, zone) else {
                return .failure(MissingFact("a time from \(date) on"))
            }
            return .success(block)
        case .latest(let anchor, let name):
            let tally = state?.tally(anchor.index, key)
            // A later one may be missing from the log.
            if let beginning = state?.beginning, !(tally?.isWhole ?? false) {
                return .failure(MissingFact(unknown: beginning.unknown("the latest \(name)")))
            }
            let latest = tally?.figure(anchor.aggregation, at: WindowPlace())
            if case .unknown(let unknown)? = latest { return .failure(MissingFact(unknown: unknown)) }
            guard case .timestamp(let first)? = latest,
                let block = block(at: instant, from: first, zone.date(at: first), zone)
            else { return .failure(MissingFact("an earlier \(name)")) }
            return .success(block)
        }
    }

    private func block(
        at instant: CELTimestamp, from first: CELTimestamp, _ firstDate: CivilDate, _ zone: CELTimeZone
    ) -> Block? {
        switch length {
        case .span(let span):
            guard instant >= first, let passed = instant.since(first)?.nanoseconds,
                let start = first.adding(CELDuration(nanoseconds: passed / span.nanoseconds * span.nanoseconds))
            else { return nil }
            return Block(
                epoch: WindowPlace.Position(start), start: start,
                end: start.adding(CELDuration(nanoseconds: span.nanoseconds)))
        case .dates(let count, let unit):
            guard let dates = unit.block(of: zone.date(at: instant), from: firstDate, count) else { return nil }
            return Block(
                epoch: WindowPlace.Position(seconds: Int64(dates.start.daysSince1970)),
                // What begins with an event does not begin before it.
                start: dates.start == firstDate ? first : zone.startOfDay(dates.start),
                end: dates.end > dates.start ? zone.startOfDay(dates.end) : nil)
        }
    }

    /// Whether the block that begins at a position is over once an event has come at an instant: in a zone, or in every
    /// one where none is given.
    func isOver(_ epoch: WindowPlace.Position, at instant: CELTimestamp, in zone: CELTimeZone?) -> Bool {
        switch length {
        case .span(let span):
            guard let start = CELTimestamp(seconds: epoch.seconds, nanoseconds: epoch.nanoseconds),
                let end = start.adding(CELDuration(nanoseconds: span.nanoseconds))
            else { return false }
            return instant >= end
        case .dates(let count, let unit):
            let end = unit.after(CivilDate(daysSince1970: Int(epoch.seconds)), count)
            // A block of months can be up to three days longer than its first day tells; no clock differs by two days.
            let more = (unit == .day || unit == .week ? 0 : 3) + (zone == nil ? 2 : 0)
            return (zone ?? .utc).date(at: instant).daysSince1970 >= end.daysSince1970 + more
        }
    }
}

/// Something that must be known before a place can be told.
struct MissingFact: Error {
    let unknown: CELUnknown

    init(unknown: CELUnknown) { self.unknown = unknown }

    init(_ name: String) { unknown = CELUnknown(CELAttributePath([name])) }
}

extension MeasureWindow.Unit {
    /// The block of so many units in which a date lies, where the first begins with another date; nil before that.
    func block(of date: CivilDate, from first: CivilDate, _ count: Int) -> (start: CivilDate, end: CivilDate)? {
        guard date >= first else { return nil }
        let number: Int
        switch self {
        case .day, .week:
            let days = count * (self == .week ? 7 : 1)
            number = (date.daysSince1970 - first.daysSince1970) / days
        case .month, .quarter, .year:
            let months = count * (self == .month ? 1 : self == .quarter ? 3 : 12)
            let passed = (date.year - first.year) * 12 + date.month - first.month
            let last = passed / months
            // A block that begins in the same month may begin on a later day of it.
            number = after(first, last * count) > date ? last - 1 : last
        }
        return (after(first, number * count), after(first, (number + 1) * count))
    }
}
