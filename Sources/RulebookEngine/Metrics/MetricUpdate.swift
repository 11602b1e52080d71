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
        /// Somebody takes rows out, where one of the alternatives holds.
        case exclude(ExclusionProgram, [ConditionProgram])
    }

    let metric: MetricProgram
    let change: Change

    /// Everything in it that reads facts.
    var expressions: [ExpressionProgram] {
        switch change {
        case .measure(let standard, _): standard.expressions + metric.expressions
        case .restart(let alternatives): alternatives.flatMap(\.expressions)
        case .exclude(let exclusion, let alternatives):
            exclusion.expressions + alternatives.flatMap(\.expressions)
        }
    }

    /// The slots that must be filled beside those of its expressions.
    var slots: [Int] {
        switch change {
        case .measure(let standard, _): metric.slots + standard.scope.map(\.slot)
        case .restart: metric.slots
        case .exclude(let exclusion, _): exclusion.keySlots
        }
    }

    /// Whether it counts for the version of the rulebook at every time: what people take out, they take out of all.
    var isTimeless: Bool { if case .exclude = change { true } else { false } }

    /// Applies it for the event whose facts lie in a frame.
    func apply(
        _ frame: CELFrame, now: Int, trigger: TimelineFinding.Trigger, state: inout TimelineState,
        findings: inout [MetricFinding], compiled: CompiledRulebook
    ) {
        switch change {
        case .exclude(let exclusion, let alternatives):
            guard MemoryUpdate.Occasion.pattern(alternatives, filter: nil).holds(frame, now: now) == .true else {
                return
            }
            state.metrics?.exclusions.add(exclusion.declaration(frame, trigger, compiled))
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
        let contribution: MetricContribution
        if isExcused {
            contribution = .excused
        } else if let gap {
            contribution = .memberGap(gap)
        } else if verdict == .undetermined {
            contribution = .valueGap(CELUnknown(CELAttributePath(["a verdict"])))
        } else {
            contribution = MetricContribution(metric.subject, verdict: verdict, frame)
        }
        let row = metric.exclusions.isEmpty ? nil : row(contribution, frame, now: now)
        state.metrics?.update(metric.index, key, period, doubt: doubt, limit: { metric.limit?.evaluate(frame) }) {
            if let row { $0.wait(row) } else { $0.add(contribution, metric.subject) }
        }
    }

    /// A row that people may take out until its period is over.
    private func row(_ contribution: MetricContribution, _ frame: CELFrame, now: Int) -> OpenExclusions.Row? {
        guard case .timestamp(let time) = frame[now] else { return nil }
        var keys: [Int: StateKey?] = [:]
        for exclusion in metric.exclusions {
            keys[exclusion.index] = .some(try? StateKey.read(exclusion.keySlots, frame).get())
        }
        return OpenExclusions.Row(time: time, keys: keys, contribution: contribution)
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
