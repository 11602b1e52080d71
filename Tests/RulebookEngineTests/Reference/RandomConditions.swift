import Foundation
import TestSupport

/// Makes random conditions over the facts of some vocabulary.
struct RandomConditions {
    /// A fact and its type.
    typealias Fact = (path: [String], type: ReferenceType)

    let roles: [String]
    let facts: [Fact]

    init(
        roles: [String], entities: [(name: String, fields: [ReferenceField])], eventFields: [ReferenceField]
    ) {
        self.roles = roles
        var facts: [Fact] = [(["now"], .timestamp), (["event", "channel"], .string), (["event", "reason"], .string)]
        func add(_ path: [String], _ fields: [ReferenceField], depth: Int) {
            for field in fields {
                let own = path + [field.name]
                if case .record(let name) = field.type {
                    if depth > 0 { add(own, entities.first { $0.name == name }?.fields ?? [], depth: depth - 1) }
                } else {
                    facts.append((own, field.type))
                }
            }
        }
        // The event's own fields stand twice, so that they are read more often.
        add(["event"], eventFields, depth: 1)
        add(["event"], eventFields, depth: 1)
        for entity in entities where entity.name != "item" { add([entity.name], entity.fields, depth: 1) }
        self.facts = facts
    }

    private func paths(of type: ReferenceType) -> [[String]] { facts.filter { $0.type == type }.map(\.path) }

    // MARK: Conditions

    func condition(_ random: inout RandomSource, depth: Int) -> ReferenceCondition {
        guard depth > 0, random.chance(50) else { return .term(truth(&random, depth: 1 + random.below(2))) }
        let parts = (0..<(1 + random.below(3))).map { _ in condition(&random, depth: depth - 1) }
        switch random.below(4) {
        case 0: return .list(parts)
        case 1: return .labelled(parts.enumerated().map { ("clause \($0)", $1) })
        case 2: return .any(parts)
        default: return .not(parts[0])
        }
    }

    /// A condition as `when` often has it: equalities, alone or beside others, which an index can use.
    func scopeCondition(_ random: inout RandomSource) -> ReferenceCondition {
        guard random.chance(60) else { return condition(&random, depth: 1) }
        let equality = equality(&random)
        switch random.below(3) {
        case 0: return .term(equality)
        case 1: return .term(.and([equality, truth(&random, depth: 1)], inWords: true))
        default: return .list([condition(&random, depth: 0), .term(equality)])
        }
    }

    private func equality(_ random: inout RandomSource) -> ReferenceTerm {
        switch random.below(5) {
        case 0: return .compare("==", .fact(["customer", "tier"]), .literal(.text(random.pick(RandomRulebook.tiers))))
        case 1: return .compare("==", .literal(.text(random.pick(RandomRulebook.cities))), .fact(["customer", "city"]))
        case 2: return .isAmong(.fact(["customer", "points"]), [.int(1), .int(3)])
        case 3: return .compare("==", .fact(["agent", "role"]), .literal(.role(roles[0], 0)))
        default: return .compare("==", .fact(["customer", "points"]), .setting("limit"))
        }
    }

    func truth(_ random: inout RandomSource, depth: Int) -> ReferenceTerm {
        if depth > 0 {
            switch random.below(12) {
            case 0, 1:
                return .and(
                    (0..<(2 + random.below(2))).map { _ in truth(&random, depth: depth - 1) },
                    inWords: random.chance(50))
            case 2, 3:
                return .or(
                    (0..<(2 + random.below(2))).map { _ in truth(&random, depth: depth - 1) },
                    inWords: random.chance(50))
            case 4: return .not(truth(&random, depth: depth - 1), inWords: random.chance(50))
            case 5:
                return .choice(
                    truth(&random, depth: 0), truth(&random, depth: depth - 1), truth(&random, depth: depth - 1))
            case 6, 7: return loop(&random)
            default: break
            }
        }
        return leaf(&random)
    }

    private func leaf(_ random: inout RandomSource) -> ReferenceTerm {
        let fact = random.pick(facts)
        let read = ReferenceTerm.fact(fact.path)
        switch fact.type {
        case .bool:
            return random.chance(50)
                ? read : .compare(random.pick(["==", "!="]), read, .literal(.bool(random.chance(50))))
        case .string, .enumeration:
            let words = words(of: fact)
            if random.chance(25), fact.path != ["now"] { return .has(fact.path) }
            if random.chance(40) { return .isAmong(read, random.some(words).map(ReferenceValue.text)) }
            return .compare(random.pick(["==", "!="]), read, .literal(.text(random.pick(words))))
        case .role:
            let rank = random.below(roles.count)
            return .compare(random.pick(["<", "<=", ">", ">=", "==", "!="]), read, .literal(.role(roles[rank], rank)))
        case .timestamp:
            let day = random.pick([1_772_323_200, 1_780_272_000, 1_788_220_800] as [Int64])
            return .compare(random.pick(["<", ">="]), read, .literal(.instant(day)))
        case .duration:
            return .compare(random.pick(["<", "<=", ">", ">="]), read, .literal(.span(Int64(random.below(4)) * 30)))
        case .int, .decimal, .percent, .money:
            if random.chance(15) { return .has(fact.path) }
            return comparison(&random, fact.type)
        case .list(let element):
            if element == .string {
                return random.chance(50)
                    ? .isElement(.literal(.text(random.pick(RandomRulebook.tags))), of: read)
                    : .compare(random.pick(["<", ">=", "=="]), .size(read), .literal(.int(Int64(random.below(4)))))
            }
            return .compare(random.pick(["<", ">=", "=="]), .size(read), .literal(.int(Int64(random.below(4)))))
        case .record: return .has(fact.path)
        }
    }

    private func words(of fact: Fact) -> [String] {
        if case .enumeration(let words) = fact.type { return words }
        switch fact.path.last {
        case "city": return RandomRulebook.cities
        case "status": return ["pending", "shipped"]
        case "channel": return ["phone", "chat"]
        default: return ["fine", "late twice"]
        }
    }

    func comparison(_ random: inout RandomSource, _ type: ReferenceType) -> ReferenceTerm {
        let left = number(&random, type, depth: random.below(2), isLiteralAllowed: false)
        let right =
            random.chance(60)
            ? .literal(literal(&random, type)) : number(&random, type, depth: random.below(2), isLiteralAllowed: false)
        return .compare(random.pick(["<", "<=", ">", ">=", "==", "!="]), left, right)
    }

    // MARK: Loops

    private func loop(_ random: inout RandomSource) -> ReferenceTerm {
        let quantifier = random.pick([ReferenceTerm.Quantifier.all, .exists, .existsOne])
        let tags = paths(of: .list(.string))
        if !tags.isEmpty, random.chance(30) {
            let list = ReferenceTerm.fact(random.pick(tags))
            return .quantified(
                quantifier, "t", in: list,
                .compare(
                    random.pick(["==", "!="]), .local("t", field: nil),
                    .literal(.text(random.pick(RandomRulebook.tags)))))
        }
        return .quantified(quantifier, "i", in: .fact(["order", "items"]), aboutItem(&random))
    }

    private func aboutItem(_ random: inout RandomSource) -> ReferenceTerm {
        let term: ReferenceTerm
        switch random.below(6) {
        case 0:
            term = .compare(
                random.pick(["<=", ">"]), .local("i", field: "price"), .literal(literal(&random, .money)))
        case 1: term = .compare(random.pick(["<", ">="]), .local("i", field: "quantity"), .setting("limit"))
        case 2: term = .local("i", field: "returnable")
        case 3: term = .hasLocal("i", field: "price")
        case 4: term = .compare("<=", .local("i", field: "price"), .fact(["order", "total"]))
        default: term = .compare("==", .local("i", field: "kind"), .literal(.text(random.pick(RandomRulebook.kinds))))
        }
        return random.chance(20) ? .or([term, leaf(&random)], inWords: true) : term
    }

    // MARK: Numbers

    /// A type that can be measured, and of which there is a fact.
    func measureType(_ random: inout RandomSource) -> ReferenceType {
        let types: [ReferenceType] = [.int, .int, .money, .money, .percent, .decimal]
        return random.pick(types.filter { !paths(of: $0).isEmpty })
    }

    func literal(_ random: inout RandomSource, _ type: ReferenceType) -> ReferenceValue {
        switch type {
        case .int: random.chance(2) ? .int(9_223_372_036_854_775_807) : .int(Int64(random.below(8)) - 1)
        case .money: .money(RandomRulebook.cents(random.below(40) * 50), random.chance(93) ? "EUR" : "USD")
        case .percent: .percent(RandomRulebook.cents(random.below(16) * 125))
        default: .decimal(RandomRulebook.cents(random.below(16) * 25))
        }
    }

    func number(
        _ random: inout RandomSource, _ type: ReferenceType, depth: Int, isLiteralAllowed: Bool
    ) -> ReferenceTerm {
        if depth > 0 {
            switch (type, random.below(8)) {
            case (.int, 0): return .countWhere("i", in: .fact(["order", "items"]), aboutItem(&random))
            case (.int, 1): return .table("free", key: .fact(["customer", "tier"]))
            case (.int, 2):
                return .choice(
                    truth(&random, depth: 0), number(&random, .int, depth: 0, isLiteralAllowed: true),
                    number(&random, .int, depth: 0, isLiteralAllowed: true))
            case (.int, 3...5):
                return .arithmetic(
                    random.pick(["+", "-", "*", "/", "%"]), number(&random, .int, depth: 0, isLiteralAllowed: false),
                    number(&random, .int, depth: 0, isLiteralAllowed: true))
            case (.money, 0): return .total("i", in: .fact(["order", "items"]), .local("i", field: "price"))
            case (.money, 1):
                return .total(
                    "i", in: .fact(["order", "items"]),
                    .arithmetic("*", .local("i", field: "price"), .local("i", field: "quantity")))
            case (.money, 2):
                return .arithmetic("*", number(&random, .money, depth: 0, isLiteralAllowed: false), .setting("share"))
            case (.money, 3):
                return .arithmetic(
                    "*", number(&random, .int, depth: 0, isLiteralAllowed: false),
                    number(&random, .money, depth: 0, isLiteralAllowed: false))
            case (.money, 4), (.percent, 0...2), (.decimal, 0...2):
                let symbol = type == .decimal ? random.pick(["+", "-", "*"]) : random.pick(["+", "-"])
                return .arithmetic(
                    symbol, number(&random, type, depth: 0, isLiteralAllowed: false),
                    number(&random, type, depth: 0, isLiteralAllowed: false))
            default: break
            }
        }
        if isLiteralAllowed, random.chance(40) { return .literal(literal(&random, type)) }
        let known = paths(of: type)
        let settings = [ReferenceType.int: ["limit", "chosen"], .money: ["cap"], .percent: ["share"]][type] ?? []
        if known.isEmpty || (!settings.isEmpty && random.chance(25)) {
            if let name = settings.isEmpty ? nil : random.pick(settings) { return .setting(name) }
        }
        return known.isEmpty ? .literal(literal(&random, type)) : .fact(random.pick(known))
    }
}
