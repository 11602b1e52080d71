import CEL
import RulebookModel

/// A window made ready to run: instants become places.
struct WindowProgram: Sendable {
    /// Where a place comes to.
    enum Placement {
        case place(WindowPlace)
        /// The time, the zone or the beginning of the blocks is missing.
        case unknown(CELUnknown)
    }

    let extent: MeasureWindow.Extent
    let zone: CELTimeZone
    /// The slot that names the zone, where a fact does.
    let zoneSlot: Int?
    /// The slot of the event's time.
    let now: Int
    /// The blocks, where the window is one of them.
    var blocks: BlockProgram?
    /// What says how long what lies under the key lives, where the window is that life.
    var lives: [KeyLife] = []

    /// Whether what was measured leaves the window piece by piece.
    var isRolling: Bool {
        switch extent {
        case .rolling, .dates: true
        case .each, .lifetime, .calendar, .blocks: false
        }
    }

    /// The place of the event whose facts lie in a frame, among those of a key.
    func place(_ frame: CELFrame, _ key: StateKey, _ state: TimelineState?) -> Placement {
        let instant: CELTimestamp
        switch frame[now] {
        case .timestamp(let time): instant = time
        case .unknown(let unknown):
            guard extent == .lifetime else { return .unknown(unknown) }
            return .place(WindowPlace(epoch: life(key, state, at: nil)))
        default: return .unknown(CELUnknown(CELAttributePath(["now"])))
        }
        switch zone(frame) {
        case .failure(let missing): return .unknown(missing.unknown)
        case .success(let zone):
            guard let blocks else {
                var place = place(of: instant, in: zone)
                if !lives.isEmpty { place.epoch = life(key, state, at: instant) }
                return .place(place)
            }
            return switch blocks.block(at: instant, in: zone, key, state) {
            case .success(let block): .place(WindowPlace(epoch: block.epoch, position: .init(instant)))
            case .failure(let missing): .unknown(missing.unknown)
            }
        }
    }

    /// The life of a key at an instant.
    private func life(_ key: StateKey, _ state: TimelineState?, at time: CELTimestamp?) -> WindowPlace.Position {
        WindowPlace.Position(seconds: state?.lives.number(lives, key, at: time) ?? 0)
    }

    /// Whether what happened before an instant may lie in the window of the event whose facts lie in a frame.
    func reaches(before instant: CELTimestamp, _ frame: CELFrame, _ key: StateKey, _ state: TimelineState) -> Bool {
        if !lives.isEmpty {
            let time: CELTimestamp? = if case .timestamp(let instant) = frame[now] { instant } else { nil }
            return !state.lives.isWhole(lives, key, at: time)
        }
        guard case .timestamp(let time) = frame[now], case .success(let zone) = zone(frame) else { return true }
        if let blocks {
            guard case .success(let block) = blocks.block(at: time, in: zone, key, state) else { return true }
            return block.start.map { $0 < instant } ?? true
        }
        switch extent {
        case .each: return false
        case .lifetime, .blocks: return true
        case .rolling(let span):
            return time.since(instant).map { $0.nanoseconds < span.nanoseconds } ?? (time < instant)
        case .calendar(let unit, let weekBegins):
            return zone.startOfDay(unit.start(of: zone.date(at: time), weekBegins: weekBegins)).map { $0 < instant }
                ?? true
        case .dates(let count, let unit):
            let last = unit.before(zone.date(at: time), count).daysSince1970
            return zone.startOfDay(CivilDate(daysSince1970: last + 1)).map { $0 < instant } ?? true
        }
    }

    /// The zone in which dates are told for the event whose facts lie in a frame.
    func zone(_ frame: CELFrame) -> Result<CELTimeZone, MissingFact> {
        guard let zoneSlot else { return .success(zone) }
        switch frame[zoneSlot] {
        case .string(let name):
            if let named = CELTimeZone.named(name.text) { return .success(named) }
        case .unknown(let unknown): return .failure(MissingFact(unknown: unknown))
        default: break
        }
        return .failure(MissingFact("zone"))
    }

    /// The place of an instant.
    private func place(of instant: CELTimestamp, in zone: CELTimeZone) -> WindowPlace {
        let position = WindowPlace.Position(instant)
        switch extent {
        case .each, .lifetime, .blocks: return WindowPlace(position: position)
        case .rolling(let span): return WindowPlace(position: position, floor: Self.floor(position, span))
        case .calendar(let unit, let weekBegins):
            let start = unit.start(of: zone.date(at: instant), weekBegins: weekBegins)
            return WindowPlace(epoch: .init(seconds: Int64(start.daysSince1970)), position: position)
        case .dates(let count, let unit):
            let today = zone.date(at: instant)
            return WindowPlace(
                position: .init(seconds: Int64(today.daysSince1970)),
                floor: .init(seconds: Int64(unit.before(today, count).daysSince1970)))
        }
    }

    /// Whether nothing of what was measured counts any more, in any zone, once an event has come at an instant.
    func isSpent(_ tally: WindowTally, _ key: StateKey, _ lives: KeyLives, at instant: CELTimestamp) -> Bool {
        if !self.lives.isEmpty { return tally.epoch.seconds < lives.number(self.lives, key, at: instant) }
        if let blocks { return blocks.isOver(tally.epoch, at: instant, in: zoneSlot == nil ? zone : nil) }
        return tally.isSpent(at: placeReachedEverywhere(at: instant))
    }

    /// A place that has been reached in every zone once an event has come at an instant.
    private func placeReachedEverywhere(at instant: CELTimestamp) -> WindowPlace {
        guard zoneSlot != nil else { return place(of: instant, in: zone) }
        // No two clocks differ by more than 26 hours.
        return place(
            of: CELTimestamp(seconds: instant.seconds - 2 * 86_400, nanoseconds: instant.nanoseconds) ?? instant,
            in: .utc)
    }

    /// t − w, which the half-open window (t − w, t] leaves out.
    private static func floor(_ position: WindowPlace.Position, _ span: TimeSpan) -> WindowPlace.Position {
        let second: Int64 = 1_000_000_000
        var seconds = position.seconds - span.nanoseconds / second
        var nanoseconds = Int64(position.nanoseconds) - span.nanoseconds % second
        if nanoseconds < 0 {
            nanoseconds += second
            seconds -= 1
        }
        return WindowPlace.Position(seconds: seconds, nanoseconds: Int32(nanoseconds))
    }
}

extension MeasureWindow.Unit {
    /// The first date of the unit in which a date lies.
    func start(of date: CivilDate, weekBegins: Int) -> CivilDate {
        switch self {
        case .day: return date
        case .week:
            // Sunday is 0 to the calendar and 7 to people.
            let weekday = date.dayOfWeek == 0 ? 7 : date.dayOfWeek
            return CivilDate(daysSince1970: date.daysSince1970 - (weekday - weekBegins + 7) % 7)
        case .month: return CivilDate(year: date.year, month: date.month, day: 1) ?? date
        case .quarter: return CivilDate(year: date.year, month: (date.month - 1) / 3 * 3 + 1, day: 1) ?? date
        case .year: return CivilDate(year: date.year, month: 1, day: 1) ?? date
        }
    }

    /// The date that lies so many units before; a month keeps the day number or takes the last day.
    func before(_ date: CivilDate, _ count: Int) -> CivilDate {
        switch self {
        case .day: CivilDate(daysSince1970: date.daysSince1970 - count)
        case .week: CivilDate(daysSince1970: date.daysSince1970 - 7 * count)
        case .month: Self.date(date, months: -count)
        case .quarter: Self.date(date, months: -3 * count)
        case .year: Self.date(date, months: -12 * count)
        }
    }

    /// The date so many months later, or earlier where the count is negative.
    static func date(_ date: CivilDate, months count: Int) -> CivilDate {
        let months = date.year * 12 + date.month - 1 + count
        // No log is older than the calendar; the day before its first counts everything.
        guard months >= 12 else { return CivilDate(daysSince1970: -719_163) }
        let (year, month) = (months / 12, months % 12 + 1)
        let day = Swift.min(date.day, CivilDate.dayCount(ofMonth: month, year: year))
        return CivilDate(year: year, month: month, day: day) ?? date
    }
}
