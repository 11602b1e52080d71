import CEL
import RulebookModel

extension RulebookCompiler {
    /// The body that a timeline gives to the events that it begins with.
    mutating func compile(_ rule: TimelineRule, of standard: Standard) -> BodyProgram {
        guard case .precedence(let expected, let freshness, let since) = rule.demand else { return .clock }
        let expectedMeasure = addLatest(of: expected, rule, standard)
        let sinceMeasure = since.map { addLatest(of: $0, rule, standard) }
        return .precedence(
            PrecedenceProgram(
                expected: expectedMeasure, since: sinceMeasure, freshness: freshness.map { compile($0) }))
    }

    /// Lets events of a type begin a clock.
    mutating func open(_ standard: Standard, by program: StandardProgram, type: String) {
        guard case .timeline(let rule) = standard.body else { return }
        memory.add(
            ClockUpdate(
                program: clock(rule, of: standard, index: program.index), occasion: .standard(program), change: .open),
            type: type)
    }

    /// Lets other events answer and end the clocks of a standard; those that are forbidden are judged themselves.
    mutating func compileFollowers(of standard: Standard, index: Int) -> [(String, StandardProgram)] {
        guard case .timeline(let rule) = standard.body else { return [] }
        if case .precedence = rule.demand { return [] }
        let clock = clock(rule, of: standard, index: index)
        add(rule.other, clock, .answer)
        if let cancelledBy = rule.cancelledBy { add(cancelledBy, clock, .cancel) }
        if let until = rule.until { add(until, clock, .end) }
        guard case .absence(let forbidden, _) = rule.demand else { return [] }
        let slot = slots.index(
            of: CELAttributePath(["latest \(standard.pattern.text) under \(standard.id)"]), type: .timestamp)
        let absence = AbsenceProgram(clock: clock, slot: slot, now: now)
        memory.add(absence)
        return forbidden.types.map { type in
            (
                type,
                StandardProgram(
                    index: index, standard: standard, alternatives: alternatives(of: forbidden, for: type), scope: [],
                    when: nil, unless: nil, body: .absence(absence), keys: [])
            )
        }
    }

    private mutating func add(_ pattern: EventPattern, _ clock: ClockProgram, _ change: ClockUpdate.Change) {
        for type in pattern.types {
            memory.add(
                ClockUpdate(
                    program: clock, occasion: .pattern(alternatives(of: pattern, for: type), filter: nil),
                    change: change),
                type: type)
        }
    }

    /// The clock of a standard, made once.
    private mutating func clock(_ rule: TimelineRule, of standard: Standard, index: Int) -> ClockProgram {
        if let known = memory.clocks.last, known.standard == index { return known }
        let deadline: Deadline? =
            switch rule.demand {
            case .response(_, let deadline), .absence(_, let deadline): deadline
            case .precedence(_, let freshness, _): freshness
            }
        let kind: ClockProgram.Kind = if case .absence = rule.demand { .absence } else { .response }
        let clock = ClockProgram(
            index: memory.clocks.count, standard: index, kind: kind, force: standard.force,
            keySlots: keySlots(rule.key), deadline: deadline.map { compile($0) }, again: rule.again)
        memory.add(clock)
        return clock
    }

    private mutating func compile(_ deadline: Deadline) -> DeadlineProgram {
        let limit: DeadlineProgram.Limit =
            switch deadline.limit {
            case .span(let span): .span(span)
            case .dates(let count, let unit): .dates(count: count, unit)
            case .duration(let expression): .duration(compile(expression))
            case .instant(let expression): .instant(compile(expression))
            }
        return DeadlineProgram(
            limit: limit, isIncluded: deadline.isIncluded, zone: CELTimeZone.named(rulebook.timeZone) ?? .utc, now: now)
    }

    /// Remembers when an event of a pattern last happened.
    private mutating func addLatest(
        of pattern: EventPattern, _ rule: TimelineRule, _ standard: Standard
    ) -> MeasureProgram {
        let path = CELAttributePath(["latest \(pattern.text) under \(standard.id)"])
        let window = WindowProgram(extent: .lifetime, zone: .utc, zoneSlot: nil, now: now)
        let measure = MeasureProgram(
            index: memory.measures.count, slot: slots.index(of: path, type: .timestamp), path: path,
            aggregation: Aggregation(function: .last), operand: nil, keySlots: keySlots(rule.key), window: window,
            nothing: .null)
        memory.add(measure)
        for type in pattern.types {
            memory.add(
                MemoryUpdate(
                    measure: measure, occasion: .pattern(alternatives(of: pattern, for: type), filter: nil),
                    change: .measure),
                type: type)
        }
        return measure
    }
}
