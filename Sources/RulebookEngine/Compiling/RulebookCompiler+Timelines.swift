import CEL
import RulebookModel

extension RulebookCompiler {
    /// The body that a timeline gives to the events that it begins with, by their type.
    mutating func compile(_ rule: TimelineRule, of standard: Standard, index: Int) -> (String) -> BodyProgram {
        switch rule.demand {
        case .response, .absence, .recurrence: return { _ in .clock }
        case .precedence(let expected, let freshness, let since):
            let program = PrecedenceProgram(
                beginningSlot: slots.index(of: CELAttributePath(["beginning of the log"]), type: .dyn),
                expected: addLatest(of: expected, rule, standard, leastAge: rule.leastAge.map { compile($0) }),
                since: since.map { addLatest(of: $0, rule, standard) },
                freshness: freshness.map { compile($0) })
            return { _ in .precedence(program) }
        case .interval:
            guard case .interval(let interval) = clock(rule, of: standard, index: index).limit else {
                return { _ in .clock }
            }
            return { _ in .interval(interval) }
        case .procedure(let procedure, let deadline):
            let hasEnd = deadline != nil || rule.turns != nil
            let program = ProcedureProgram(
                index: memory.procedures.count, order: procedure.order, stepCount: procedure.steps.count,
                title: "the steps under \(standard.id)", keySlots: keySlots(rule.key), lives: lives(rule.key),
                slot: slots.index(of: CELAttributePath(["steps so far under \(standard.id)"]), type: .int),
                clock: hasEnd ? clock(rule, of: standard, index: index) : nil, now: now)
            memory.add(program)
            var steps: [String: [ProcedureBody.Step]] = [:]
            for (number, step) in procedure.steps.enumerated() {
                for occurrence in occurrences(of: step) {
                    steps[occurrence.type, default: []].append(
                        .init(index: number, alternatives: alternatives(of: step, for: occurrence)))
                }
            }
            let found = steps
            return { .procedure(ProcedureBody(program: program, steps: found[$0] ?? [])) }
        }
    }

    /// Lets events begin a clock.
    mutating func open(_ standard: Standard, by program: StandardProgram, at occurrence: Occurrence) {
        guard case .timeline(let rule) = standard.body else { return }
        memory.add(
            ClockUpdate(
                program: clock(rule, of: standard, index: program.index), occasion: .standard(program), change: .open),
            at: occurrence)
    }

    /// Lets events, which are judged themselves, begin an interval or be a step as well.
    mutating func addTimeline(_ standard: Standard, by program: StandardProgram, at occurrence: Occurrence) {
        switch program.body {
        case .interval: open(standard, by: program, at: occurrence)
        case .procedure(let body):
            memory.add(ProcedureUpdate(program: body.program, change: .step(body, program)), at: occurrence)
        default: break
        }
    }

    /// Lets other events answer and end the clocks of a standard; those that are forbidden are judged themselves.
    mutating func compileFollowers(of standard: Standard, index: Int) -> [(String, StandardProgram)] {
        guard case .timeline(let rule) = standard.body else { return [] }
        switch rule.demand {
        case .precedence: return []
        case .procedure(_, let deadline):
            addEnds(of: rule, to: memory.procedures[memory.procedures.count - 1])
            if deadline == nil, rule.turns == nil { return [] }
            addEnds(of: rule, to: clock(rule, of: standard, index: index))
            return []
        case .response(let other, _), .interval(let other, _):
            let clock = clock(rule, of: standard, index: index)
            add(other, clock, .answer)
            addEnds(of: rule, to: clock)
            return []
        case .recurrence(let other, _):
            let clock = clock(rule, of: standard, index: index)
            add(other, clock, .recur)
            addEnds(of: rule, to: clock)
            return []
        case .absence(let forbidden, _):
            let clock = clock(rule, of: standard, index: index)
            add(forbidden, clock, .answer)
            addEnds(of: rule, to: clock)
            return judge(forbidden, standard, clock)
        }
    }

    /// Events that are forbidden while a clock runs are judged themselves.
    private mutating func judge(
        _ forbidden: EventPattern, _ standard: Standard, _ clock: ClockProgram
    ) -> [(String, StandardProgram)] {
        let slot = slots.index(
            of: CELAttributePath(["latest \(standard.pattern.text) under \(standard.id)"]), type: .timestamp)
        let absence = AbsenceProgram(clock: clock, slot: slot, now: now)
        memory.add(.running(absence), slot: slot)
        return occurrences(of: forbidden).map { occurrence in
            (
                occurrence.type,
                StandardProgram(
                    index: clock.standard, standard: standard,
                    alternatives: alternatives(of: forbidden, for: occurrence),
                    scope: [], when: nil, unless: nil, body: .absence(absence), ranks: ranks)
            )
        }
    }

    private mutating func addEnds(of rule: TimelineRule, to clock: ClockProgram) {
        if let cancelledBy = rule.cancelledBy { add(cancelledBy, clock, .cancel) }
        if let until = rule.until { add(until, clock, .end) }
        if let turns = rule.turns { add(turns.pattern, clock, .turn) }
        if let resetBy = rule.resetBy { add(resetBy, clock, .reset) }
        if let extended = rule.extended { add(extended.by, clock, .extend) }
        for (number, pause) in rule.pauses.enumerated() {
            add(pause.from, clock, .pause, number: number)
            add(pause.to, clock, .resume, number: number)
        }
    }

    private mutating func addEnds(of rule: TimelineRule, to procedure: ProcedureProgram) {
        for pattern in [rule.until, rule.cancelledBy].compactMap({ $0 }) {
            for occurrence in occurrences(of: pattern) {
                let occasion = MemoryUpdate.Occasion.pattern(alternatives(of: pattern, for: occurrence), filter: nil)
                memory.add(ProcedureUpdate(program: procedure, change: .end(occasion)), at: occurrence)
            }
        }
    }

    private mutating func add(
        _ pattern: EventPattern, _ clock: ClockProgram, _ change: ClockUpdate.Change, number: Int = 0
    ) {
        for occurrence in occurrences(of: pattern) {
            memory.add(
                ClockUpdate(
                    program: clock, occasion: .pattern(alternatives(of: pattern, for: occurrence), filter: nil),
                    change: change, number: number),
                at: occurrence)
        }
    }

    /// The clock of a standard, made once.
    private mutating func clock(_ rule: TimelineRule, of standard: Standard, index: Int) -> ClockProgram {
        if let known = memory.clocks.last(where: { $0.standard == index }) { return known }
        let keySlots = keySlots(rule.key)
        let lives = lives(rule.key)
        let kind: ClockProgram.Kind
        var limit = rule.deadline.map { ClockLimit.deadline(compile($0)) } ?? .none
        switch rule.demand {
        case .absence: kind = .absence
        case .response, .precedence: kind = .response
        case .procedure: kind = .procedure
        case .recurrence:
            let stretch = ClockProgram(
                index: memory.clocks.count, standard: index, kind: .stretch, force: standard.force,
                title: "\(standard.pattern.text) under \(standard.id)", keySlots: keySlots, lives: lives,
                again: .keep)
            memory.add(stretch)
            kind = .recurrence(stretch: stretch.index)
        case .interval(_, let limits):
            kind = .interval
            limit = .interval(compile(limits, of: standard, keySlots: keySlots, lives: lives))
        }
        let clock = ClockProgram(
            index: memory.clocks.count, standard: index, kind: kind, force: standard.force,
            title: "\(standard.pattern.text) under \(standard.id)", keySlots: keySlots, lives: lives, limit: limit,
            turnCount: rule.turns?.count, aim: rule.aim.map { compile($0) }, again: rule.again,
            extended: rule.extended.map { compile($0.to) }, pauseCount: rule.pauses.count,
            isReset: rule.resetBy != nil)
        memory.add(clock)
        return clock
    }

    private mutating func compile(
        _ limits: IntervalLimits, of standard: Standard, keySlots: [Int], lives: [KeyLife]
    ) -> IntervalProgram {
        let interval = IntervalProgram(
            index: memory.intervalCount, title: "\(standard.pattern.text) under \(standard.id)", keySlots: keySlots,
            lives: lives,
            countSlot: slots.index(of: CELAttributePath(["intervals so far under \(standard.id)"]), type: .int),
            usedSlot: slots.index(of: CELAttributePath(["time used under \(standard.id)"]), type: .duration),
            each: limits.each.map { compile($0) }, total: limits.total.map { compile($0) },
            count: limits.count.map { compile($0) }, least: limits.least.map { compile($0) },
            timeCount: TimeCount(calendar: limits.clock), now: now)
        memory.add(interval)
        return interval
    }

    private mutating func compile(_ length: IntervalLimits.Length) -> LimitProgram {
        let source: LimitProgram.Source =
            switch length.value {
            case .span(let span): .constant(.duration(CELDuration(nanoseconds: span.nanoseconds)))
            case .expression(let expression): .expression(compile(expression))
            }
        return LimitProgram(source: source, isIncluded: length.isIncluded)
    }

    private mutating func compile(_ count: IntervalLimits.Count) -> LimitProgram {
        let source: LimitProgram.Source =
            switch count.value {
            case .number(let number): .constant(.int(Int64(number)))
            case .expression(let expression): .expression(compile(expression))
            }
        return LimitProgram(source: source, isIncluded: count.isIncluded)
    }

    private mutating func compile(_ deadline: Deadline) -> DeadlineProgram {
        let limit: DeadlineProgram.Limit =
            switch deadline.limit {
            case .span(let span): .span(span)
            case .dates(let count, let unit): .dates(count: count, unit)
            case .businessDays(let count): .businessDays(count)
            case .close(let calendar): .close(calendar)
            case .earliest(let parts): .earliest(parts.map { compile($0) })
            case .latest(let parts): .latest(parts.map { compile($0) })
            case .duration(let expression): .duration(compile(expression))
            case .instant(let expression): .instant(compile(expression))
            }
        return DeadlineProgram(
            limit: limit, isIncluded: deadline.isIncluded, calendar: deadline.calendar,
            zone: CELTimeZone.named(rulebook.timeZone) ?? .utc, now: now)
    }

    /// Remembers when an event of a pattern last happened.
    private mutating func addLatest(
        of pattern: EventPattern, _ rule: TimelineRule, _ standard: Standard, leastAge: DeadlineProgram? = nil
    ) -> MeasureProgram {
        let path = CELAttributePath(["latest \(pattern.text) under \(standard.id)"])
        let window = WindowProgram(
            extent: .lifetime, zone: .utc, zoneSlot: nil, now: now, lives: lives(rule.key))
        let measure = MeasureProgram(
            index: memory.measures.count,
            slot: slots.index(of: path, type: leastAge == nil ? .timestamp : .list(.timestamp)), path: path,
            lackSlot: slots.index(of: Self.lackPath(of: path), type: .dyn),
            aggregation: Aggregation(function: .last), operand: nil, keySlots: keySlots(rule.key), window: window,
            nothing: .null, leastAge: leastAge, takesBack: hasEnd(rule.key))
        memory.add(measure)
        for occurrence in occurrences(of: pattern) {
            memory.add(
                MemoryUpdate(
                    measure: measure, occasion: .pattern(alternatives(of: pattern, for: occurrence), filter: nil),
                    change: .measure),
                at: occurrence)
        }
        return measure
    }
}
