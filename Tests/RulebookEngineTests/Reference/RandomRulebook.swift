import Foundation
import TestSupport

/// Makes random rulebooks: a vocabulary with some of everything, settings, named patterns, standards with every body.
struct RandomRulebook {
    static let tiers = ["standard", "gold", "platinum"]
    static let kinds = ["book", "toy", "food"]
    static let cities = ["Koper", "Ptuj"]
    static let tags = ["vip", "new", "late"]
    static let days = ["2026-03-01", "2026-06-01", "2026-09-01"]

    private var random: RandomSource
    private(set) var roles: [String] = []
    private var entities: [(name: String, fields: [ReferenceField])] = []
    private var actions: [(name: String, fields: [ReferenceField])] = []
    private var occurrences: [(name: String, fields: [ReferenceField])] = []

    init(random: RandomSource) { self.random = random }

    /// Makes a rulebook.
    mutating func make(standardCountMax: Int = 7) -> ReferenceRulebook {
        roles = Array(["agent", "senior", "supervisor", "manager"].prefix(2 + random.below(3)))
        makeVocabulary()
        let settings = makeSettings()
        var named: [(name: String, pattern: ReferencePattern)] = []
        named.append(("any.change", makeNamed(["a.one", "a.two"])))
        named.append(("big.one", makeNamed(["a.one"])))
        let standards = (0..<(1 + random.below(standardCountMax))).map {
            makeStandard(id: "s.number\($0)", named: named)
        }
        return ReferenceRulebook(
            roles: roles, entities: entities, actions: actions, occurrences: occurrences,
            patterns: named.map { ($0.name, $0.pattern.yaml) }, settings: settings,
            unlisted: makeConsequence(), effective: random.chance(20) ? (Self.days[0], Self.days[2]) : (nil, nil),
            standards: standards)
    }

    // MARK: Vocabulary

    private mutating func field(_ name: String, _ type: ReferenceType, _ defaults: [ReferenceValue] = [])
        -> ReferenceField
    {
        ReferenceField(
            name: name, type: type, defaultValue: !defaults.isEmpty && random.chance(40) ? random.pick(defaults) : nil)
    }

    private mutating func makeVocabulary() {
        entities = [
            ("agent", [field("role", .role), field("team", .string)]),
            (
                "customer",
                [
                    field("tier", .enumeration(Self.tiers), [.text("standard")]), field("staff", .bool, [.bool(false)]),
                    field("points", .int, [.int(0)]), field("credit", .money, [.money(5, "EUR")]),
                    field("city", .string),
                ]
            ),
            (
                "item",
                [
                    field("price", .money), field("quantity", .int, [.int(1)]),
                    field("kind", .enumeration(Self.kinds)), field("returnable", .bool, [.bool(true)]),
                ]
            ),
            (
                "order",
                [
                    field("status", .string), field("total", .money), field("placed_by", .record("customer")),
                    field("items", .list(.record("item"))), field("discount", .percent),
                ]
            ),
        ]
        for index in entities.indices {
            entities[index].fields.insert(.init(name: "id", type: .string, defaultValue: nil), at: 0)
        }
        let all = [
            field("count", .int, [.int(2)]), field("amount", .money, [.money(10, "EUR")]), field("rate", .percent),
            field("urgent", .bool, [.bool(false)]), field("kind", .enumeration(Self.kinds), [.text("toy")]),
            field("note", .string), field("tags", .list(.string)), field("wait", .duration),
            field("ratio", .decimal, [.decimal(1)]), field("to", .record("agent")),
        ]
        actions = [("a.one", all), ("a.two", random.some(all, atLeast: 3)), ("a.three", random.some(all, atLeast: 2))]
        occurrences = [("e.seen", random.some(all, atLeast: 2))]
    }

    /// An amount of hundredths.
    static func cents(_ count: Int) -> Decimal { Decimal(count) / 100 }

    private mutating func makeSettings() -> [ReferenceSetting] {
        [
            .init(name: "limit", content: .constant(.int(Int64(random.below(6))))),
            .init(name: "cap", content: .constant(.money(Self.cents(random.below(4000)), "EUR"))),
            .init(name: "share", content: .constant(.percent(Self.cents(random.below(2000))))),
            .init(
                name: "free",
                content: .table(random.some(Self.tiers, atLeast: 2).map { ($0, .int(Int64(random.below(5)))) })),
            .init(name: "chosen", content: .rows(makeRows())),
        ]
    }

    private mutating func makeRows() -> [ReferenceSetting.Row] {
        func row(
            _ value: Int, from: String? = nil, until: String? = nil, tiers: [String]? = nil,
            points: (Int64?, Int64?)? = nil
        ) -> ReferenceSetting.Row {
            let seconds = [
                "2026-03-01": Int64(1_772_323_200), "2026-06-01": 1_780_272_000, "2026-09-01": 1_788_220_800,
            ]
            return .init(
                value: .int(Int64(value)), from: from.map { ($0, seconds[$0] ?? 0) },
                until: until.map { ($0, seconds[$0] ?? 0) }, tiers: tiers, points: points)
        }
        switch random.below(4) {
        case 0: return random.some(Self.tiers).map { row(random.below(6), tiers: [$0]) }
        case 1:
            return [
                row(random.below(6), points: (nil, 2)), row(random.below(6), points: (2, 4)), row(1, points: (6, nil)),
            ]
        case 2: return [row(random.below(6), until: Self.days[1]), row(random.below(6), from: Self.days[1])]
        default:
            return [
                row(random.below(6), until: Self.days[1], tiers: ["gold"]),
                row(random.below(6), from: Self.days[1], until: Self.days[2], tiers: ["gold", "platinum"]),
                row(random.below(6), tiers: ["standard"], points: (1, 5)),
            ]
        }
    }

    // MARK: Standards

    private mutating func conditions(for types: [String]) -> RandomConditions {
        var shared = (actions + occurrences).first { $0.name == types[0] }?.fields ?? []
        for type in types {
            let own = (actions + occurrences).first { $0.name == type }?.fields.map(\.name) ?? []
            shared.removeAll { !own.contains($0.name) }
        }
        return RandomConditions(roles: roles, entities: entities, eventFields: shared)
    }

    private mutating func makeNamed(_ types: [String]) -> ReferencePattern {
        let list = types.count == 1 ? types[0] : "[\(types.joined(separator: ", "))]"
        guard random.chance(60) else {
            return ReferencePattern(yaml: "{is: \(list)}", alternatives: types.map { .init(type: $0, conditions: []) })
        }
        let condition = conditions(for: types).condition(&random, depth: 1)
        return ReferencePattern(
            yaml: "{is: \(list), where: \(condition.yaml)}",
            alternatives: types.map { .init(type: $0, conditions: [condition]) })
    }

    private mutating func makePattern(_ named: [(name: String, pattern: ReferencePattern)]) -> ReferencePattern {
        switch random.below(10) {
        case 0...4:
            let type = random.pick(["a.one", "a.one", "a.two", "a.three", "e.seen"])
            return ReferencePattern(yaml: type, alternatives: [.init(type: type, conditions: [])])
        case 5, 6:
            let some = random.pick(named)
            return ReferencePattern(yaml: some.name, alternatives: some.pattern.alternatives)
        case 7:
            let some = random.pick(named)
            let type = random.pick(["a.three", "a.one"])
            return ReferencePattern(
                yaml: "[\(some.name), \(type)]",
                alternatives: some.pattern.alternatives + [.init(type: type, conditions: [])])
        default:
            let type = random.pick(["a.one", "a.two"])
            let first = conditions(for: [type]).condition(&random, depth: 1)
            let second = conditions(for: [type]).condition(&random, depth: 1)
            return ReferencePattern(
                yaml: "[{event: \(type), where: \(first.yaml)}, {event: \(type), where: \(second.yaml)}]",
                alternatives: [.init(type: type, conditions: [first]), .init(type: type, conditions: [second])])
        }
    }

    private mutating func makeConsequence() -> ReferenceStandard.Consequence {
        switch random.below(8) {
        case 0, 1, 2: .deny
        case 3, 4: .justify
        case 5: .note
        default: .escalate(random.pick(roles))
        }
    }

    private mutating func makeStandard(
        id: String, named: [(name: String, pattern: ReferencePattern)]
    ) -> ReferenceStandard {
        let pattern = makePattern(named)
        let makes = conditions(for: pattern.types.sorted())
        let body: ReferenceStandard.Body
        switch random.below(20) {
        case 0...7: body = .require(makes.condition(&random, depth: 2))
        case 8...12: body = .forbid(makes.condition(&random, depth: 2))
        case 13: body = .manual(random.chance(50) ? [""] : ["tone", "empathy"])
        default: body = makeAllowance(makes)
        }
        return ReferenceStandard(
            id: id, pattern: pattern, scope: makeScope(),
            when: random.chance(35) ? makes.scopeCondition(&random) : nil,
            unless: random.chance(25) ? makes.condition(&random, depth: 1) : nil,
            force: random.chance(80) ? "must" : random.pick(["should", "may"]), otherwise: makeConsequence(),
            effective: random.chance(15) ? (random.chance(70) ? Self.days[0] : nil, Self.days[1]) : (nil, nil),
            body: body)
    }

    private mutating func makeScope() -> [(path: [String], values: [ReferenceValue])] {
        guard random.chance(35) else { return [] }
        var scope: [(path: [String], values: [ReferenceValue])] = []
        if random.chance(60) { scope.append((["customer", "tier"], random.some(Self.tiers).map(ReferenceValue.text))) }
        if random.chance(30) { scope.append((["customer", "points"], [.int(1), .int(2)])) }
        if random.chance(30) { scope.append((["order", "placed_by", "staff"], [.bool(random.chance(50))])) }
        if random.chance(30) {
            scope.append((["agent", "role"], [random.pick(roles.enumerated().map { .role($1, $0) })]))
        }
        return scope
    }

    private mutating func makeAllowance(_ makes: RandomConditions) -> ReferenceStandard.Body {
        let type = makes.measureType(&random)
        let measure = makes.number(&random, type, depth: 1, isLiteralAllowed: false)
        var limits: [ReferenceTerm] = []
        let isComputed = random.chance(30)
        for _ in 0..<(1 + random.below(3)) {
            limits.append(
                isComputed
                    ? makes.number(&random, type, depth: 0, isLiteralAllowed: false)
                    : .literal(makes.literal(&random, type)))
        }
        // A ladder of literal amounts is in one currency, or the loader refuses it.
        limits = Self.inOneCurrency(limits)
        if !isComputed {
            limits.sort { left, right in
                guard case .literal(let first) = left, case .literal(let second) = right else { return false }
                return (ReferenceArithmetic.order(first, second) ?? 0) < 0
            }
        }
        var steps = limits.enumerated().map { index, limit in
            ReferenceStandard.Step(
                bound: (limit, random.chance(75)),
                need: index == 0 && random.chance(80) ? .nothing : makeNeed())
        }
        if random.chance(30) { steps.append(.init(bound: nil, need: makeNeed())) }
        return .allowance(measure, steps)
    }

    private static func inOneCurrency(_ limits: [ReferenceTerm]) -> [ReferenceTerm] {
        guard case .literal(.money(_, let currency))? = limits.first else { return limits }
        return limits.map { limit in
            guard case .literal(.money(let amount, _)) = limit else { return limit }
            return .literal(.money(amount, currency))
        }
    }

    private mutating func makeNeed() -> ReferenceStandard.Need {
        switch random.below(5) {
        case 0: .nothing
        case 1, 2: .reason
        default: .approval(random.pick(roles))
        }
    }
}
