import RulebookEngine
import TestSupport
import Testing

@Suite("Laws hold for random rulebooks and events")
struct RulebookLawTests {
    static let seeds = PropertyCases.seeds(50)
    private static let eventCount = 20

    /// A random rulebook with events of it.
    private func world(_ seed: UInt64) -> (rulebook: ReferenceRulebook, events: [ReferenceJSON], random: RandomSource) {
        var generator = RandomRulebook(random: RandomSource(seed: seed &+ 1_000_000))
        let rulebook = generator.make(standardCountMax: 12)
        var random = RandomSource(seed: seed &+ 2_000_000)
        let events = (0..<Self.eventCount).map { _ in RandomEvent(rulebook: rulebook).make(&random) }
        return (rulebook, events, random)
    }

    private func decisions(_ fixture: RulebookFixture, _ events: [ReferenceJSON]) throws -> [ReferenceDecision] {
        let decider = fixture.compiled.makeDecider()
        return try events.map { ReferenceDecision(decider.decide(try fixture.event($0.text)), fixture: fixture) }
    }

    @Test(arguments: seeds)
    func theOrderOfStandardsAndTheSplitIntoFilesDoNotMatter(seed: UInt64) throws {
        var (rulebook, events, random) = world(seed)
        let plain = try decisions(RulebookFixture(rulebook.yaml().root), events)
        rulebook.standards = random.shuffled(rulebook.standards)
        let split = rulebook.yaml(filesOfStandards: 1 + random.below(4))
        #expect(try decisions(RulebookFixture(split.root, others: split.others), events) == plain)
    }

    @Test(arguments: seeds)
    func theIndexMakesNoDifference(seed: UInt64) throws {
        let (rulebook, events, _) = world(seed)
        let yaml = rulebook.yaml().root
        let indexed = try decisions(RulebookFixture(yaml), events)
        #expect(try decisions(RulebookFixture(yaml, isIndexed: false), events) == indexed)
    }

    @Test(arguments: seeds)
    func aFurtherStandardNeverLoosens(seed: UInt64) throws {
        let (rulebook, events, _) = world(seed)
        let all = try decisions(RulebookFixture(rulebook.yaml().root), events)
        for dropped in rulebook.standards.indices.prefix(4) {
            var fewer = rulebook
            fewer.standards.remove(at: dropped)
            let fixture = try RulebookFixture(fewer.yaml().root)
            for (event, (new, old)) in zip(events, zip(all, try decisions(fixture, events))) {
                // The first standard of an action also takes it out of what is left to `unlisted`.
                guard case .text(let type)? = event["type"], type == "e.seen" || fixture.compiled.lists(type) else {
                    continue
                }
                #expect(ReferenceDecision.rank(new.outcome) >= ReferenceDecision.rank(old.outcome), "\(event.text)")
            }
        }
    }

    @Test(arguments: seeds)
    func aStricterLimitNeverLoosens(seed: UInt64) throws {
        var (rulebook, events, random) = world(seed)
        let makes = RandomConditions(
            roles: rulebook.roles, entities: rulebook.entities, eventFields: rulebook.fields(of: "a.one"))
        let ladder = Ladder(makes: makes, roles: rulebook.roles, random: &random)
        rulebook.standards.append(ladder.standard(isStrict: false))
        let before = try decisions(RulebookFixture(rulebook.yaml().root), events)
        rulebook.standards[rulebook.standards.count - 1] = ladder.standard(isStrict: true)
        let after = try decisions(RulebookFixture(rulebook.yaml().root), events)
        for (event, (old, new)) in zip(events, zip(before, after)) {
            #expect(
                ReferenceDecision.rank(new.outcome) >= ReferenceDecision.rank(old.outcome),
                "\(event.text)\n\(ladder.standard(isStrict: false).yaml)\n\(ladder.standard(isStrict: true).yaml)")
        }
    }
}

/// A standard with limits, and the same with stricter ones.
private struct Ladder {
    let measure: ReferenceTerm
    let limits: [(wide: ReferenceValue, narrow: ReferenceValue)]
    let needs: [ReferenceStandard.Need]
    let isRequirement: Bool

    init(makes: RandomConditions, roles: [String], random: inout RandomSource) {
        let type = makes.measureType(&random)
        measure = makes.number(&random, type, depth: 1, isLiteralAllowed: false)
        let approvals = roles.map(ReferenceStandard.Need.approval)
        needs = Array(([.nothing, .reason] + approvals).prefix(2 + random.below(approvals.count + 1)))
        isRequirement = random.chance(40)
        var lowest = 0
        limits = needs.map { _ in
            let narrow = lowest + random.below(4)
            let wide = narrow + random.below(3)
            lowest = wide + 1
            return (Self.value(type, wide), Self.value(type, narrow))
        }
    }

    private static func value(_ type: ReferenceType, _ steps: Int) -> ReferenceValue {
        switch type {
        case .int: .int(Int64(steps))
        case .money: .money(RandomRulebook.cents(steps * 250), "EUR")
        case .percent: .percent(RandomRulebook.cents(steps * 250))
        default: .decimal(RandomRulebook.cents(steps * 50))
        }
    }

    func standard(isStrict: Bool) -> ReferenceStandard {
        func limit(_ index: Int) -> ReferenceTerm { .literal(isStrict ? limits[index].narrow : limits[index].wide) }
        let body: ReferenceStandard.Body =
            isRequirement
            ? .require(.term(.compare("<=", measure, limit(0))))
            : .allowance(measure, needs.indices.map { .init(bound: (limit($0), true), need: needs[$0]) })
        return ReferenceStandard(
            id: "s.ladder",
            pattern: .init(yaml: "a.one", alternatives: [.init(type: "a.one", conditions: [])]), scope: [], when: nil,
            unless: nil, force: "must", otherwise: .deny, effective: (nil, nil), body: body)
    }
}
