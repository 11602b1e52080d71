import CEL
import JSONSyntax
import RulebookModel

/// Turns the model into programs: plans conditions over shared slots and finds out where each slot's value comes from.
struct RulebookCompiler {
    /// What compiling gives.
    struct Parts {
        let rulebook: Rulebook
        let slots: CELSlotTable
        let programs: [EventProgram]
        let privacy: Privacy
        let facts: FactReader
    }

    private let rulebook: Rulebook
    private var slots = CELSlotTable()
    private var actorSlots: [Int] = []
    private let settings: [String: Setting]
    private let isIndexed: Bool

    /// Begins with a rulebook.
    ///
    /// - Parameters:
    ///   - rulebook: the rulebook.
    ///   - isIndexed: whether standards are found by their equalities; without, every standard is asked.
    init(_ rulebook: Rulebook, isIndexed: Bool) {
        self.rulebook = rulebook
        self.isIndexed = isIndexed
        settings = Dictionary(uniqueKeysWithValues: rulebook.settings.map { ($0.name, $0) })
    }

    /// Compiles everything.
    mutating func compile() -> Parts {
        let now = slots.index(of: CELAttributePath(["now"]), type: .timestamp)
        addActor()
        let choices = compileChoices(now: now)
        let byType = compileStandards()
        let programs = rulebook.vocabulary.events.map { definition in
            makeProgram(definition, standards: byType[definition.name] ?? [], choices: choices, now: now)
        }
        return Parts(
            rulebook: rulebook, slots: slots, programs: programs,
            privacy: Privacy(vocabulary: rulebook.vocabulary, paths: slots.slots.map(\.path)),
            facts: EventReader(rulebook).facts.drawing(from: pool(byType.values.joined())))
    }

    private func pool(_ standards: some Sequence<StandardProgram>) -> TextPool {
        let constants = rulebook.settings.compactMap { setting in
            if case .constant(let value) = setting.content { value } else { nil }
        }
        return TextPool(standards: standards.sorted { $0.index < $1.index }, settings: constants)
    }

    /// The actor's rank and name decide whether a step is held, whatever the conditions read.
    private mutating func addActor() {
        for member in ["id", "role"] {
            guard let field = rulebook.vocabulary.entity("agent")?.field(member) else { continue }
            actorSlots.append(
                slots.index(of: CELAttributePath(["agent", member]), type: RulebookSymbols.type(of: field.type)))
        }
    }

    // MARK: Standards

    private mutating func compileStandards() -> [String: [StandardProgram]] {
        var byType: [String: [StandardProgram]] = [:]
        for (index, standard) in rulebook.standards.enumerated() {
            // The body is planned once and shared by every type that the pattern names.
            let when = standard.when.map { compile($0) }
            let unless = standard.unless.map { compile($0) }
            let body = compile(standard.body)
            let scope = standard.scope.map { equality in
                ScopeTest(
                    slot: slots.index(
                        of: CELAttributePath(equality.path), type: RulebookSymbols.type(of: equality.type)),
                    values: equality.values)
            }
            for type in standard.pattern.types {
                let matching = standard.pattern.alternatives.filter { $0.type == type }
                let isUnconditional = matching.contains { $0.conditions.isEmpty }
                let alternatives =
                    isUnconditional
                    ? []
                    : matching.map { alternative in
                        ConditionProgram.all(
                            alternative.conditions.map { ClauseProgram(label: nil, program: compile($0)) })
                    }
                let keys = IndexKey.all(scope: scope, when: when, alternatives: alternatives, slots: slots)
                byType[type, default: []].append(
                    StandardProgram(
                        index: index, standard: standard, alternatives: alternatives, scope: scope, when: when,
                        unless: unless, body: body, keys: keys))
            }
        }
        return byType
    }

    private mutating func compile(_ body: Standard.Body) -> BodyProgram {
        switch body {
        case .require(let condition): .require(compile(condition))
        case .forbid(let condition): .forbid(compile(condition))
        case .manual(let questions): .manual(questions)
        case .allowance(let allowance):
            .allowance(
                AllowanceProgram(
                    measure: compile(allowance.measure),
                    steps: allowance.steps.map { .init(bound: compile($0.bound), need: $0.need) }))
        }
    }

    private mutating func compile(_ bound: AllowanceStep.Bound) -> AllowanceProgram.Bound {
        switch bound {
        case .upTo(let limit): .upTo(compile(limit))
        case .under(let limit): .under(compile(limit))
        case .unlimited: .unlimited
        }
    }

    private mutating func compile(_ limit: Limit) -> AllowanceProgram.LimitProgram {
        switch limit {
        case .value(let value, _): .value(value)
        case .expression(let expression): .expression(compile(expression))
        }
    }

    private mutating func compile(_ condition: Condition) -> ConditionProgram {
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

    private mutating func compile(_ expression: ConditionExpression) -> ExpressionProgram {
        let program = expression.environment.program(for: expression.checked, slots: &slots)
        let read = Set(expression.checked.attributes.compactMap { slots.index(of: $0.path) })
        return ExpressionProgram(source: expression, program: program, slots: read.sorted())
    }

    // MARK: Settings

    private mutating func compileChoices(now: Int) -> [String: ChoiceProgram] {
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
        _ definition: EventDefinition, standards: [StandardProgram], choices: [String: ChoiceProgram], now: Int
    ) -> EventProgram {
        var plain: [EventProgram.Filling] = []
        var computed: [EventProgram.Filling] = []
        let needed = neededSlots(of: standards, choices: choices, now: now)
        for (slot, path) in slots.slots.map(\.path).enumerated() where needed.contains(slot) {
            guard let source = source(for: path, definition: definition, choices: choices) else { continue }
            let filling = EventProgram.Filling(slot: slot, path: path, source: source)
            // A choice reads other slots, which must lie there before.
            if case .choice = source { computed.append(filling) } else { plain.append(filling) }
        }
        return EventProgram(
            definition: definition, fillings: plain + computed, standards: standards,
            index: StandardIndex(isIndexed ? standards.map(\.keys) : standards.map { _ in [] }),
            isListed: Self.lists(standards))
    }

    /// Whether one of the standards lists the action, whatever its force and whether or not it applies.
    private static func lists(_ standards: [StandardProgram]) -> Bool {
        standards.contains { standard in
            switch standard.body {
            case .require, .forbid, .allowance: true
            case .manual: false
            }
        }
    }

    /// The slots that an event's standards read, with those that choices of settings read for them.
    private func neededSlots(
        of standards: [StandardProgram], choices: [String: ChoiceProgram], now: Int
    ) -> Set<Int> {
        var needed: Set<Int> = [now]
        for standard in standards {
            needed.formUnion(standard.scope.map(\.slot))
            for expression in standard.expressions { needed.formUnion(expression.slots) }
        }
        for slot in needed {
            let names = slots.slots[slot].path.names
            guard names.count == 2, names[0] == "settings", let choice = choices[names[1]] else { continue }
            needed.formUnion(choice.rows.flatMap { $0.cells.map(\.slot) })
        }
        needed.formUnion(actorSlots)
        return needed
    }

    private func source(
        for path: CELAttributePath, definition: EventDefinition, choices: [String: ChoiceProgram]
    ) -> SlotSource? {
        let names = path.names
        switch names.first {
        case "now": return .now
        case "settings":
            guard names.count == 2 else { return nil }
            if let choice = choices[names[1]] { return .choice(choice) }
            guard case .constant(let value)? = settings[names[1]]?.content else { return nil }
            return .constant(value)
        case "event":
            guard names.count >= 2 else { return nil }
            if names.count == 2, let member = EnvelopeMember(rawValue: names[1]) { return .envelope(member) }
            return walk(root: nil, fields: definition.fields, names: names.dropFirst(), path: path).map(SlotSource.fact)
        case let root?:
            guard let entity = rulebook.vocabulary.entity(root) else { return nil }
            guard names.count > 1 else {
                return .fact(FactWalk(root: JSONName(root), fields: [], type: .entity(root), path: path))
            }
            return walk(root: JSONName(root), fields: entity.fields, names: names.dropFirst(), path: path)
                .map(SlotSource.fact)
        case nil: return nil
        }
    }

    private func walk(
        root: JSONName?, fields: [FieldDefinition], names: ArraySlice<String>, path: CELAttributePath
    ) -> FactWalk? {
        var fields = fields
        var hops: [FieldDefinition] = []
        for name in names {
            guard let field = fields.first(where: { $0.name == name }) else { return nil }
            hops.append(field)
            if case .entity(let next) = field.type { fields = rulebook.vocabulary.entity(next)?.fields ?? [] }
        }
        guard let last = hops.last else { return nil }
        return FactWalk(root: root, fields: hops, type: last.type, path: path)
    }
}
