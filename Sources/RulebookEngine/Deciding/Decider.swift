public import CEL
import RulebookModel

/// Decides events by one version of a rulebook, with scratch space of its own: one a thread.
///
/// A ``VersionedDecider`` asks the version that is in force.
public final class Decider {
    /// The rulebook.
    public let compiled: CompiledRulebook
    /// What happened before; nil where nobody knows, and what depends on it is undetermined.
    public private(set) var memory: TimelineState?
    /// What earlier events began and was settled since.
    private var findings: [TimelineFinding] = []
    /// The figures whose periods are over.
    private var metricFindings: [MetricFinding] = []
    /// How many of them have been judged as events of their own.
    private var judgedCount = 0
    let frame: CELFrame
    private let ranks: RoleRanks
    private let effective: EffectivePeriod
    private let unlisted: UnlistedConsequence
    private let now: Int
    private let roleSlot: Int?
    private var candidates: [Int32] = []
    /// The results and facts of the last decision: their room is used again once nobody else holds them, so that a
    /// decision that is looked at and dropped takes no memory.
    private var results: [StandardResult] = []
    private var facts: [CELValue] = []
    /// Whether the facts of the event that is decided lie in the frame.
    private var isFilled = true
    /// Who acts in the event that is decided, once somebody asked.
    private var actor: Actor?

    init(_ compiled: CompiledRulebook, memory: TimelineState? = nil) {
        self.compiled = compiled
        self.memory = memory
        frame = CELFrame(compiled.slots)
        ranks = RoleRanks(roles: compiled.rulebook.vocabulary.roles)
        effective = compiled.rulebook.effective
        unlisted = compiled.rulebook.unlisted
        now = compiled.slots.index(of: CELAttributePath(["now"])) ?? 0
        roleSlot = compiled.slots.index(of: CELAttributePath(["agent", "role"]))
    }

    /// Decides one event.
    ///
    /// Pure: the same rulebook, memory and event give the same decision on any machine. The event's own time is the only
    /// clock. Nothing is remembered of it.
    ///
    /// - Complexity: O(standards that can apply × size of their conditions).
    public func decide(_ event: Event) -> Decision {
        guard let program = compiled.program(for: event) else {
            return Decision(event: event, outcome: .deny, remark: .unlisted)
        }
        // Where tests of the event's facts may say everything, nothing is laid out until one cannot.
        let isLater = program.isStateless && !program.index.isUseful && event.prepared(by: program) != nil
        if !isLater { fill(event, program) }
        return decideFilled(event, program: program, isFilled: !isLater)
    }

    /// Decides one event by some of the standards of its type.
    ///
    /// - Parameters:
    ///   - event: the event.
    ///   - asked: the numbers of the standards among those of the type, ascending. All others are met, or are not about
    ///     the event.
    /// - Returns: the decision, with the results of those standards alone.
    func decide(_ event: Event, asking asked: ArraySlice<Int32>) -> Decision {
        guard let program = compiled.program(for: event) else {
            return Decision(event: event, outcome: .deny, remark: .unlisted)
        }
        candidates.removeAll(keepingCapacity: true)
        candidates.append(contentsOf: asked)
        let isLater = program.isStateless && event.prepared(by: program) != nil
        if !isLater { fill(event, program) }
        return decideFilled(event, program: program, isFilled: !isLater, isAsked: true)
    }

    /// Lays out the facts in the frame.
    private func fill(_ event: Event, _ program: EventProgram) {
        program.fill(frame, from: event, facts: compiled.facts, memory: memory)
        isFilled = true
    }

    /// Decides an event that has happened, and remembers it.
    ///
    /// Whatever was decided, it happened: what an agent used beyond his discretion is used all the same. What earlier
    /// events began and this one settles, and what ran out before it, is then among the ``findings``.
    ///
    /// - Parameters:
    ///   - event: the event.
    ///   - name: its name in its log, where it has no id.
    /// - Returns: the decision.
    /// - Precondition: no event before had a later time.
    public func decideAndRemember(_ event: Event, named name: String? = nil) -> Decision {
        if let time = event.time { settle(before: time) }
        let decision = decide(event)
        guard let program = compiled.program(for: event), var state = memory else { return decision }
        // Held by one name only, so that it is changed where it lies.
        memory = nil
        state.note(event.time)
        let trigger = TimelineFinding.Trigger(event: event, id: name ?? event.id, time: event.time)
        apply(program, trigger, to: &state)
        if !compiled.verdicts.isEmpty {
            for result in decision.results {
                judge(.init(standard: result.standard, status: result.status), trigger, at: event.time, &state)
            }
            judgeFindings(&state)
        }
        memory = state
        return decision
    }

    /// Applies what an event, whose facts lie in the frame, or a verdict changes in what is remembered.
    private func apply(
        _ program: EventProgram, _ trigger: TimelineFinding.Trigger, to state: inout TimelineState
    ) {
        for lifetime in program.touches where frame[lifetime.slot].isKnown {
            let ended = state.lives.touch(lifetime.index, frame[lifetime.slot], at: trigger.time)
            end(ended, at: trigger.time, &state)
        }
        remember(program, trigger, to: &state)
        for lifeEnd in program.lifeEnds where frame[lifeEnd.lifetime.slot].isKnown {
            // Where nobody knows whether it ended, it goes on.
            guard lifeEnd.occasion.holds(frame, now: now) == .true else { continue }
            end(state.lives.end(lifeEnd.lifetime.index, frame[lifeEnd.lifetime.slot]), at: trigger.time, &state)
        }
    }

    /// Ends the clocks that end with the life of their key.
    private func end(_ ended: [KeyLives.Attachment], at time: CELTimestamp?, _ state: inout TimelineState) {
        for attachment in ended {
            let program = compiled.clocks[attachment.program]
            for clock in state.clocks.close(attachment.program, attachment.key) {
                // A stretch by itself asks nothing.
                if case .stretch = program.kind { continue }
                findings.append(program.finding(clock, .over(at: time)))
            }
        }
    }

    private func remember(
        _ program: EventProgram, _ trigger: TimelineFinding.Trigger, to state: inout TimelineState
    ) {
        for update in program.updates { update.apply(frame, now: now, to: &state) }
        for update in program.clockUpdates {
            update.apply(frame, now: now, event: trigger, state: &state, findings: &findings)
        }
        for update in program.procedureUpdates {
            update.apply(frame, now: now, event: trigger, state: &state, findings: &findings)
        }
        guard state.metrics != nil, !program.metricUpdates.isEmpty, let time = trigger.time else { return }
        let isInForce = effective.contains(time)
        guard isInForce || program.metricUpdates.contains(where: \.isTimeless) else { return }
        // What became certain at an instant is measured in the period of that instant.
        endPeriods(at: time, &state)
        for update in program.metricUpdates where isInForce || update.isTimeless {
            update.apply(
                frame, now: now, trigger: trigger, state: &state, findings: &metricFindings, compiled: compiled)
        }
    }

    /// Settles the figures whose periods are over at an instant.
    private func endPeriods(at time: CELTimestamp, _ state: inout TimelineState) {
        while let (metric, key, tally) = state.metrics?.takeEnded(at: time) {
            metricFindings += state.findings(
                compiled.metrics[metric], tally, key, endedAt: tally.period.end, compiled)
        }
        metricFindings += state.correlations(endedAt: time, compiled)
    }

    /// Takes the figures that were settled since the last call, in the order in which their periods ended.
    public func takeMetricFindings() -> [MetricFinding] {
        defer { metricFindings = [] }
        return metricFindings
    }

    /// What people took out of metrics so far, in the order in which they said so; complete once the log has ended.
    public var exclusions: [ExclusionRecord] { memory?.metrics?.exclusions.records ?? [] }

    /// Lets a verdict be an event of its own, with the facts of the event that it is about.
    private func judge(
        _ verdict: Occurrence.Verdict, _ trigger: TimelineFinding.Trigger, at time: CELTimestamp?,
        _ state: inout TimelineState
    ) {
        guard let program = compiled.verdicts[Occurrence(type: trigger.event.type, verdict: verdict)] else { return }
        program.fill(frame, from: trigger.event, facts: compiled.facts, memory: state, at: time)
        apply(program, TimelineFinding.Trigger(event: trigger.event, id: trigger.id, time: time), to: &state)
    }

    /// Lets the verdicts of what was settled be events, and those of what they settle in turn: no standard waits for
    /// itself, so this ends.
    private func judgeFindings(_ state: inout TimelineState) {
        while judgedCount < findings.count {
            let finding = findings[judgedCount]
            judgedCount += 1
            if finding.status == .pending || !isInForce(finding.trigger) { continue }
            judge(
                .init(standard: finding.standard, status: finding.status), finding.trigger, at: finding.certainTime,
                &state)
        }
    }

    // MARK: Reservations

    /// Reserves what an event would use: allowances see it from now on, and nothing else does, since it has not
    /// happened.
    ///
    /// - Parameters:
    ///   - event: the event that is meant to happen.
    ///   - name: the reservation's name.
    ///   - expires: from when on it keeps nothing back any more.
    /// - Precondition: no event before had a later time.
    public func reserve(_ event: Event, as name: String, until expires: CELTimestamp) {
        guard let program = compiled.program(for: event), var state = memory else { return }
        fill(event, program)
        // Held by one name only, so that it is changed where it lies.
        memory = nil
        state.note(event.time)
        state.holds.open(
            Hold(name: name, expires: expires, uses: program.updates.compactMap { $0.use(frame, now: now) }))
        memory = state
    }

    /// Lifts a reservation, so that it keeps nothing back any more.
    ///
    /// - Parameter name: the reservation's name.
    /// - Returns: what it kept back; nil where none of this name is open.
    public func lift(_ name: String) -> Hold? {
        guard var state = memory else { return nil }
        memory = nil
        defer { memory = state }
        return state.holds.close(name)
    }

    /// Puts back a reservation that was lifted.
    public func putBack(_ hold: Hold) {
        guard var state = memory else { return }
        memory = nil
        state.holds.open(hold)
        memory = state
    }

    // MARK: Clocks

    /// Settles what ran out before an instant; it is then among the ``findings``.
    public func settle(before time: CELTimestamp) {
        guard var state = memory else { return }
        memory = nil
        while true {
            let lifeEnd = state.lives.nextEnd(before: time)
            if let (program, clock) = state.clocks.takeExpired(before: lifeEnd ?? time) {
                findings.append(compiled.clocks[program].finding(clock, .expired))
            } else if let lifeEnd {
                end(state.lives.takeEnded(), at: lifeEnd, &state)
            } else {
                break
            }
            // What this verdict begins may run out before the same instant.
            if !compiled.verdicts.isEmpty { judgeFindings(&state) }
        }
        endPeriods(at: time, &state)
        memory = state
    }

    /// Ends the log: what still runs is pending.
    public func settleAll() {
        guard var state = memory else { return }
        memory = nil
        for (program, clock) in state.clocks.takeAll() {
            // A stretch by itself asks nothing.
            if case .stretch = compiled.clocks[program].kind { continue }
            findings.append(compiled.clocks[program].finding(clock, .open))
        }
        for (metric, key, tally) in state.metrics?.all ?? []
        where state.metrics?.take(tally, metric, key) ?? false {
            metricFindings += state.findings(compiled.metrics[metric], tally, key, endedAt: nil, compiled)
        }
        metricFindings += state.correlations(endedAt: nil, compiled)
        memory = state
    }

    /// Takes what was settled since the last call, of triggers at whose time the rulebook was in force.
    public func takeFindings() -> [TimelineFinding] {
        guard !findings.isEmpty else { return [] }
        defer {
            findings = []
            judgedCount = 0
        }
        return effective.isAlways ? findings : findings.filter { isInForce($0.trigger) }
    }

    /// Takes the clocks of which it is time to warn, each once.
    func takeDue(at time: CELTimestamp) -> [DueClock] {
        guard var state = memory else { return [] }
        memory = nil
        var found: [DueClock] = []
        while let (number, key, clock) = state.clocks.takeDue(at: time) {
            let program = compiled.clocks[number]
            // What must not come is kept when its time is over; and what is only recognised is nobody's worry.
            guard program.kind.isDuty, program.force != .may, isInForce(clock.trigger) else { continue }
            found.append(DueClock(finding: program.finding(clock, .open), key: program.text(key, compiled)))
        }
        memory = state
        return found
    }

    /// Whether the rulebook was in force when something was begun.
    private func isInForce(_ trigger: TimelineFinding.Trigger) -> Bool {
        trigger.time.map(effective.contains) ?? true
    }

    private func duties(_ program: EventProgram) -> [Duty] {
        let clocks = program.clockUpdates.compactMap { update -> Duty? in
            guard update.change == .open, case .standard(let standard) = update.occasion else { return nil }
            return duty(update.program, of: standard)
        }
        let procedures = program.procedureUpdates.compactMap { update -> Duty? in
            guard case .step(let body, let standard) = update.change, let clock = update.program.clock,
                body.step(frame) == 0, case .success(let key) = clock.key(frame),
                memory?.clocks.clocks(clock.index, key).isEmpty ?? true
            else { return nil }
            return duty(clock, of: standard)
        }
        return procedures.isEmpty ? clocks : (clocks + procedures).sorted { $0.standard < $1.standard }
    }

    /// What a clock obliges to that the event would begin; nil where it would not, or nobody knows.
    private func duty(_ clock: ClockProgram, of standard: StandardProgram) -> Duty? {
        guard clock.kind.isDuty, clock.force != .may, standard.applicability(frame, now: now) == .true,
            standard.unless?.evaluate(frame) != .true
        else { return nil }
        // Nobody can tell when a clock runs out that stands still.
        if case .success(let key) = clock.key(frame), memory?.pauses(clock, key).isPaused ?? false {
            return Duty(standard: clock.standard, deadline: nil)
        }
        switch clock.limit.end(frame) {
        case nil: return Duty(standard: clock.standard, deadline: nil)
        case .moment(let moment): return Duty(standard: clock.standard, deadline: moment)
        case .unknown, .error: return nil
        }
    }

    /// Decides an event whose facts lie in the frame already.
    ///
    /// - Parameters:
    ///   - event: the event.
    ///   - program: what is run on its type.
    ///   - varied: what lies there where it is not the event's own facts, as far as it would come from the event; nil
    ///     where they are the event's own.
    ///   - isFilled: false where they are yet to be laid out, should anybody look.
    ///   - isAsked: whether the candidates that are known are all that is asked.
    ///   - open: choices of the agent that are still open; a standard that lacks nothing else is taken as kept.
    /// - Returns: the decision.
    func decideFilled(
        _ event: Event, program: EventProgram, varied: [Peek]? = nil, isFilled: Bool = true, isAsked: Bool = false,
        open: Set<CELAttributePath> = []
    ) -> Decision {
        self.isFilled = isFilled
        actor = nil
        let facts = keep(event, program, isVaried: varied != nil)
        if !effective.isAlways, let time = event.time, !effective.contains(time) {
            return Decision(
                event: event, outcome: .undetermined, remark: .notInForce,
                missing: ["a rulebook in force at the event's time"], facts: facts)
        }
        var tally = Tally(ranks: ranks, room: results, open: open)
        results = []
        tally.empty()
        if let varied {
            varied.withUnsafeBufferPointer { judge(program, event, $0, isAsked: isAsked, &tally) }
        } else if let prepared = event.prepared(by: program) {
            prepared.table.withPeeks { judge(program, event, $0, isAsked: isAsked, &tally) }
        } else {
            judge(program, event, isAsked: isAsked, &tally)
        }
        let isUnlisted = program.definition.kind == .action && !program.isListed
        if isUnlisted { tally.addUnlisted(unlisted, actor: actor(of: event, program)) }
        results = tally.results
        return Decision(
            event: event, outcome: tally.outcome, approver: tally.approver, results: results,
            remark: isUnlisted ? .unlisted : nil, missing: tally.missing,
            duties: program.isDutiful ? duties(program) : [], facts: facts, assumed: tally.assumed)
    }

    /// The facts that a decision keeps.
    private func keep(_ event: Event, _ program: EventProgram, isVaried: Bool) -> [CELValue] {
        if program.isStateless, !isVaried, event.prepared(by: program) != nil { return [] }
        var kept = facts
        facts = []
        program.keep(&kept, of: frame, event: event, isVaried: isVaried)
        facts = kept
        return kept
    }

    /// Asks every standard that can apply.
    private func judge(_ program: EventProgram, _ event: Event, isAsked: Bool, _ tally: inout Tally) {
        guard isAsked || program.index.isUseful else {
            for standard in program.standards { judge(standard, program, event, &tally) }
            return
        }
        if !isAsked { program.index.candidates(frame, into: &candidates) }
        for number in candidates { judge(program.standards[Int(number)], program, event, &tally) }
    }

    /// The same, by tests of the event's facts as far as they tell.
    private func judge(
        _ program: EventProgram, _ event: Event, _ facts: UnsafeBufferPointer<Peek>, isAsked: Bool,
        _ tally: inout Tally
    ) {
        let isIndexed = isAsked || program.index.isUseful
        if isIndexed, !isAsked { program.index.candidates(frame, into: &candidates) }
        let plain = program.plain
        plain.tests.withUnsafeBufferPointer { tests in
            plain.standards.withUnsafeBufferPointer { standards in
                for position in 0..<(isIndexed ? candidates.count : standards.count) {
                    let number = isIndexed ? Int(candidates[position]) : position
                    let standard = standards[number]
                    switch standard.result(tests, facts) {
                    case .notApplicable: break
                    case .met: tally.addMet(Int(standard.index))
                    case .failed: tally.addFailed(program.standards[number], actor: actor(of: event, program))
                    case .unclear: judge(program.standards[number], program, event, &tally)
                    }
                }
            }
        }
    }

    /// Adds what a standard says of the event, where it is about it.
    private func judge(
        _ standard: StandardProgram, _ program: EventProgram, _ event: Event, _ tally: inout Tally
    ) {
        if !isFilled { fill(event, program) }
        guard let evaluation = standard.evaluate(frame, now: now) else { return }
        tally.add(standard, evaluation, actor: actor(of: event, program))
    }

    /// Who acts: found out once a decision, and only where a standard is broken or asked whole.
    private func actor(of event: Event, _ program: EventProgram) -> Actor {
        if let actor { return actor }
        let found = findActor(of: event, program)
        actor = found
        return found
    }

    private func findActor(of event: Event, _ program: EventProgram) -> Actor {
        var rank: Int?
        let role: CELValue? =
            isFilled
            ? roleSlot.map { frame[$0] } : program.rolePlace.flatMap { event.prepared(by: program)?[$0] }
        if case .scalar(let scalar)? = role, scalar.fact == .role { rank = Int(scalar.payload) }
        let approvals = event.approvals
        guard !approvals.isEmpty else {
            return Actor(rank: rank, reasonLength: event.reasonLength, approvalRanks: [])
        }
        let identifier = event.actorID
        var ranks: [String: Int] = [:]
        // Nobody approves his own action, and nobody counts twice.
        for approval in approvals where approval.by != identifier {
            guard let rank = compiled.rulebook.vocabulary.rank(ofRole: approval.role) else { continue }
            ranks[approval.by] = max(ranks[approval.by] ?? rank, rank)
        }
        return Actor(rank: rank, reasonLength: event.reasonLength, approvalRanks: ranks.values.sorted(by: >))
    }
}
