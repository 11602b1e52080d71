import JSONSyntax
import RulebookEngine
import TestSupport
import Testing

@Suite("Options tell, for each open field, what comes of each value")
struct OptionsFinderTests {
    private func options(_ standards: String, _ members: String = "") throws -> ActionOptions {
        let fixture = try RulebookFixture(CounterOfferTests.rulebook(standards))
        let event = try fixture.event("{\"type\":\"give\"\(members)}")
        return OptionsFinder(fixture.compiled).find(for: event)
    }

    private func segments(_ options: ActionOptions, _ field: String) -> [String] {
        options.fields.first { $0.name == field }?.segments.map { segment in
            "\(segment.from)…\(segment.to ?? "") \(segment.outcome.rawValue)\(segment.approver.map { " \($0)" } ?? "")"
        } ?? []
    }

    @Test(arguments: [
        (
            "event.count <= 3", "count", ["0…3 allow", "4… deny"]
        ),
        ("event.value < \"20 EUR\"", "value", ["0.00 EUR…19.99 EUR allow", "20.00 EUR… deny"]),
        ("event.rate <= \"12.5%\"", "rate", ["0%…12.5% allow", "12.6%… deny"]),
        ("event.few > 3 and event.few != 7", "few", ["1…3 deny", "4…6 allow", "7…7 deny", "8…10 allow"]),
        ("event.count * 7 == 7007", "count", ["0…1000 deny", "1001…1001 allow", "1002… deny"]),
        ("event.kind != \"food\"", "kind", ["book…book allow", "toy…toy allow", "food…food deny"]),
        ("event.urgent", "urgent", ["true…true allow", "false…false deny"]),
        ("event.note == \"x\" or event.note == \"y\"", "note", ["x…x allow", "y…y allow"]),
    ])
    func dividesTheRange(condition: String, field: String, expected: [String]) throws {
        #expect(segments(try options("only: {on: give, require: '\(condition)'}"), field) == expected)
    }

    @Test
    func showsLadders() throws {
        let found = try options(CounterOfferTests.ladder, #","agent":{"role":"agent"},"customer":{"points":100}"#)
        #expect(segments(found, "count") == ["0…3 allow", "4…9 justify", "10…50 escalate senior", "51… deny"])
        #expect(found.isListed)
        #expect(found.outcome == .undetermined)
        #expect(found.missing == ["event.count"])
    }

    @Test
    func exploresOnlyWhatIsOpenAndMayBeChosen() throws {
        let standards = """
            all:
              on: give
              require: 'event.count <= 3 and event.cost <= "1 EUR" and event.secret == 1 and event.few == 2'
            """
        let found = try options(standards, #","data":{"count":2}"#)
        #expect(found.fields.map(\.name) == ["few"])
        #expect(
            found.fields[0].segments.allSatisfy { $0.outcome == .deny || $0.missing == ["event.cost", "event.secret"] })
    }

    /// Every value of a small range, held against the segments, for random conditions.
    @Test(arguments: PropertyCases.seeds(60))
    func segmentsPartitionTheRangeAndSayWhatIsDecided(seed: UInt64) throws {
        var random = RandomSource(seed: seed)
        let standards = (0..<(1 + random.below(3))).map { SmallWorld.standard("s\($0)", &random) }
        let yaml = SmallWorld.rulebook(standards.joined(separator: "\n  "))
        let fixture = try RulebookFixture(yaml)
        let rest = #""points":\#(random.below(9)),"other":\#(random.below(40))"#
        let found = OptionsFinder(fixture.compiled).find(
            for: try fixture.event("{\"type\":\"act\",\"data\":{\(rest)}}"))
        guard let field = found.fields.first(where: { $0.name == "count" }) else { return }
        var next = 0
        for segment in field.segments {
            let from = try #require(Int(segment.from))
            let to = try #require(Int(segment.to ?? ""))
            #expect(from == next, "seed \(seed)\n\(yaml)")
            for value in from...max(from, to) {
                let decided = try fixture.decide("{\"type\":\"act\",\"data\":{\"count\":\(value),\(rest)}}")
                #expect(decided.outcome == segment.outcome, "seed \(seed), \(value)\n\(yaml)")
                #expect(decided.approver == segment.approver, "seed \(seed), \(value)\n\(yaml)")
            }
            next = to + 1
        }
        #expect(next == SmallWorld.countMax + 1, "seed \(seed)\n\(yaml)")
    }
}

/// Rulebooks over one bounded whole number whose limits are computed, narrow and many.
enum SmallWorld {
    static let countMax = 400

    static func rulebook(_ standards: String) -> String {
        """
        rulebook: small
        roles: [agent, senior]
        actions:
          act: {fields: {count: {type: int, min: 0, max: \(countMax)}, points: {type: int, fixed: true}, other: {type: int, fixed: true}}}
        standards:
          \(standards)
        """
    }

    static func standard(_ id: String, _ random: inout RandomSource) -> String {
        let consequence = random.pick(["deny", "justify", "{escalate: agent}", "{escalate: senior}"])
        let parts = (0..<(1 + random.below(3))).map { _ in condition(&random) }
        let body =
            random.chance(70) ? "{any: [\(parts.joined(separator: ", "))]}" : "[\(parts.joined(separator: ", "))]"
        return "\(id): {on: act, \(random.pick(["require", "forbid"])): \(body), otherwise: \(consequence)}"
    }

    private static func condition(_ random: inout RandomSource) -> String {
        let limit = random.below(countMax)
        let factor = 1 + random.below(9)
        switch random.below(7) {
        case 0: return "'event.count * \(factor) <= \(limit * factor + random.below(9))'"
        case 1: return "'event.count * \(factor) + event.points == \(limit * factor + random.below(3))'"
        case 2: return "'event.count >= \(limit) and event.count <= \(limit + random.below(4))'"
        case 3: return "'event.count in [\(limit), \(random.below(countMax)), \(random.below(countMax))]'"
        case 4: return "'\(limit * factor) - event.count * \(factor) == event.other - event.points'"
        case 5: return "'event.count * 2 < event.count + \(limit)'"
        default:
            return
                "'(event.count > \(random.below(countMax)) ? event.count * \(factor) : \(limit)) <= \(limit * factor)'"
        }
    }
}
