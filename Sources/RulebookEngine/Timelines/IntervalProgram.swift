import CEL
import RulebookModel

/// Limits on intervals, one by one and together, made ready to run.
final class IntervalProgram: Sendable {
    /// Its place in the state.
    let index: Int
    /// What begins one and under which standard, for what nobody knows of it.
    let title: String
    let keySlots: [Int]
    /// What says how long what lies under the key lives.
    let lives: [KeyLife]
    /// The slot that holds how many intervals were begun before; null while one runs.
    let countSlot: Int
    /// The slot that holds how long those that are over took together.
    let usedSlot: Int
    /// How long each may be.
    let each: LimitProgram?
    /// How long all may be together.
    let total: LimitProgram?
    /// How many there may be.
    let count: LimitProgram?
    /// How long each must be.
    let least: LimitProgram?
    /// How they are counted: all time, or the open time of a calendar.
    let timeCount: TimeCount
    /// The slot of the event's time.
    private let now: Int

    init(
        index: Int, title: String, keySlots: [Int], lives: [KeyLife], countSlot: Int, usedSlot: Int,
        each: LimitProgram?,
        total: LimitProgram?,
        count: LimitProgram?, least: LimitProgram?, timeCount: TimeCount, now: Int
    ) {
        self.timeCount = timeCount
        self.index = index
        self.title = title
        self.lives = lives
        self.keySlots = keySlots
        self.countSlot = countSlot
        self.usedSlot = usedSlot
        self.each = each
        self.total = total
        self.count = count
        self.least = least
        self.now = now
    }

    /// Everything in it that reads facts.
    var expressions: [ExpressionProgram] { [each, total, count, least].compactMap { $0?.expression } }

    /// The slots in which it looks.
    var slots: [Int] { [countSlot, usedSlot] }

    /// How many intervals were begun before the event whose facts lie in a frame; null while one runs.
    func readCount(_ frame: CELFrame, _ state: TimelineState?) -> CELValue {
        read(frame, state) { $0.start == nil ? .int(Int64($0.count)) : .null }
    }

    /// How long the intervals that are over took together.
    func readUsed(_ frame: CELFrame, _ state: TimelineState?) -> CELValue {
        read(frame, state) { .duration(CELDuration(nanoseconds: $0.nanoseconds)) }
    }

    private func read(
        _ frame: CELFrame, _ state: TimelineState?, _ figure: (IntervalTally) -> CELValue
    ) -> CELValue {
        guard let state else { return .unknown(CELUnknown(CELAttributePath(["what happened before"]))) }
        switch StateKey.read(keySlots, frame) {
        case .failure(let missing): return .unknown(missing.unknown)
        case .success(let key):
            let time: CELTimestamp? = if case .timestamp(let instant) = frame[now] { instant } else { nil }
            let tally = state.intervals(self, key, at: time)
            if let gap = tally.gap { return .unknown(gap) }
            let figure = figure(tally)
            // While one runs, nothing else matters.
            if case .null = figure { return figure }
            if let beginning = state.beginning, !tally.isWhole { return .unknown(beginning.unknown(title)) }
            return figure
        }
    }

    /// Whether another interval may begin; while one runs nothing begins.
    func evaluate(_ frame: CELFrame) -> CELTruth {
        if case .null = frame[countSlot] { return .true }
        var result = CELTruth.true
        if let count {
            switch frame[countSlot] {
            case .int(let number): result = count.holds(number + 1, frame)
            case .unknown(let unknown): result = .unknown(unknown)
            default: break
            }
        }
        guard let total else { return result }
        return result.conjoined(with: isTimeLeft(total, frame))
    }

    /// Of time that is used up nothing is left, whether or not the limit itself is kept.
    private func isTimeLeft(_ total: LimitProgram, _ frame: CELFrame) -> CELTruth {
        switch remaining(total, frame) {
        case .success(let nanoseconds): nanoseconds > 0 ? .true : .false
        case .failure(.unknown(let unknown)): .unknown(unknown)
        case .failure(.error(let error)): .error(error)
        }
    }

    private enum Obstacle: Error {
        case unknown(CELUnknown)
        case error(CELError)
    }

    private func remaining(_ total: LimitProgram, _ frame: CELFrame) -> Result<Int64, Obstacle> {
        switch (total.value(frame), frame[usedSlot]) {
        case (.duration(let limit), .duration(let used)): .success(limit.nanoseconds - used.nanoseconds)
        case (.unknown(let unknown), _), (_, .unknown(let unknown)): .failure(.unknown(unknown))
        case (.error(let error), _): .failure(.error(error))
        default: .failure(.error(CELError(.noSuchOverload, "the limit is no length of time")))
        }
    }

    /// Until when an interval may run that begins with the event whose facts lie in a frame; nil where it may for ever.
    func end(_ frame: CELFrame) -> DeadlineProgram.Reading? {
        guard case .timestamp(let start) = frame[now] else {
            return .unknown(CELUnknown(CELAttributePath(["now"])))
        }
        var earliest: Moment?
        if let each {
            switch each.value(frame) {
            case .duration(let length):
                switch end(start, after: length.nanoseconds, isIncluded: each.isIncluded) {
                case .moment(let end): earliest = end
                case let other: return other
                }
            case .unknown(let unknown): return .unknown(unknown)
            case .error(let error): return .error(error)
            default: return .error(CELError(.noSuchOverload, "the limit is no length of time"))
            }
        }
        if let total {
            switch remaining(total, frame) {
            case .success(let nanoseconds):
                switch end(start, after: nanoseconds, isIncluded: total.isIncluded) {
                case .moment(let end): earliest = earliest.map { min($0, end) } ?? end
                case let other: return other
                }
            case .failure(.unknown(let unknown)): return .unknown(unknown)
            case .failure(.error(let error)): return .error(error)
            }
        }
        return earliest.map(DeadlineProgram.Reading.moment)
    }

    private func end(_ start: CELTimestamp, after nanoseconds: Int64, isIncluded: Bool) -> DeadlineProgram.Reading {
        guard let calendar = timeCount.calendar else {
            return Moment(start, after: nanoseconds, isIncluded: isIncluded).map(DeadlineProgram.Reading.moment)
                ?? DeadlineProgram.farAway
        }
        do throws(BusinessCalendar.Gap) {
            let instant = try calendar.instant(afterOpenTime: CELDuration(nanoseconds: nanoseconds), from: start)
            return .moment(Moment(instant: instant, isIncluded: isIncluded))
        } catch {
            return DeadlineProgram.Reading(error)
        }
    }

    /// The least length of an interval that begins with the event whose facts lie in a frame, in nanoseconds.
    func leastLength(_ frame: CELFrame) -> Int64? {
        if case .duration(let length)? = least?.value(frame) { length.nanoseconds } else { nil }
    }
}
