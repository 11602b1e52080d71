import CEL
import RulebookModel

/// What an event of some type, or a verdict at one, may change in a metric.
struct MetricUpdate: Sendable {
    /// What becomes of it.
    enum Change: Sendable {
        /// The event belongs to the population where the standard applies and excuses nothing.
        case measure(StandardProgram, FindingStatus?)
        /// Blocks begin anew with it: what is open of the key is over.
        case restart([ConditionProgram])
    }

    let metric: MetricProgram
    let change: Change

    /// Everything in it that reads facts.
    var expressions: [ExpressionProgram] {
        switch change {
        case .measure(let standard, _): standard.expressions + metric.expressions
        case .restart(let alternatives): alternatives.flatMap(\.expressions)
        }
    }

    /// The slots that must be filled beside those of its expressions.
    var slots: [Int] {
        switch change {
        case .measure(let standard, _): metric.slots + standard.scope.map(\.slot)
        case .restart: metric.slots
        }
    }

    /// Applies it for the event whose facts lie in a frame.
    func apply(
        _ frame: CELFrame, now: Int, state: inout TimelineState, findings: inout [MetricFinding],
        compiled: CompiledRulebook
    ) {
        switch change {
        case .restart(let alternatives): restart(alternatives, frame, &state, &findings, compiled)
        case .measure(let standard, let verdict): measure(standard, verdict, frame, now: now, &state)
        }
    }

    private func restart(
        _ alternatives: [ConditionProgram], _ frame: CELFrame, _ state: inout TimelineState,
        _ findings: inout [MetricFinding], _ compiled: CompiledRulebook
    ) {
        guard MemoryUpdate.Occasion.pattern(alternatives, filter: nil).holds(frame, now: metric.period.now) == .true,
            case .success(let key) = StateKey.read(metric.keySlots, frame),
            case .timestamp(let time) = frame[metric.period.now]
        else { return }
        for tally in state.metrics?.take(metric.index, key) ?? [] {
            findings.append(state.finding(metric, tally, key, endedAt: time, compiled))
        }
    }

    private func measure(
        _ standard: StandardProgram, _ verdict: FindingStatus?, _ frame: CELFrame, now: Int,
        _ state: inout TimelineState
    ) {
        let applies = standard.applicability(frame, now: now)
        guard applies != .false else { return }
        var gap: CELUnknown?
        if case .unknown(let unknown) = applies { gap = unknown }
        var isExcused = verdict == .excused
        switch standard.unless?.evaluate(frame) ?? .false {
        case .true: isExcused = true
        case .unknown(let unknown): gap = gap?.merging(unknown) ?? unknown
        // An exception whose condition errs is not granted.
        case .false, .error: break
        }
        let (key, keyDoubt) = key(frame)
        var period = MetricPeriod(start: nil, end: nil, zone: metric.period.zone.name)
        var doubt = keyDoubt
        switch metric.period.period(frame, key, state) {
        case .success(let found): period = found
        case .failure(let missing): doubt = doubt?.merging(missing.unknown) ?? missing.unknown
        }
        state.metrics?.update(metric.index, key, period, doubt: doubt, limit: { metric.limit?.evaluate(frame) }) {
            if isExcused {
                $0.addExcused()
            } else if let gap {
                $0.addGap(gap)
            } else if verdict == .undetermined {
                $0.addValueGap(CELUnknown(CELAttributePath(["a verdict"])))
            } else {
                $0.add(metric.subject, verdict: verdict, frame)
            }
        }
    }

    /// The key; what is missing of it is left open, so that such events are told of by themselves.
    private func key(_ frame: CELFrame) -> (StateKey, CELUnknown?) {
        switch StateKey.read(metric.keySlots, frame) {
        case .success(let key): return (key, nil)
        case .failure(let missing):
            let values = metric.keySlots.map { frame[$0].isKnown ? frame[$0] : .null }
            return (StateKey(values: values), missing.unknown)
        }
    }
}
