import CEL
import RulebookModel
import SourceText

extension RulebookCompiler {
    /// Plans a fact that conditions read as `facts.NAME`.
    mutating func compile(_ fact: DerivedFact) {
        let path = CELAttributePath(["facts", fact.name])
        let measure = add(fact.measure, path: path)
        guard let pattern = fact.measure.pattern else { return }
        let filter = fact.measure.filter.map { compile($0) }
        for occurrence in occurrences(of: pattern) {
            memory.add(
                MemoryUpdate(
                    measure: measure,
                    occasion: .pattern(alternatives(of: pattern, for: occurrence), filter: filter), change: .measure),
                at: occurrence)
        }
    }

    /// Plans an allowance: what this event adds, by its type, and what earlier ones used.
    mutating func compile(
        _ allowance: Allowance, of standard: Standard, steps: [AllowanceProgram.Step]
    ) -> (String) -> AllowanceProgram {
        let source = allowance.measure
        let measure = allowance.remembers ? add(source, path: Self.usePath(of: standard), for: standard) : nil
        // An allowance is climbed by values and counts only.
        let operand: ExpressionProgram? =
            if case .value(let planned)? = measure?.operand { planned } else { source.operand.map { compile($0) } }
        guard let pattern = source.pattern else {
            // Nothing but `count` lacks an operand, and that has a pattern.
            let own = operand.map(AllowanceProgram.Own.operand) ?? .occasion(.pattern([], filter: nil), nil)
            let program = AllowanceProgram(
                function: source.function, own: own, memory: measure, steps: steps,
                onlyGrows: onlyGrows(source, of: standard), now: now)
            return { _ in program }
        }
        let filter = source.filter.map { compile($0) }
        var occasions: [String: MemoryUpdate.Occasion] = [:]
        for occurrence in occurrences(of: pattern) {
            let occasion = MemoryUpdate.Occasion.pattern(alternatives(of: pattern, for: occurrence), filter: filter)
            if occurrence.verdict == nil { occasions[occurrence.type] = occasion }
            if let measure {
                memory.add(MemoryUpdate(measure: measure, occasion: occasion, change: .measure), at: occurrence)
            }
        }
        let function = source.function
        let onlyGrows = onlyGrows(source, of: standard)
        let now = now
        return { type in
            // An event of another type is not among those that are measured.
            let occasion = occasions[type] ?? .pattern([.any([])], filter: nil)
            return AllowanceProgram(
                function: function, own: .occasion(occasion, operand), memory: measure, steps: steps,
                onlyGrows: onlyGrows, now: now)
        }
    }

    /// Whether another event can only make the figure of an allowance greater: a sum grows where its value is a field
    /// that has a least value, which is not below nothing.
    private func onlyGrows(_ measure: Measure, of standard: Standard) -> Bool {
        guard measure.function == .sum else { return true }
        guard let operand = measure.operand,
            let path = operand.checked.attributePath(of: operand.checked.root)?.names, path.count == 2
        else { return false }
        let owners: [[FieldDefinition]]
        if path[0] == "event" {
            let types = Set(occurrences(of: measure.pattern ?? standard.pattern).map(\.type))
            owners = rulebook.vocabulary.events.filter { types.contains($0.name) }.map(\.fields)
        } else {
            owners = [rulebook.vocabulary.entity(path[0])?.fields ?? []]
        }
        return owners.allSatisfy { fields in
            guard let least = fields.first(where: { $0.name == path[1] })?.minimum else { return false }
            return !FactSum.isNegative(least)
        }
    }

    /// The path under which a trace shows what was used before.
    static func usePath(of standard: Standard) -> CELAttributePath {
        CELAttributePath(["used before under \(standard.id)"])
    }

    /// The path under which a trace shows what reservations keep back.
    static func reservedPath(of standard: Standard) -> CELAttributePath {
        CELAttributePath(["reserved under \(standard.id)"])
    }

    /// The path under which a trace shows what may be missing of a figure.
    static func lackPath(of path: CELAttributePath) -> CELAttributePath {
        CELAttributePath(["what is missing of \(path)"])
    }

    /// Plans a measure: of a fact, or of a standard's allowance.
    private mutating func add(
        _ source: Measure, path: CELAttributePath, for standard: Standard? = nil
    ) -> MeasureProgram {
        let slot = slots.index(of: path, type: source.type)
        let zoneSlot: Int? =
            if case .fact(let path) = source.window.zone {
                slots.index(of: CELAttributePath(path), type: .text(FactType.zone.text))
            } else { nil }
        let key = keySlots(source.key)
        let window = WindowProgram(
            extent: source.window.extent, zone: CELTimeZone.named(rulebook.timeZone) ?? .utc, zoneSlot: zoneSlot,
            now: now, blocks: blocks(of: source.window, key: key),
            lives: source.window.extent == .lifetime ? lives(source.key) : [])
        let measure = MeasureProgram(
            index: memory.measures.count, slot: slot, path: path,
            reservedSlot: standard.map { slots.index(of: Self.reservedPath(of: $0), type: source.type) },
            lackSlot: standard.map { _ in slots.index(of: Self.lackPath(of: path), type: .dyn) },
            aggregation: Aggregation(function: source.function, rank: source.rank ?? ExactDecimal(100)),
            operand: source.operand.map { .value(compile($0)) } ?? source.part.map { .condition(compile($0)) },
            keySlots: key, window: window, nothing: standard == nil ? nothing(source) : .null,
            takesBack: source.window.anchor != nil || source.until != nil || source.restoration != nil
                || (source.window.extent == .lifetime && hasEnd(source.key)))
        memory.add(measure)
        // What happened earlier on the date with which a block begins is not part of it.
        if let anchor = source.window.anchor { add(anchor, measure, .reset) }
        if let until = source.until { add(until, measure, .reset) }
        if let restoration = source.restoration {
            add(restoration.pattern, measure, .restore(restoration.operand.map { compile($0) }))
        }
        return measure
    }

    /// The blocks of a window, with a measure that remembers where those of each key begin.
    mutating func blocks(of window: MeasureWindow, key: [Int]) -> BlockProgram? {
        guard case .blocks(let length, let beginning) = window.extent else { return nil }
        switch beginning {
        case .date(let date): return BlockProgram(length: length, beginning: .date(date))
        case .anchor:
            guard let pattern = window.anchor else { return nil }
            let path = CELAttributePath(["latest \(pattern.text) at \(pattern.range.place)"])
            let anchor = MeasureProgram(
                index: memory.measures.count, slot: slots.index(of: path, type: .timestamp), path: path,
                aggregation: Aggregation(function: .last), operand: nil, keySlots: key,
                window: WindowProgram(extent: .lifetime, zone: .utc, zoneSlot: nil, now: now), nothing: .null)
            memory.add(anchor)
            add(pattern, anchor, .anchor)
            return BlockProgram(length: length, beginning: .latest(anchor, named: pattern.text))
        }
    }

    private mutating func add(_ pattern: EventPattern, _ measure: MeasureProgram, _ change: MemoryUpdate.Change) {
        for occurrence in occurrences(of: pattern) {
            memory.add(
                MemoryUpdate(
                    measure: measure, occasion: .pattern(alternatives(of: pattern, for: occurrence), filter: nil),
                    change: change),
                at: occurrence)
        }
    }

    /// The figure of a fact where nothing happened; an amount is nothing in the rulebook's currency.
    private func nothing(_ measure: Measure) -> CELValue? {
        switch measure.function {
        case .happened: return .bool(false)
        case .count, .distinct: return .int(0)
        case .min, .max, .last, .mean, .share, .percentile: return nil
        case .sum:
            switch measure.type {
            case .int: return .int(0)
            case .duration: return .duration(CELDuration(nanoseconds: 0))
            case RulebookSymbols.type(of: .decimal): return .scalar(CELScalar(ExactDecimal(0)))
            case RulebookSymbols.type(of: .percent): return .scalar(CELScalar(Percent(points: ExactDecimal(0))))
            case RulebookSymbols.type(of: .money):
                return rulebook.currency.map { .scalar(CELScalar(Money(amount: ExactDecimal(0), currency: $0))) }
            default: return nil
            }
        }
    }

    /// What says how long what lies under a key lives.
    mutating func lives(_ key: MeasureKey) -> [KeyLife] {
        var lives: [KeyLife] = []
        for (part, written) in key.parts.enumerated() {
            guard let lifetime = rulebook.lifetimes.first(where: { $0.path == written.path }) else { continue }
            let slot = slots.index(of: CELAttributePath(written.path), type: keyType(written.path))
            let program = memory.lifetime(written.path) {
                LifetimeProgram(index: $0, slot: slot, idle: lifetime.idle?.nanoseconds)
            }
            if let program { lives.append(KeyLife(part: part, lifetime: program.index)) }
        }
        return lives
    }

    /// Whether an event can end the life of a key.
    func hasEnd(_ key: MeasureKey) -> Bool {
        key.parts.contains { part in rulebook.lifetimes.contains { $0.path == part.path && $0.end != nil } }
    }

    /// Lets events end the lives by which some key lives.
    mutating func compileLifeEnds() {
        for lifetime in rulebook.lifetimes {
            guard let program = memory.lifetime(lifetime.path), let end = lifetime.end else { continue }
            for occurrence in occurrences(of: end) {
                let occasion = MemoryUpdate.Occasion.pattern(alternatives(of: end, for: occurrence), filter: nil)
                memory.add(LifeEnd(lifetime: program, occasion: occasion), at: occurrence)
            }
        }
    }

    /// The slots of a key's parts.
    mutating func keySlots(_ key: MeasureKey) -> [Int] {
        key.parts.map { slots.index(of: CELAttributePath($0.path), type: keyType($0.path)) }
    }

    /// The type of a fact that stands in a key.
    private func keyType(_ path: [String]) -> CELType {
        var fields: [FieldDefinition] = []
        if path.first == "event" {
            if path.count == 2, EnvelopeMember(rawValue: path[1]) != nil { return .string }
            fields = rulebook.vocabulary.events.flatMap(\.fields)
        } else {
            fields = rulebook.vocabulary.entity(path.first ?? "")?.fields ?? []
        }
        var type = FactType.string
        for name in path.dropFirst() {
            guard let field = fields.first(where: { $0.name == name }) else { return .string }
            type = field.type
            if case .entity(let next) = type { fields = rulebook.vocabulary.entity(next)?.fields ?? [] }
        }
        return RulebookSymbols.type(of: type)
    }
}
