import RulebookModel
import SourceText
import TestSupport
import Testing
import Workbench

@Suite("A house judges its own standards by its own standards")
struct HouseRuleTests {
    private static let rules = """
        house.benefit: {title: A standard says what the customer has of it, on: rulebook.standard, require: has(event.because)}
          house.limits: {severity: critical, on: rulebook.standard, when: event.body == "timeline", require: event.has_limit and event.has_unit, instead: say how long there is time}
          house.goals: {on: rulebook.metric, require: 'event.has_goal and event.sample >= 20', because: Small samples lie}
          house.private: {severity: minor, on: rulebook.field, when: 'event.name in ["email", "text"]', require: event.private}
        """

    @Test func seesItself() throws {
        try expectLint(
            .houseRule,
            "standards:\n  «house.benefit»: {title: A reason is given, on: rulebook.standard, require: has(event.because)}",
            [
                .init(
                    .houseRule, message: "`house.benefit` does not keep `house.benefit`: A reason is given")
            ])
    }

    @Test func judgesEveryKindOfPart() throws {
        let text = """
            rulebook: care
            events:
              asked: {fields: {«text»: string}}
              answered: {fields: {marks: int}}
            standards:
              a.soon: {because: b, timeline: {after: asked, expect: answered, within: 1h}}
              «a.ever»: {because: b, timeline: {after: asked, expect: answered}}
              «a.mean»: {because: b, on: answered, metric: {mean: event.marks, per: everyone, period: {calendar: day}, over: 3}}
              «a.kind»: {on: answered, manual: Did the agent say the name?}
              \(Self.rules)
            """
        let source = MarkedSource(text)
        var diagnostics = DiagnosticCollector()
        let loaded = RulebookLoader.load(RulebookFiles(root: source.file), diagnostics: &diagnostics)
        let rulebook = try #require(loaded, "\(PlainRenderer().render(diagnostics.sorted))")
        let found = Linter().lint(rulebook).filter { $0.code == .houseRule }
        // The rules are standards too.
        let others = found.filter { !$0.range.text.hasPrefix("house.") }
        #expect(others.map(\.range) == source.marks, "\(PlainRenderer().render(found))")
        #expect(others.map(\.severity) == [.advice, .error, .warning, .warning])
        #expect(others.map(\.help) == [nil, "say how long there is time", "Small samples lie", nil])
        #expect(found.count - others.count == 3, "all but house.goals, which says why")
    }

    @Test("another rulebook's rules are kept as well, and what cannot be told is no pass")
    func judgesByAnotherRulebook() throws {
        func load(_ name: String, _ text: String) throws -> Rulebook {
            var diagnostics = DiagnosticCollector()
            let files = RulebookFiles(root: SourceFile(name: name, text: text))
            let loaded = RulebookLoader.load(files, diagnostics: &diagnostics)
            return try #require(loaded, "\(PlainRenderer().render(diagnostics.sorted))")
        }
        let house = try load(
            "house.yaml",
            "rulebook: house\nstandards: {owners: {on: rulebook.standard, require: 'event.owner in [\"care\", \"shop\"]'}}"
        )
        let care = try load(
            "care.yaml",
            """
            rulebook: care
            events: {asked: }
            standards:
              a: {owner: care, on: asked, manual: Was it kind?}
              b: {owner: nobody, on: asked, manual: Was it kind?}
              c: {on: asked, manual: Was it kind?}
              d: {on: asked, manual: Was it kind?, lint: {house-rule: off}}
            """)
        let found = Linter().lint(care, house: house).filter { $0.code == .houseRule }
        #expect(
            found.map(\.message) == ["`b` does not keep `owners`", "`c` says too little to be judged by `owners`"])
        #expect(Linter().lint(care).allSatisfy { $0.code != .houseRule })
    }

    @Test(arguments: [
        (
            "standards: {a: {on: «rulebook.standrad», require: true}}\n# rulebook.standard",
            "did you mean `rulebook.standard`?"
        ),
        ("standards: {a: {on: rulebook.standard, require: event.«tilte» == 'x'}}", "did you mean `title`?"),
    ])
    func namesAreChecked(_ marked: String, help: String) throws {
        let source = MarkedSource("rulebook: test\n" + marked)
        var diagnostics = DiagnosticCollector()
        _ = RulebookLoader.load(RulebookFiles(root: source.file), diagnostics: &diagnostics)
        #expect(diagnostics.sorted.map(\.range) == source.marks)
        #expect(diagnostics.sorted.map(\.help) == [help])
    }
}
