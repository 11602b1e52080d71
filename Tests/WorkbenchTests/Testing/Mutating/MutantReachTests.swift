import Audit
import RulebookEngine
import RulebookModel
import SourceText
import Testing

@testable import Workbench

@Suite("Of a change only those cases are asked that can notice it")
struct MutantReachTests {
    private static let text = """
        rulebook: bench
        timeZone: Europe/Ljubljana
        currency: EUR
        roles: [agent, boss]
        settings: {most: {standard: 2, gold: 4}, wait: 1h}
        entities:
          agent: {role: role}
          customer: {tier: {enum: [standard, gold]}}
        actions: {gift.give: {about: customer, fields: {count: {type: int, min: 1}, value: money}}}
        events:
          asked: {about: customer, fields: {words: int}}
          answered: {about: customer, fields: {words: int}}
          left: {about: customer}
          asked.much: {is: asked, where: event.words > 10}
        facts:
          gifts: {sum: gift.give, of: event.count, per: customer, window: {rolling: 3 days}}
          visits: {count: left, per: customer}
        scorecards:
          reply:
            on: answered
            items:
              long: {weight: 60, pass: event.words >= 5}
              short: {weight: 40, pass: event.words <= 50 and facts.visits < 3}
        standards:
          gifts.count:
            on: gift.give
            allowance: {sum: event.count, per: customer, window: {calendar: day}, steps: [{up_to: 2}, {up_to: 4, needs: reason}]}
          gifts.most: {on: gift.give, require: "facts.gifts < settings.most[customer.tier]"}
          gifts.gold: {on: gift.give, for: {customer.tier: gold}, require: event.value <= "50 EUR"}
          answers.soon: {timeline: {after: asked.much, expect: answered, within: settings.wait, per: customer}}
          answers.good: {on: answered, require: score("reply") >= "60%"}
          answers.sorry: {timeline: {after: {standard: answers.soon, is: missed}, expect: gift.give, within: 2h, per: customer}}
          answers.share: {metric: {kept: answers.soon, per: everyone, period: {calendar: month}, at_least: 50%}}
        """

    private static let cases = """
        tests: t
        start: 2026-11-20 10:00
        defaults: {agent: {id: a, role: agent}, customer: {id: c, tier: standard}, event: {value: 5 EUR}}
        cases:
          - case: two
            when: {gift.give: {count: 2}}
            expect: allow
          - case: five
            when: {gift.give: {count: 5}}
            expect: deny
          - case: answers
            given:
              - {asked: {words: 11}}
              - {answered: {words: 5}, at: +1h}
            now: 2026-12-01
            findings: {answers.soon: met, answers.good: met, answers.share: met}
          - case: too late
            given:
              - {asked: {words: 20}}
              - {answered: {words: 60}, at: +61min}
              - {gift.give: {count: 1}, at: +62min}
            now: 2026-12-01
            findings: {answers.soon: missed, answers.sorry: met, answers.share: missed, gifts.count: met, gifts.most: met}
          - case: left
            given: left
            findings: {}
        """

    @Test("what is told is what asking every case of every change tells")
    func agreesWithAskingAll() throws {
        let bench = try Bench(Self.text)
        let file = try bench.read(Self.cases)
        #expect(TestRunner(bench.compiled, generator: ReportGenerator(version: "test")).run([file]).failedCount == 0)
        let found = bench.mutate(file)

        var survivors: [String] = []
        var killedCount = 0
        var invalidCount = 0
        for mutant in Mutant.all(of: bench.compiled.versions.newest) {
            var diagnostics = DiagnosticCollector()
            guard
                let changed = RulebookLoader.load(
                    RulebookFiles(root: mutant.applied()), diagnostics: &diagnostics)
            else {
                invalidCount += 1
                continue
            }
            let runner = TestRunner(CompiledVersions(changed), generator: ReportGenerator(version: "test"))
            if file.cases.contains(where: { !runner.passes($0) }) {
                killedCount += 1
            } else {
                survivors.append(mutant.text)
            }
        }
        #expect(found.survivors.map(\.text) == survivors)
        #expect(found.killedCount == killedCount && found.invalidCount == invalidCount)
        #expect(killedCount > 5 && !survivors.isEmpty, "both kinds are there to be told apart")
    }

    @Test(
        "a change reaches the standards that it belongs to, at the events of their patterns",
        arguments: [
            ("up_to: 4", ["gifts.count"], ["gift.give"]),
            ("50 EUR", ["gifts.gold"], ["gift.give"]),
            ("3 days", ["gifts.most"], ["gift.give"]),
            ("count: left", ["answers.good"], ["answered"]),
            ("2h", ["answers.sorry"], ["answered", "asked", "gift.give"]),
            ("50%", ["answers.share"], ["answered", "asked"]),
            ("event.words > 10", ["answers.soon"], nil),
            ("standard: 2", ["gifts.most"], nil),
            ("wait: 1h", ["answers.soon"], nil),
        ] as [(String, [String], [String]?)])
    func reaches(_ place: String, standards: [String], types: [String]?) throws {
        let rulebook = try Bench(Self.text).compiled.versions.newest
        let file = rulebook.files[0]
        let start = try #require(file.utf8.firstRange(of: Array(place.utf8))?.lowerBound)
        let range = SourceRange(file: file, lowerBound: start, upperBound: start + place.utf8.count)
        let touched = MutantReach(rulebook).touched(by: range)
        #expect(touched.standards.sorted() == standards)
        #expect(touched.types?.sorted() == types)
    }

    @Test("where an alias may repeat what is changed, every case is asked")
    func mindsAliases() throws {
        let text = Self.text.replacing("event.value <= \"50 EUR\"}", with: "&limit event.value <= \"50 EUR\"}")
        let rulebook = try Bench(text).compiled.versions.newest
        let extent = try #require(rulebook.standards.first { $0.id == "gifts.gold" }).extent
        #expect(MutantReach(rulebook).touched(by: extent).types == nil)
    }
}
