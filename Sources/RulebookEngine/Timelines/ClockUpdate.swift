import CEL
import RulebookModel

/// What an event of some type may change among the clocks.
struct ClockUpdate: Sendable {
    /// What becomes of the clocks of its key.
    enum Change: Int, Sendable {
        /// They are ended as if they had never run.
        case cancel
        /// The event is the one that is expected or forbidden.
        case answer
        /// The event is the one that is expected, and expected again.
        case recur
        /// The stretch ends.
        case end
        /// The event is one of those that are counted.
        case turn
        /// The limit begins anew.
        case reset
        /// The end of a pause: clocks go on.
        case resume
        /// The beginning of a pause: clocks stand still.
        case pause
        /// There is more time.
        case extend
        /// Another clock begins.
        case open
    }

    let program: ClockProgram
    let occasion: MemoryUpdate.Occasion
    let change: Change
    /// Which of the pauses it begins or ends.
    var number = 0

    /// Everything in it that reads facts.
    var expressions: [ExpressionProgram] {
        switch change {
        case .open, .recur, .reset: occasion.expressions + program.limit.expressions + program.aimExpressions
        case .cancel, .answer, .end, .turn, .resume, .pause, .extend: occasion.expressions
        }
    }

    /// The slots that it reads beside those of its expressions.
    var slots: [Int] {
        var slots = program.keySlots
        if case .open = change { slots += program.limit.slots }
        if case .standard(let standard) = occasion { slots += standard.scope.map(\.slot) }
        return slots
    }

    /// Applies it for the event whose facts lie in a frame.
    ///
    /// An event whose key is missing could end anybody's clock: it ends none. One that would begin a clock is
    /// undetermined at once.
    func apply(
        _ frame: CELFrame, now: Int, event: TimelineFinding.Trigger, state: inout TimelineState,
        findings: inout [TimelineFinding]
    ) {
        if change == .open {
            return begin(frame, now: now, event: event, state: &state, findings: &findings)
        }
        let holds = occasion.holds(frame, now: now)
        guard holds != .false, case .success(let key) = program.key(frame) else { return }
        switch holds {
        case .unknown(let unknown): leaveGap(unknown, key, event, &state, &findings)
        case .error(let error):
            let unknown = CELUnknown(CELAttributePath(["a condition (\(error.message))"]))
            leaveGap(unknown, key, event, &state, &findings)
        case .true, .false:
            switch change {
            case .pause, .resume: pause(key, event: event, unknown: nil, &state, &findings)
            case .extend: extend(key, &state)
            case .reset: reset(key, frame, at: event.time, &state)
            default: settle(key, frame, event: event, state: &state, findings: &findings)
            }
        }
    }

    private func leaveGap(
        _ unknown: CELUnknown, _ key: StateKey, _ event: TimelineFinding.Trigger, _ state: inout TimelineState,
        _ findings: inout [TimelineFinding]
    ) {
        if change == .pause || change == .resume {
            return pause(key, event: event, unknown: unknown, &state, &findings)
        }
        state.clocks.leaveGap(program.index, key, unknown)
        if case .interval(let interval) = program.limit {
            state.updateInterval(interval, key, at: event.time) { $0.leaveGap(unknown) }
        }
    }

    /// What becomes of the clocks of a key.
    private func settle(
        _ key: StateKey, _ frame: CELFrame, event: TimelineFinding.Trigger, state: inout TimelineState,
        findings: inout [TimelineFinding]
    ) {
        let time = event.time
        if case .interval(let interval) = program.limit { change.apply(to: interval, key, at: time, &state) }
        let lack = program.lack(key, at: time, frame, state)
        if change.closes, lack != nil, state.isComplete(at: time) { state.clocks.makeCertain(program.index, key) }
        if case .recurrence(let stretch) = program.kind {
            switch change {
            case .recur where state.clocks.clocks(stretch, key).isEmpty:
                guard let lack else { return }
                // A stretch may have begun before the log is complete.
                state.clocks.open(stretch, key, OpenClocks.Clock(trigger: event, deadline: nil, doubt: lack))
                state.lives.attach(stretch, key, to: program.lives)
            case .end, .cancel: _ = state.clocks.close(stretch, key)
            default: break
            }
        }
        let closed =
            change == .turn ? state.clocks.countTurn(program.index, key) : state.clocks.close(program.index, key)
        // What is forbidden and comes is found at the event itself, where it is decided.
        if case (.absence, .answer) = (program.kind, change) { return }
        for clock in closed { findings.append(program.finding(clock, change.cause(by: event.id, at: time))) }
        guard change == .recur, case .recurrence(let stretch) = program.kind else { return }
        let running = state.clocks.clocks(stretch, key)
        let certain = running.last { $0.isCertain }
        run(key, frame, event: event, doubt: (certain ?? running.last)?.uncertainty, &state, &findings)
    }

    private func begin(
        _ frame: CELFrame, now: Int, event: TimelineFinding.Trigger, state: inout TimelineState,
        findings: inout [TimelineFinding]
    ) {
        guard case .standard(let standard) = occasion else { return }
        let applies = standard.applicability(frame, now: now)
        guard applies != .false else { return }
        var doubt: CELUnknown?
        if case .unknown(let unknown) = applies { doubt = unknown }
        switch standard.unless?.evaluate(frame) ?? .false {
        case .true:
            return findings.append(settled(event, .excused, status: .excused))
        case .unknown(let unknown): doubt = doubt?.merging(unknown) ?? unknown
        // An exception whose condition errs is not granted.
        case .false, .error: break
        }
        let standardDoubt = doubt
        let key: StateKey
        switch program.key(frame) {
        case .success(let found): key = found
        case .failure(let missing):
            return findings.append(settled(event, .unreadable, status: .undetermined, missing: missing.unknown))
        }
        let lack = program.lack(key, at: event.time, frame, state)
        switch program.again {
        case .each: break
        case .keep:
            let running = running(key, at: event.time, state)
            if running.contains(where: { $0 == nil }) { return }
            // Where nobody knows whether one runs, nobody knows whether this begins another.
            for case let unknown? in running + [lack] { doubt = doubt?.merging(unknown) ?? unknown }
        case .restart:
            for clock in state.clocks.close(program.index, key) {
                findings.append(program.finding(clock, .replaced(by: event.id, at: event.time)))
            }
        }
        if case .interval(let interval) = program.limit {
            state.updateInterval(interval, key, at: event.time) { tally in
                // One that takes the place of another is not counted again.
                if tally.start == nil { tally.count += 1 }
                tally.start = event.time
                if let doubt { tally.leaveGap(doubt) }
            }
            // One that may not begin is found at the event itself, where it is decided.
            if interval.evaluate(frame) == .false { return }
        }
        if case .recurrence(let stretch) = program.kind {
            var stretchClock = OpenClocks.Clock(trigger: event, deadline: nil, doubt: standardDoubt)
            // Whether another ran already or not, one runs now.
            if state.isComplete(at: event.time), lack != nil { state.clocks.makeCertain(program.index, key) }
            if state.mayLack(at: event.time) { stretchClock.gap = state.beginning?.unknown(program.title) }
            state.clocks.open(stretch, key, stretchClock)
            state.lives.attach(stretch, key, to: program.lives)
        }
        run(key, frame, event: event, doubt: doubt, &state, &findings)
    }

    /// The clocks of a key that run, each with what nobody knows of it: whether it does.
    private func running(
        _ key: StateKey, at time: CELTimestamp?, _ state: TimelineState
    ) -> [CELUnknown?] {
        if case .interval(let interval) = program.limit {
            guard let start = state.intervals(interval, key, at: time).start else { return [] }
            return [state.mayLack(at: start) ? state.beginning?.unknown(program.title) : nil]
        }
        return state.clocks.clocks(program.runningIndex, key).map(\.uncertainty)
    }

    /// Lets a clock run from an event on; one whose end nobody can tell is undetermined at once.
    private func run(
        _ key: StateKey, _ frame: CELFrame, event: TimelineFinding.Trigger, doubt: CELUnknown?,
        _ state: inout TimelineState, _ findings: inout [TimelineFinding]
    ) {
        var deadline: Moment?
        switch program.limit.end(frame) {
        case nil: break
        case .moment(let moment): deadline = moment
        case .unknown(let unknown):
            return findings.append(settled(event, .unreadable, status: .undetermined, missing: unknown))
        case .error(let error):
            let missing = CELUnknown(CELAttributePath(["the limit (\(error.message))"]))
            return findings.append(settled(event, .unreadable, status: .undetermined, missing: missing))
        }
        var clock = OpenClocks.Clock(trigger: event, deadline: deadline, doubt: doubt)
        if case .moment(let aim)? = program.aim?.end(frame) { clock.aim = aim }
        if case .interval(let interval) = program.limit { clock.leastLength = interval.leastLength(frame) }
        clock.turnsLeft = program.turnCount
        clock.extended = program.extended?.end(frame)
        let pauses = state.pauses(program, key)
        if pauses.isPaused { clock.pausedSince = event.time }
        clock.gap = pauses.gap
        // What would have settled it may be missing from the log.
        if state.mayLack(at: event.time), let unknown = state.beginning?.unknown(program.title) {
            clock.gap = clock.gap?.merging(unknown) ?? unknown
        }
        state.open(program, key, clock)
    }

    func settled(
        _ event: TimelineFinding.Trigger, _ cause: TimelineFinding.Cause, status: FindingStatus,
        missing: CELUnknown? = nil
    ) -> TimelineFinding {
        TimelineFinding(
            standard: program.standard,
            status: program.force == .may && status == .undetermined ? .notApplicable : status, trigger: event,
            cause: cause, deadline: nil, stoodStill: nil, missedAim: nil,
            missing: (missing?.paths ?? []).map(\.description).sorted())
    }
}

extension ClockUpdate.Change {
    /// Whether no clock of its key runs afterwards.
    fileprivate var closes: Bool {
        switch self {
        case .cancel, .answer, .end: true
        case .recur, .turn, .resume, .pause, .extend, .reset, .open: false
        }
    }

    /// What settles the clocks of its key.
    fileprivate func cause(by id: String, at time: CELTimestamp?) -> TimelineFinding.Cause {
        switch self {
        case .answer, .recur: .answered(by: id, at: time)
        case .cancel: .cancelled(by: id, at: time)
        case .turn: .counted(by: id, at: time)
        case .end, .open, .resume, .pause, .extend, .reset: .ended(by: id, at: time)
        }
    }

    /// What becomes of the intervals of a key.
    fileprivate func apply(
        to interval: IntervalProgram, _ key: StateKey, at time: CELTimestamp?, _ state: inout TimelineState
    ) {
        switch self {
        case .answer:
            state.updateInterval(interval, key, at: time) { $0.end(at: time, counting: interval.timeCount) }
        case .end: state.dropInterval(interval, key, at: time)
        case .cancel:
            state.updateInterval(interval, key, at: time) { tally in
                if tally.start != nil { tally.count -= 1 }
                tally.start = nil
            }
        case .recur, .turn, .open, .resume, .pause, .extend, .reset: break
        }
    }
}
