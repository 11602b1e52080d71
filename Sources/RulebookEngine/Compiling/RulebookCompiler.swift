import CEL
import JSONSyntax
import RulebookModel

/// Turns the model into programs: plans conditions over shared slots and finds out where each slot's value comes from.
struct RulebookCompiler {
    /// What compiling gives.
    struct Parts {
        let rulebook: Rulebook
        let compilation: Compilation
        let slots: CELSlotTable
        let programs: [EventProgram]
        let verdicts: [Occurrence: EventProgram]
        let privacy: Privacy
        let facts: FactReader
        let measures: [MeasureProgram]
        let clocks: [ClockProgram]
        let procedures: [ProcedureProgram]
        let metrics: [MetricProgram]
        let correlations: [CorrelationProgram]
        let lifetimes: [LifetimeProgram]
        let intervalCount: Int
        let phrases: PhraseProgram?
        let scorecards: [String: ScorecardProgram]
    }

    let rulebook: Rulebook
    var slots = CELSlotTable()
    let compilation: Compilation
    let ranks: RoleRanks
    /// What is measured over several events, and what changes it, by type of event.
    var memory = MemoryPlan()
    /// The slot of an event's time.
    let now: Int
    /// What listens to the words of events; nil where the rulebook has no phrase sets.
    let phrases: PhraseProgram?
    /// The scorecards, by name.
    private var scorecards: [String: ScorecardProgram] = [:]
    private var roleSlot: Int?
    let settings: [String: Setting]
    /// The programs of expressions, by what these say, which the rulebook holds.
    private var plans: [ObjectIdentifier: (plan: ExpressionPlan, slots: [Int])] = [:]
    let standardIndices: [String: Int]

    /// Begins with a rulebook.
    ///
    /// - Parameters:
    ///   - rulebook: the rulebook.
    ///   - isIndexed: whether standards are found by their equalities; without, every standard is asked.
    init(_ rulebook: Rulebook, isIndexed: Bool) {
        self.rulebook = rulebook
        ranks = RoleRanks(roles: rulebook.vocabulary.roles)
        compilation = Compilation(isIndexed: isIndexed)
        standardIndices = Dictionary(
            rulebook.standards.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        settings = Dictionary(uniqueKeysWithValues: rulebook.settings.map { ($0.name, $0) })
        now = slots.index(of: CELAttributePath(["now"]), type: .timestamp)
        phrases = rulebook.phrases.isEmpty ? nil : PhraseProgram(rulebook, slots: &slots)
    }

    /// Compiles everything.
    mutating func compile() -> Parts {
        addActor()
        for fact in rulebook.facts { compile(fact) }
        for scorecard in rulebook.scorecards { scorecards[scorecard.name] = compile(scorecard) }
        let choices = compileChoices()
        let byType = compileStandards()
        compileLifeEnds()
        let shared = SharedFillings()
        let programs = rulebook.vocabulary.events.map { definition in
            makeProgram(
                definition, at: Occurrence(type: definition.name), standards: byType[definition.name] ?? [],
                choices: choices, shared: shared)
        }
        var verdicts: [Occurrence: EventProgram] = [:]
        for occurrence in memory.verdicts {
            guard let definition = rulebook.vocabulary.event(occurrence.type) else { continue }
            verdicts[occurrence] = makeProgram(
                definition, at: occurrence, standards: [], choices: choices, shared: shared)
        }
        compilation.finish(slots)
        return Parts(
            rulebook: rulebook, compilation: compilation, slots: slots, programs: programs, verdicts: verdicts,
            privacy: Privacy(
                vocabulary: rulebook.vocabulary, paths: slots.slots.map(\.path),
                derived: memory.measures.flatMap { measure in
                    let operands = (measure.operand?.expressions ?? []).flatMap(\.slots).map { slots.slots[$0].path }
                    let paths = [measure.path] + [measure.reservedSlot].compactMap { $0 }.map { slots.slots[$0].path }
                    return paths.map { ($0, operands) }
                }),
            facts: FactReader(rulebook).drawing(from: pool(byType.values.joined())), measures: memory.measures,
            clocks: memory.clocks, procedures: memory.procedures, metrics: memory.metrics,
            correlations: memory.correlations,
            lifetimes: memory.lifetimes, intervalCount: memory.intervalCount, phrases: phrases,
            scorecards: scorecards)
    }

    private func pool(_ standards: some Sequence<StandardProgram>) -> TextPool {
        let constants = rulebook.settings.compactMap { setting in
            if case .constant(let value) = setting.content { value } else { nil }
        }
        return TextPool(standards: standards.sorted { $0.index < $1.index }, settings: constants)
    }

    /// The actor's rank decides whether a step is held, whatever the conditions read.
    private mutating func addActor() {
        guard let field = rulebook.vocabulary.entity("agent")?.field("role") else { return }
        roleSlot = slots.index(of: CELAttributePath(["agent", "role"]), type: RulebookSymbols.type(of: field.type))
    }

    // MARK: Standards

    private mutating func compileStandards() -> [String: [StandardProgram]] {
        var byType: [String: [StandardProgram]] = [:]
        for (index, standard) in rulebook.standards.enumerated() {
            if case .metric(let metric) = standard.body { correlate(metric, standard, index: index) }
            // The body is planned once and shared by every type that the pattern names.
            let when = standard.when.map { compile($0) }
            let unless = standard.unless.map { compile($0) }
            let bodies = compileBody(of: standard, index: index)
            let scope = standard.scope.map { equality in
                ScopeTest(
                    slot: slots.index(
                        of: CELAttributePath(equality.path), type: RulebookSymbols.type(of: equality.type)),
                    values: equality.values)
            }
            for occurrence in occurrences(of: standard.pattern) {
                let type = occurrence.type
                let alternatives = alternatives(of: standard.pattern, for: occurrence)
                let program = StandardProgram(
                    index: index, standard: standard, alternatives: alternatives, scope: scope, when: when,
                    unless: unless, body: bodies(type), ranks: ranks)
                if case .metric(let metric) = standard.body {
                    measure(metric, by: program, at: occurrence)
                    continue
                }
                if case .clock = program.body {
                    open(standard, by: program, at: occurrence)
                    continue
                }
                memory.addOwn(of: program, type: type)
                addTimeline(standard, by: program, at: occurrence)
                byType[type, default: []].append(program)
            }
            for (type, program) in compileFollowers(of: standard, index: index) {
                byType[type, default: []].append(program)
            }
        }
        return byType
    }

    /// What a pattern matches: events of some types, verdicts of some standards; each once, in order of the types.
    func occurrences(of pattern: EventPattern) -> [Occurrence] {
        if pattern.alternatives.count == 1, pattern.alternatives[0].verdict == nil {
            return [Occurrence(type: pattern.alternatives[0].type)]
        }
        var found: Set<Occurrence> = []
        for alternative in pattern.alternatives { found.formUnion(occurrences(of: alternative)) }
        return found.sorted { ($0.type, $0.verdict?.rank ?? -1) < ($1.type, $1.verdict?.rank ?? -1) }
    }

    private func occurrences(of alternative: EventPattern.Alternative) -> [Occurrence] {
        guard let test = alternative.verdict else { return [Occurrence(type: alternative.type)] }
        guard let standard = standardIndices[test.standard] else { return [] }
        return test.verdicts.map {
            Occurrence(type: alternative.type, verdict: .init(standard: standard, status: FindingStatus($0)))
        }
    }

    /// The ways in which an event of a type, or a verdict at one, matches a pattern; none where each does.
    mutating func alternatives(of pattern: EventPattern, for occurrence: Occurrence) -> [ConditionProgram] {
        if pattern.alternatives.allSatisfy({ $0.conditions.isEmpty && $0.verdict == nil }) { return [] }
        let matching = pattern.alternatives.filter { occurrences(of: $0).contains(occurrence) }
        guard !matching.contains(where: { $0.conditions.isEmpty }) else { return [] }
        return matching.map { alternative in
            ConditionProgram.all(alternative.conditions.map { ClauseProgram(label: nil, program: compile($0)) })
        }
    }

    /// The body of a standard, by type of event: what an event adds to a measure depends on its type.
    private mutating func compileBody(of standard: Standard, index: Int) -> (String) -> BodyProgram {
        let body: BodyProgram
        switch standard.body {
        case .require(let condition): body = .require(compile(condition))
        case .forbid(let condition): body = .forbid(compile(condition))
        case .manual(let questions): body = .manual(questions)
        case .allowance(let allowance):
            let steps = allowance.steps.map { step in
                AllowanceProgram.Step(bound: compile(step.bound), need: step.need)
            }
            let allowances = compile(allowance, of: standard, steps: steps)
            return { .allowance(allowances($0)) }
        case .timeline(let rule): return compile(rule, of: standard, index: index)
        case .metric: body = .clock
        }
        return { _ in body }
    }

    private mutating func compile(_ bound: AllowanceStep.Bound) -> AllowanceProgram.Bound {
        switch bound {
        case .upTo(let limit): .upTo(compile(limit))
        case .under(let limit): .under(compile(limit))
        case .unlimited: .unlimited
        }
    }

    mutating func compile(_ limit: Limit) -> AllowanceProgram.LimitProgram {
        switch limit {
        case .value(let value, _): .value(value)
        case .expression(let expression): .expression(compile(expression))
        }
    }

    mutating func compile(_ condition: Condition) -> ConditionProgram {
        switch condition {
        case .expression(let expression): .expression(compile(expression))
        case .all(let clauses, _): .all(clauses.map { compile($0) })
        case .any(let clauses, _): .any(clauses.map { compile($0) })
        case .not(let inner, _): .not(compile(inner))
        }
    }

    private mutating func compile(_ clause: Clause) -> ClauseProgram {
        ClauseProgram(label: clause.label, program: compile(clause.condition))
    }

    mutating func compile(_ expression: ConditionExpression) -> ExpressionProgram {
        let (plan, read) = plan(of: expression.form)
        return ExpressionProgram(source: expression, plan: plan, slots: read)
    }

    /// The program of an expression and the slots that it reads; of equal conditions about equal events there is one.
    private mutating func plan(of form: ConditionForm) -> (plan: ExpressionPlan, slots: [Int]) {
        let key = ObjectIdentifier(form)
        if let known = plans[key] { return known }
        let plan: ExpressionPlan
        var read: [Int]
        if form.conjunction.isWhole {
            read = form.conjunction.reserveSlots(in: &slots)
            plan = ExpressionPlan(of: form, in: compilation)
        } else {
            plan = ExpressionPlan(
                form.environment.program(for: form.checked, slots: &slots), of: form, in: compilation)
            read = form.paths.compactMap { slots.index(of: $0) }
        }
        if read.count > 1 { read = Set(read).sorted() }
        plans[key] = (plan, read)
        return (plan, read)
    }

    // MARK: Settings

    private mutating func compileChoices() -> [String: ChoiceProgram] {
        var choices: [String: ChoiceProgram] = [:]
        for setting in rulebook.settings {
            guard case .choice(let rows) = setting.content else { continue }
            choices[setting.name] = ChoiceProgram(
                name: setting.name,
                rows: rows.map { row in
                    .init(
                        value: row.value, period: row.period,
                        cells: row.cells.map { cell in
                            (
                                slots.index(
                                    of: CELAttributePath(cell.path), type: RulebookSymbols.type(of: cell.type)),
                                cell.test
                            )
                        })
                },
                now: now)
        }
        return choices
    }

    // MARK: Slots

    private func makeProgram(
        _ definition: EventDefinition, at occurrence: Occurrence, standards: [StandardProgram],
        choices: [String: ChoiceProgram], shared: SharedFillings
    ) -> EventProgram {
        var plain: [EventProgram.Filling] = []
        var computed: [EventProgram.Filling] = []
        var heard: [EventProgram.Filling] = []
        var remembered: [EventProgram.Filling] = []
        var scored: [EventProgram.Filling] = []
        let updates = memory.updates(for: occurrence)
        let clockUpdates = memory.clockUpdates(for: occurrence)
        let procedureUpdates = memory.procedureUpdates(for: occurrence)
        var needed = neededSlots(of: standards, updates: updates, choices: choices)
        for update in clockUpdates { needed.formUnion(update.slots + update.expressions.flatMap(\.slots)) }
        for update in procedureUpdates { needed.formUnion(update.slots + update.expressions.flatMap(\.slots)) }
        let metricUpdates = memory.metricUpdates(for: occurrence)
        for update in metricUpdates { needed.formUnion(update.slots + update.expressions.flatMap(\.slots)) }
        addScored(to: &needed)
        let lifeEnds = memory.lifeEnds(for: occurrence)
        needed.formUnion(lifeEnds.flatMap { $0.occasion.expressions.flatMap(\.slots) } + lifeEnds.map(\.lifetime.slot))
        let touches =
            occurrence.verdict != nil
            ? []
            : memory.lifetimes.filter {
                source(for: slots.slots[$0.slot].path, definition: definition, choices: [:]) != nil
            }
        needed.formUnion(touches.map(\.slot))
        addRemembered(to: &needed)
        addHeard(to: &needed)
        addChoices(choices, to: &needed)
        for slot in needed.sorted() {
            let filling = filling(ofSlot: slot, definition: definition, choices: choices, shared: shared)
            // Choices and figures read other slots, which must lie there before.
            switch filling.source {
            case .choice: computed.append(filling)
            case .score: scored.append(filling)
            case .words: heard.insert(filling, at: 0)
            case .phrase: heard.append(filling)
            case .memory, .reserved, .lack, .timeline: remembered.append(filling)
            case .beginning: computed.insert(filling, at: 0)
            case .envelope, .now, .fact, .constant: plain.append(filling)
            }
        }
        return EventProgram(
            compilation: compilation, slots: slots.slots, roleSlot: roleSlot, definition: definition,
            number: rulebook.vocabulary.eventIndex(definition.name) ?? 0,
            fillings: plain + computed + heard + remembered + scored, standards: standards,
            index: compilation.isIndexed && standards.count > StandardIndex.askedCountMax
                ? StandardIndex(standards.map { $0.keys(slots) }) : .unused,
            isListed: Self.lists(standards), touches: touches, lifeEnds: lifeEnds, updates: updates,
            clockUpdates: clockUpdates,
            procedureUpdates: procedureUpdates, metricUpdates: metricUpdates)
    }

    /// Whether one of the standards lists the action, whatever its force and whether or not it applies: it decides about
    /// it before it happens. What only opens a duty, or waits for a person's answer, says nothing for it.
    private static func lists(_ standards: [StandardProgram]) -> Bool {
        standards.contains { standard in
            switch standard.body {
            case .require, .forbid, .allowance, .precedence, .absence, .interval, .procedure: true
            case .clock, .manual: false
            }
        }
    }

    /// The slots that an event's standards read, and those that its changes of memory read.
    private func neededSlots(
        of standards: [StandardProgram], updates: [MemoryUpdate], choices: [String: ChoiceProgram]
    ) -> Set<Int> {
        var needed: Set<Int> = [now]
        for standard in standards {
            for test in standard.scope { needed.insert(test.slot) }
            standard.forEachExpression { for slot in $0.slots { needed.insert(slot) } }
            switch standard.body {
            case .allowance(let allowance): needed.formUnion(allowance.rememberedSlots)
            case .precedence(let precedence): needed.formUnion(precedence.slots + precedence.lackSlots)
            case .absence(let absence): needed.insert(absence.slot)
            case .interval(let interval): needed.formUnion(interval.slots)
            case .procedure(let procedure): needed.insert(procedure.program.slot)
            case .require, .forbid, .clock, .manual: break
            }
        }
        for update in updates {
            needed.formUnion(update.measure.readSlots)
            for expression in update.expressions { needed.formUnion(expression.slots) }
        }
        if let roleSlot { needed.insert(roleSlot) }
        return needed
    }

    /// Adds what must lie in the frame before something remembered can be read.
    private func addRemembered(to needed: inout Set<Int>) {
        for slot in needed {
            if let measure = memory.measure(inSlot: slot) ?? memory.measure(lackInSlot: slot) {
                needed.formUnion(measure.readSlots)
            }
            if let reading = memory.reading(inSlot: slot) { needed.formUnion(reading.keySlots) }
        }
    }

    /// Adds what scorecards read.
    private func addScored(to needed: inout Set<Int>) {
        if scorecards.isEmpty { return }
        for slot in needed {
            guard let question = scorecard(slots.slots[slot].path) else { continue }
            needed.formUnion(question.program.slots)
        }
    }

    /// The scorecard that a path asks; nil where it asks none.
    func scorecard(
        _ path: CELAttributePath
    ) -> (program: ScorecardProgram, function: ScorecardFunction)? {
        guard !scorecards.isEmpty, path.names.count == 2, let function = ScorecardFunction(rawValue: path.names[0]),
            let program = scorecards[path.names[1]]
        else { return nil }
        return (program, function)
    }

    private mutating func compile(_ scorecard: Scorecard) -> ScorecardProgram {
        ScorecardProgram(
            name: scorecard.name,
            items: scorecard.items.map { item in
                let grade: ScorecardProgram.Item.Grade =
                    switch item.grade {
                    case .pass(let condition): .pass(compile(condition))
                    case .points(let expression, let most): .points(compile(expression), of: most)
                    }
                return .init(
                    label: item.label, grade: grade, worth: item.worth, isCritical: item.isCritical,
                    when: item.when.map { compile($0) })
            })
    }

    /// Adds what must lie in the frame before a text is listened to.
    private func addHeard(to needed: inout Set<Int>) {
        guard let phrases, needed.contains(where: { phrases.question(slots.slots[$0].path) != nil }) else { return }
        needed.formUnion([phrases.slot] + phrases.readSlots)
    }

    /// Adds what choices of settings read.
    private func addChoices(_ choices: [String: ChoiceProgram], to needed: inout Set<Int>) {
        if choices.isEmpty { return }
        for slot in needed {
            let names = slots.slots[slot].path.names
            guard names.count == 2, names[0] == "settings", let choice = choices[names[1]] else { continue }
            needed.formUnion(choice.rows.flatMap { $0.cells.map(\.slot) })
        }
    }
}
