import CEL
import RulebookModel

/// A timeline that is settled by later events, made ready to run.
final class ClockProgram: Sendable {
    /// What it waits for.
    enum Kind: Sendable {
        /// An event that must come.
        case response
        /// An event that must not.
        case absence
        /// The end of an interval.
        case interval
        /// The last missing step of a procedure.
        case procedure
        /// An event that must come again and again, while a stretch lasts whose clock has another place in the state.
        case recurrence(stretch: Int)
        /// Nothing: it runs while a stretch lasts.
        case stretch

        /// Whether it tells of what must not come.
        var isForbidding: Bool { if case .absence = self { true } else { false } }

        /// Whether the event that begins it obliges to something.
        var isDuty: Bool {
            switch self {
            case .response, .interval, .procedure, .recurrence: true
            case .absence, .stretch: false
            }
        }
    }

    /// Its place in the state.
    let index: Int
    /// The standard's place among the rulebook's.
    let standard: Int
    let kind: Kind
    let force: Force
    /// What begins it and under which standard, for what nobody knows of it.
    let title: String
    let keySlots: [Int]
    /// What says how long what lies under the key lives.
    let lives: [KeyLife]
    let limit: ClockLimit
    /// How many events of some pattern may come at most; nil where none are counted.
    let turnCount: Int?
    /// The end that is wished for.
    let aim: DeadlineProgram?
    let again: TimelineRule.Again
    /// The limit that an extension gives.
    let extended: DeadlineProgram?
    /// How many pauses it has.
    let pauseCount: Int
    /// Whether some events begin its limit anew.
    let isReset: Bool

    init(
        index: Int, standard: Int, kind: Kind, force: Force, title: String, keySlots: [Int],
        lives: [KeyLife], limit: ClockLimit = .none, turnCount: Int? = nil, aim: DeadlineProgram? = nil,
        again: TimelineRule.Again,
        extended: DeadlineProgram? = nil, pauseCount: Int = 0, isReset: Bool = false
    ) {
        self.isReset = isReset
        self.title = title
        self.lives = lives
        self.pauseCount = pauseCount
        self.index = index
        self.standard = standard
        self.kind = kind
        self.force = force
        self.keySlots = keySlots
        self.limit = limit
        self.turnCount = turnCount
        self.aim = aim
        self.again = again
        self.extended = extended
    }

    /// What the aim and the extension read.
    var aimExpressions: [ExpressionProgram] { [aim, extended].compactMap { $0 }.flatMap(\.expressions) }

    /// How it counts.
    var count: TimeCount {
        switch limit {
        case .none: TimeCount(calendar: nil)
        case .deadline(let deadline): TimeCount(calendar: deadline.calendar.clock)
        case .interval(let interval): interval.timeCount
        }
    }

    /// The place in the state whose clocks say that one runs already.
    var runningIndex: Int {
        if case .recurrence(let stretch) = kind { stretch } else { index }
    }

    /// The key of the event whose facts lie in a frame.
    func key(_ frame: CELFrame) -> Result<StateKey, MissingKey> { StateKey.read(keySlots, frame) }

    /// Whether it ends only with an event, or with the life of its key.
    var isEndless: Bool {
        switch (kind, limit) {
        case (.recurrence, _), (.stretch, _), (_, .none): true
        case (.interval, .interval(let interval)): interval.each == nil && interval.total == nil
        case (_, .deadline), (_, .interval): false
        }
    }

    /// Whether it matters which clocks of its key run already.
    var asksWhatRuns: Bool {
        switch kind {
        case .absence, .recurrence: true
        case .response, .interval, .procedure, .stretch: again == .keep
        }
    }

    /// What nobody knows at an instant of the clocks of a key: whether one runs that was begun before the log is complete;
    /// nil where none does.
    func lack(_ key: StateKey, at time: CELTimestamp?, _ frame: CELFrame, _ state: TimelineState) -> CELUnknown? {
        guard let beginning = state.beginning, asksWhatRuns, !state.clocks.isCertain(index, key) else { return nil }
        if isEndless, state.lives.isWhole(lives, key, at: time) { return nil }
        if let time, let last = beginning.lastBefore, isOver(at: time, begunAt: last, frame) { return nil }
        return beginning.unknown(title)
    }

    /// Whether a clock is certainly over at an instant that was begun at another, or before.
    private func isOver(at time: CELTimestamp, begunAt start: CELTimestamp, _ frame: CELFrame) -> Bool {
        // A stretch has no limit; that of a recurrence is how far its events may lie apart.
        if case .recurrence = kind { return false }
        guard pauseCount == 0, !isReset, case .deadline(let deadline) = limit else { return false }
        return [deadline, extended].compactMap { $0 }.allSatisfy { deadline in
            // A limit that is an expression is about a trigger that nobody knows.
            guard deadline.expressions.isEmpty, case .moment(let end) = deadline.end(after: start, frame) else {
                return false
            }
            return end.isOver(at: time)
        }
    }

    /// A key as people write it, with private values masked.
    func text(_ key: StateKey, _ compiled: CompiledRulebook) -> String {
        zip(keySlots, key.values).map { slot, value in
            let path = compiled.slotPaths[slot]
            let isHidden = compiled.privacy.hides(path) || compiled.privacy.hides(value)
            let text = isHidden ? Explainer.mask : value.factText(roles: compiled.rulebook.vocabulary.roles)
            return "\(path) \(text)"
        }.joined(separator: ", ")
    }

    /// What becomes of a clock.
    func finding(_ clock: OpenClocks.Clock, _ cause: TimelineFinding.Cause) -> TimelineFinding {
        var status = status(cause)
        if case .interval = kind, status == .met, isTooShort(clock, cause) { status = .missed }
        var missing: CELUnknown?
        // What nobody knows matters only where it could have saved the standard, or kept it from applying.
        switch (kind, status) {
        case (.absence, .met): missing = clock.gap
        case (.absence, _): break
        // Another step may have been the last that was missing.
        case (.procedure, .met), (.procedure, .notApplicable): missing = clock.gap
        case (_, .missed): missing = Self.union(clock.gap, clock.doubt)
        default: break
        }
        if missing != nil { status = .undetermined }
        // A recognition that was not earned is nothing.
        if force == .may, status == .missed || status == .undetermined { status = .notApplicable }
        return TimelineFinding(
            standard: standard, status: status, trigger: clock.trigger, cause: cause,
            deadline: clock.pausedSince == nil ? clock.deadline : nil, stoodStill: stoodStill(clock, cause),
            missedAim: missedAim(clock, cause), missing: (missing?.paths ?? []).map(\.description).sorted())
    }

    private func status(_ cause: TimelineFinding.Cause) -> FindingStatus {
        switch (kind, cause) {
        case (.absence, .expired), (.absence, .ended), (.absence, .counted), (.absence, .over): .met
        case (.absence, .answered): .missed
        case (.interval, .ended): .met
        case (_, .answered): .met
        case (_, .expired), (_, .counted), (.response, .over), (.procedure, .over): .missed
        case (_, .ended), (_, .cancelled), (_, .replaced), (_, .over): .notApplicable
        case (_, .excused): .excused
        case (_, .unreadable): .undetermined
        case (_, .open): .pending
        }
    }

    /// What the clock did not count, where it stood still before it was answered.
    private func stoodStill(_ clock: OpenClocks.Clock, _ cause: TimelineFinding.Cause) -> CELDuration? {
        guard case .answered(_, let time?) = cause, clock.pausedSince != nil || clock.stoodStill != 0,
            let counted = clock.counted(to: time, count)
        else { return nil }
        return CELDuration(nanoseconds: counted.stoodStill)
    }

    /// The end that was wished for, where the clock ran past it.
    private func missedAim(_ clock: OpenClocks.Clock, _ cause: TimelineFinding.Cause) -> Moment? {
        guard let aim = clock.aim, case .answered(_, let time?) = cause, aim.isOver(at: clock.pausedSince ?? time)
        else { return nil }
        return aim
    }

    private func isTooShort(_ clock: OpenClocks.Clock, _ cause: TimelineFinding.Cause) -> Bool {
        guard let least = clock.leastLength, let start = clock.trigger.time,
            case .answered(_, let time?) = cause, let length = try? count.length(from: start, to: time)
        else { return false }
        return length < least
    }

    private static func union(_ first: CELUnknown?, _ second: CELUnknown?) -> CELUnknown? {
        guard let first, let second else { return first ?? second }
        return first.merging(second)
    }
}
