import CEL
import RulebookModel

/// What an event of some type may change in what is remembered.
struct MemoryUpdate: Sendable {
    /// When an event counts.
    enum Occasion: Sendable {
        /// Where one of the alternatives holds, and the filter; none stands for every event of the type.
        case pattern([ConditionProgram], filter: ConditionProgram?)
        /// Where a standard applies and excuses nothing.
        case standard(StandardProgram)

        /// Everything in it that reads facts.
        var expressions: [ExpressionProgram] {
            switch self {
            case .pattern(let alternatives, let filter):
                (alternatives + [filter].compactMap { $0 }).flatMap(\.expressions)
            case .standard(let standard): standard.expressions
            }
        }

        /// Whether the event whose facts lie in a frame counts.
        func holds(_ frame: CELFrame, now: Int) -> CELTruth {
            switch self {
            case .pattern(let alternatives, let filter):
                var result: CELTruth = alternatives.isEmpty ? .true : .false
                for alternative in alternatives where result != .true {
                    result = result.disjoined(with: alternative.evaluate(frame))
                }
                return filter.map { result.conjoined(with: $0.evaluate(frame)) } ?? result
            case .standard(let standard):
                let applies = standard.applicability(frame, now: now)
                if applies == .false { return .false }
                guard let unless = standard.unless else { return applies }
                let excused = unless.evaluate(frame)
                // An exception whose condition errs is not granted.
                if case .error = excused { return applies }
                return applies.conjoined(with: excused.negated)
            }
        }
    }

    /// What becomes of the figure.
    enum Change: Sendable {
        /// The event is measured.
        case measure
        /// It gives back what was used; nil gives back one.
        case restore(ExpressionProgram?)
        /// It begins the measure anew.
        case reset
        /// It is the latest with which blocks begin; what is measured at the same event lies in them already.
        case anchor
    }

    let measure: MeasureProgram
    let occasion: Occasion
    let change: Change

    /// Everything in it that reads facts.
    var expressions: [ExpressionProgram] {
        let own: [ExpressionProgram] =
            switch change {
            case .measure: measure.operand?.expressions ?? []
            case .restore(let operand): [operand].compactMap { $0 }
            case .reset, .anchor: []
            }
        return occasion.expressions + own
    }

    /// Applies it for the event whose facts lie in a frame.
    ///
    /// An event whose key is missing could be anybody's: it is counted for nobody, and is undetermined by itself.
    func apply(_ frame: CELFrame, now: Int, to state: inout TimelineState) {
        let holds = occasion.holds(frame, now: now)
        guard holds != .false, case .success(let key) = measure.key(frame),
            case .place(let place) = measure.window.place(frame, key, state)
        else { return }
        let isRolling = measure.window.isRolling
        let time: CELTimestamp? = if case .timestamp(let instant) = frame[now] { instant } else { nil }
        if measure.takesBack, state.mayLack(at: time) { return }
        switch change {
        case .measure, .anchor:
            // Of what is missing, all happened before it.
            let isLast = measure.function == .last && measure.leastAge == nil && state.isComplete(at: time)
            state.update(measure, key, at: place) {
                var added = value(holds) { measure.operand?.evaluate(frame) }
                // What is remembered without an operand is when it happened.
                if added == nil, measure.function == .last {
                    added = measure.times($0.figure(measure.aggregation, at: place), adding: frame, now: now)
                }
                $0.add(added, measure.function, at: place, isRolling: isRolling)
                if isLast { $0.isWhole = true }
            }
        case .restore(let operand):
            let restored = value(holds) { operand?.program.evaluate(frame) } ?? .int(1)
            state.update(measure, key, at: place) {
                $0.restore(restored, measure.function, at: place, isRolling: isRolling)
            }
        case .reset:
            // Where nobody knows whether it began anew, what was measured before may still count.
            if holds == .true { state.reset(measure, key, at: place, time) }
        }
    }

    /// What a reservation of the event whose facts lie in a frame keeps back; nil where the event does not count.
    func use(_ frame: CELFrame, now: Int) -> Hold.Use? {
        guard case .measure = change, measure.reservedSlot != nil else { return nil }
        let holds = occasion.holds(frame, now: now)
        guard holds != .false, case .success(let key) = measure.key(frame) else { return nil }
        let value = value(holds) { measure.operand?.evaluate(frame) } ?? .int(1)
        return Hold.Use(figure: OpenHolds.Figure(measure: measure.index, key: key), value: value)
    }

    private func value(_ holds: CELTruth, _ operand: () -> CELValue?) -> CELValue? {
        switch holds {
        case .true, .false: operand()
        case .unknown(let unknown): .unknown(unknown)
        case .error(let error): .error(error)
        }
    }
}
