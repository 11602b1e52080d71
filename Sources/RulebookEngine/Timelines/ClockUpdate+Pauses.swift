import CEL
import RulebookModel

extension ClockUpdate {
    /// Lets the clocks of a key stand still or go on.
    ///
    /// Where nobody knows whether the event did so, a clock is taken to go the way in which nothing counts as kept that
    /// may not be: what must come is due early, what must not come is forbidden long.
    ///
    /// - Parameters:
    ///   - key: whose clocks.
    ///   - event: the event.
    ///   - unknown: why nobody knows; nil where it is certain.
    ///   - state: what changes.
    ///   - findings: where clocks are settled whose end nobody can tell any more.
    func pause(
        _ key: StateKey, event: TimelineFinding.Trigger, unknown: CELUnknown?, _ state: inout TimelineState,
        _ findings: inout [TimelineFinding]
    ) {
        var pauses = state.pauses(program, key)
        let wasPaused = pauses.isPaused
        // Whether it still is so when the log is complete, nobody knows.
        let unknown = unknown ?? (state.mayLack(at: event.time) ? pauses.gap : nil)
        if let unknown {
            state.clocks.leaveGap(program.index, key, unknown)
            pauses.set(number, to: program.kind.isForbidding, unknown: unknown)
        } else {
            pauses.set(number, to: change == .pause, unknown: nil)
        }
        state.setPauses(program, key, pauses)
        guard wasPaused != pauses.isPaused, let time = event.time else { return }
        if pauses.isPaused {
            state.clocks.stop(program.index, key, at: time)
        } else {
            for (clock, gap) in state.clocks.goOn(program.index, key, at: time, counting: program.count) {
                findings.append(settled(clock.trigger, .unreadable, status: .undetermined, missing: gap.missing))
            }
        }
    }

    /// Lets the limits of a key's clocks begin anew with the event whose facts lie in a frame.
    func reset(_ key: StateKey, _ frame: CELFrame, at time: CELTimestamp?, _ state: inout TimelineState) {
        switch program.limit.end(frame) {
        case .moment(let deadline)?:
            var aim: Moment?
            if case .moment(let moment)? = program.aim?.end(frame) { aim = moment }
            state.clocks.reset(
                program.index, key, to: deadline, aim: aim, extended: program.extended?.end(frame), at: time)
        case .unknown(let unknown)?: state.clocks.leaveGap(program.index, key, unknown)
        case .error(let error)?:
            state.clocks.leaveGap(
                program.index, key, CELUnknown(CELAttributePath(["the limit (\(error.message))"])))
        case nil: break
        }
    }

    /// Gives the clocks of a key the time that an extension gives them.
    func extend(_ key: StateKey, _ state: inout TimelineState) {
        let unknown = state.clocks.extend(program.index, key)
        if let unknown { state.clocks.leaveGap(program.index, key, unknown) }
    }
}
