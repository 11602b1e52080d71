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
        /// The stretch ends.
        case end
        /// Another clock begins.
        case open
    }

    let program: ClockProgram
    let occasion: MemoryUpdate.Occasion
    let change: Change

    /// Everything in it that reads facts.
    var expressions: [ExpressionProgram] {
        occasion.expressions + (change == .open ? [program.deadline?.expression].compactMap { $0 } : [])
    }

    /// Applies it for the event whose facts lie in a frame.
    ///
    /// An event whose key is missing could end anybody's clock: it ends none. One that would begin a clock is
    /// undetermined at once.
    func apply(
        _ frame: CELFrame, now: Int, event: TimelineFinding.Trigger, clocks: inout OpenClocks,
        findings: inout [TimelineFinding]
    ) {
        if change == .open {
            return begin(frame, now: now, event: event, clocks: &clocks, findings: &findings)
        }
        let holds = occasion.holds(frame, now: now)
        guard holds != .false, case .success(let key) = program.key(frame) else { return }
        switch holds {
        case .unknown(let unknown): clocks.leaveGap(program.index, key, unknown)
        case .error(let error):
            clocks.leaveGap(program.index, key, CELUnknown(CELAttributePath(["a condition (\(error.message))"])))
        case .true, .false:
            let closed = clocks.close(program.index, key)
            // What is forbidden and comes is found at the event itself, where it is decided.
            if program.kind == .absence, change == .answer { return }
            let time = event.event.time
            for clock in closed {
                let cause: TimelineFinding.Cause =
                    switch change {
                    case .answer: .answered(by: event.id, at: time)
                    case .cancel: .cancelled(by: event.id, at: time)
                    case .end, .open: .ended(by: event.id, at: time)
                    }
                findings.append(program.finding(clock, cause))
            }
        }
    }

    private func begin(
        _ frame: CELFrame, now: Int, event: TimelineFinding.Trigger, clocks: inout OpenClocks,
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
        let key: StateKey
        switch program.key(frame) {
        case .success(let found): key = found
        case .failure(let missing):
            return findings.append(settled(event, .unreadable, status: .undetermined, missing: missing.unknown))
        }
        var deadline: Moment?
        switch program.deadline?.end(frame) {
        case nil: break
        case .moment(let moment): deadline = moment
        case .unknown(let unknown):
            return findings.append(settled(event, .unreadable, status: .undetermined, missing: unknown))
        case .error(let error):
            let missing = CELUnknown(CELAttributePath(["the limit (\(error.message))"]))
            return findings.append(settled(event, .unreadable, status: .undetermined, missing: missing))
        }
        switch program.again {
        case .each: break
        case .keep: if !clocks.clocks(program.index, key).isEmpty { return }
        case .restart:
            for clock in clocks.close(program.index, key) {
                findings.append(program.finding(clock, .replaced(by: event.id, at: event.event.time)))
            }
        }
        clocks.open(program.index, key, trigger: event, deadline: deadline, doubt: doubt)
    }

    private func settled(
        _ event: TimelineFinding.Trigger, _ cause: TimelineFinding.Cause, status: FindingStatus,
        missing: CELUnknown? = nil
    ) -> TimelineFinding {
        TimelineFinding(
            standard: program.standard,
            status: program.force == .may && status == .undetermined ? .notApplicable : status, trigger: event,
            cause: cause, deadline: nil, missing: (missing?.paths ?? []).map(\.description).sorted())
    }
}
