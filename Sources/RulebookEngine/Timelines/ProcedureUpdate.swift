import CEL
import RulebookModel

/// What an event of some type changes in a procedure.
struct ProcedureUpdate: Sendable {
    /// What it changes.
    enum Change: Sendable {
        /// It is one of the steps, where the standard applies.
        case step(ProcedureBody, StandardProgram)
        /// It ends the procedure, which may then begin anew.
        case end(MemoryUpdate.Occasion)
    }

    let program: ProcedureProgram
    let change: Change

    /// Everything in it that reads facts.
    var expressions: [ExpressionProgram] {
        switch change {
        case .step(let body, let standard):
            body.expressions + standard.expressions + (program.clock?.limit.expressions ?? [])
                + (program.clock?.aimExpressions ?? [])
        case .end(let occasion): occasion.expressions
        }
    }

    /// The slots that it reads beside those of its expressions.
    var slots: [Int] {
        switch change {
        case .step(_, let standard): program.keySlots + [program.slot] + standard.scope.map(\.slot)
        case .end: program.keySlots
        }
    }

    /// Applies it for the event whose facts lie in a frame.
    func apply(
        _ frame: CELFrame, now: Int, event: TimelineFinding.Trigger, state: inout TimelineState,
        findings: inout [TimelineFinding]
    ) {
        guard case .success(let key) = StateKey.read(program.keySlots, frame) else { return }
        switch change {
        case .end(let occasion):
            // Where nobody knows whether it ended, what came before may still count.
            if occasion.holds(frame, now: now) == .true {
                state.dropProcedure(program, key, at: event.time)
            }
        case .step(let body, let standard):
            let occasion = MemoryUpdate.Occasion.standard(standard)
            switch occasion.holds(frame, now: now) {
            case .false: return
            case .unknown(let unknown): return leaveGap(unknown, key, event, &state)
            case .true, .error: break
            }
            guard let step = body.step(frame) else {
                for step in body.steps {
                    if case .unknown(let unknown) = step.matches(frame) { leaveGap(unknown, key, event, &state) }
                }
                return
            }
            let isCertain =
                state.isComplete(at: event.time) && body.steps.filter { $0.matches(frame) != .false }.count == 1
            state.updateProcedure(program, key, at: event.time) { tally in
                program.advance(&tally, to: step)
                if isCertain { tally.isPositionKnown = true }
            }
            settle(step, key, frame, now: now, occasion, event: event, &state, &findings)
        }
    }

    private func leaveGap(
        _ unknown: CELUnknown, _ key: StateKey, _ event: TimelineFinding.Trigger, _ state: inout TimelineState
    ) {
        state.updateProcedure(program, key, at: event.time) { $0.gap = $0.gap?.merging(unknown) ?? unknown }
        if let clock = program.clock { state.clocks.leaveGap(clock.index, key, unknown) }
    }

    /// Begins the clock with the first step and ends it with the last that was missing.
    private func settle(
        _ step: Int, _ key: StateKey, _ frame: CELFrame, now: Int, _ occasion: MemoryUpdate.Occasion,
        event: TimelineFinding.Trigger, _ state: inout TimelineState, _ findings: inout [TimelineFinding]
    ) {
        guard let clock = program.clock else { return }
        let tally = state.procedure(program, key, at: event.time)
        let lack = program.lack(tally, state)
        if tally.seen == program.complete {
            for closed in state.clocks.close(clock.index, key) {
                findings.append(clock.finding(closed, .answered(by: event.id, at: event.time)))
            }
        }
        // Where steps may be missing, the first may begin anew what looks complete.
        if step == 0, tally.seen != program.complete || lack != nil {
            ClockUpdate(program: clock, occasion: occasion, change: .open)
                .apply(frame, now: now, event: event, state: &state, findings: &findings)
            if let lack {
                state.clocks.leaveGap(clock.index, key, lack)
            }
        }
    }
}
