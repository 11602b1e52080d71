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
        let privatePaths: Set<CELAttributePath>
        let facts: FactReader
    }

    private let rulebook: Rulebook
    private var slots = CELSlotTable()
    private let settings: [String: Setting]

    init(_ rulebook: Rulebook) {
        self.rulebook = rulebook
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
            rulebook: rulebook, slots: slots, programs: programs, privatePaths: privatePaths(),
            facts: EventReader(rulebook).facts)
    }

    /// The actor's rank and name decide whether a step is held, whatever the conditions read.
    private mutating func addActor() {
        for member in ["id", "role"] {
            guard let field = rulebook.vocabulary.entity("agent")?.field(member) else { continue }
            _ = slots.index(of: CELAttributePath(["agent", member]), type: RulebookSymbols.type(of: field.type))
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
                let alternatives = isUnconditional
                    ? []
                    : matching.map { alternative in
                        ConditionProgram.all(
                            alternative.conditions.map { ClauseProgram(label: nil, program: compile($0)) })
                    }
                byType[type, default: []].append(
                    StandardProgram(
                        index: index, force: standard.force, otherwise: standard.otherwise,
                        effective: standard.effective, alternatives: alternatives, scope: scope, when: when,
                        unless: unless, body: body))
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
        // Every slot is filled for every type: a standard reads only facts that all of its types have.
        var plain: [(slot: Int, path: CELAttributePath, source: SlotSource)] = []
        var computed: [(slot: Int, path: CELAttributePath, source: SlotSource)] = []
        let needed = Self.neededSlots(of: standards, choices: choices, now: now, paths: slots.slots.map(\.path))
        for (slot, path) in slots.slots.map(\.path).enumerated() where needed.contains(slot) {
            guard let source = source(for: path, definition: definition, choices: choices) else { continue }
            if case .choice = source {
                computed.append((slot, path, source))
            } else {
                plain.append((slot, path, source))
            }
        }
        return EventProgram(
            definition: definition, slots: plain + computed, standards: standards,
            index: StandardIndex(standards), isListed: Self.lists(standards))
    }

    private static func lists(_ standards: [StandardProgram]) -> Bool {
        standards.contains { standard in
            switch standard.body {
            case .require, .forbid, .allowance: standard.force == .must
            case .manual: false
            }
        }
    }

    private static func neededSlots(
        of standards: [StandardProgram], choices: [String: ChoiceProgram], now: Int, paths: [CELAttributePath]
    ) -> Set<Int> {
        var needed: Set<Int> = [now]
        func add(_ program: ConditionProgram?) {
            for expression in program?.expressions ?? [] { needed.formUnion(expression.slots) }
        }
        for standard in standards {
            for alternative in standard.alternatives { add(alternative) }
            needed.formUnion(standard.scope.map(\.slot))
            add(standard.when)
            add(standard.unless)
            switch standard.body {
            case .require(let condition), .forbid(let condition): add(condition)
            case .allowance(let allowance):
                needed.formUnion(allowance.measure.slots)
                for case .upTo(.expression(let limit)) in allowance.steps.map(\.bound) {
                    needed.formUnion(limit.slots)
                }
                for case .under(.expression(let limit)) in allowance.steps.map(\.bound) {
                    needed.formUnion(limit.slots)
                }
            case .manual: break
            }
        }
        for slot in needed {
            let names = paths[slot].names
            guard names.count == 2, names[0] == "settings", let choice = choices[names[1]] else { continue }
            needed.formUnion(choice.rows.flatMap { $0.cells.map(\.slot) })
        }
        for (slot, path) in paths.enumerated() where path.names == ["agent", "role"] || path.names == ["agent", "id"] {
            needed.insert(slot)
        }
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
        var hops: [(name: JSONName, definition: FieldDefinition)] = []
        for name in names {
            guard let field = fields.first(where: { $0.name == name }) else { return nil }
            hops.append((JSONName(name), field))
            if case .entity(let next) = field.type { fields = rulebook.vocabulary.entity(next)?.fields ?? [] }
        }
        guard let last = hops.last else { return nil }
        return FactWalk(root: root, fields: hops, type: last.definition.type, path: path)
    }

    private func privatePaths() -> Set<CELAttributePath> {
        var paths: Set<CELAttributePath> = []
        for event in rulebook.vocabulary.events {
            for field in event.fields where field.isPrivate { paths.insert(CELAttributePath(["event", field.name])) }
        }
        for path in slots.slots.map(\.path) {
            var fields = rulebook.vocabulary.entity(path.names.first ?? "")?.fields ?? []
            for name in path.names.dropFirst() {
                guard let field = fields.first(where: { $0.name == name }) else { break }
                if field.isPrivate { paths.insert(path) }
                if case .entity(let next) = field.type { fields = rulebook.vocabulary.entity(next)?.fields ?? [] }
            }
        }
        return paths
    }
}
