import Audit
import RulebookEngine
import RulebookModel
import SourceText
import TestSupport
import Testing
import Workbench

/// A small rulebook with tests of it.
struct Bench {
    static let text = """
        rulebook: bench
        timeZone: Europe/Ljubljana
        currency: EUR
        roles: [agent, boss]
        entities:
          agent: {role: role}
          customer: {tier: {enum: [standard, gold]}, name: string, since: date, tags: list(string), friend: customer}
        actions:
          gift.give: {about: customer, fields: {count: {type: int, min: 1}, value: money, until: timestamp}}
        events:
          asked: {about: customer}
          answered: {about: customer, fields: {kindly: {type: bool, default: true}}}
          anything: {is: [asked, answered]}
        standards:
          gifts.count:
            on: gift.give
            allowance:
              sum: event.count
              per: customer
              window: {calendar: day}
              steps: [{up_to: 1}, {up_to: 3, needs: reason}, {needs: approval, from: boss}]
          gifts.gold: {on: gift.give, for: {customer.tier: gold}, require: event.value <= "50 EUR"}
          answers.soon: {timeline: {after: asked, expect: answered, within: 1h, per: customer}}
          answers.day: {timeline: {after: asked, expect: answered, within: 2 days, per: customer}}
          answers.ever: {force: should, timeline: {after: asked, expect: answered, per: customer}}
          answers.kind: {on: answered, require: event.kindly}
        """

    let compiled: CompiledVersions

    init(_ text: String = Bench.text) throws {
        var diagnostics = DiagnosticCollector()
        let rulebook = RulebookLoader.load(
            RulebookFiles(root: SourceFile(name: "bench.yaml", text: text)), diagnostics: &diagnostics)
        #expect(diagnostics.sorted.isEmpty, "\(PlainRenderer().render(diagnostics.sorted))")
        compiled = CompiledVersions(try #require(rulebook))
    }

    /// Reads tests that have no errors.
    func read(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> TestFile {
        var diagnostics = DiagnosticCollector()
        let file = TestReader(compiled.versions)
            .read(SourceFile(name: "tests.yaml", text: text), diagnostics: &diagnostics)
        #expect(
            diagnostics.sorted.isEmpty, "\(PlainRenderer().render(diagnostics.sorted))", sourceLocation: sourceLocation)
        return try #require(file, sourceLocation: sourceLocation)
    }

    /// Runs tests that have no errors.
    func run(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> TestRun {
        TestRunner(compiled, generator: ReportGenerator(version: "test"))
            .run([try read(text, sourceLocation: sourceLocation)])
    }

    /// Runs one case, written as the members of a case.
    func failures(_ members: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [String] {
        let lines = members.split(separator: "\n").map { "    \($0)\n" }.joined()
        let run = try run("tests: t\ncases:\n  - case: c\n\(lines)", sourceLocation: sourceLocation)
        return run.results.flatMap(\.failures).map { "\($0.expected) | \($0.actual)" }
    }

    /// Changes the rulebook in small ways, and has tests look at each.
    func mutate(_ file: TestFile) -> MutationRun {
        let generator = ReportGenerator(version: "test")
        let run = TestRunner(compiled, generator: generator).run([file])
        return MutationRunner(compiled.versions, generator: generator).run(run)
    }
}
