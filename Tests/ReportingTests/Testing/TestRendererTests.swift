import Audit
import Reporting
import RulebookEngine
import RulebookModel
import SourceText
import TestSupport
import Testing
import Workbench

@Suite("Results of tests are shown with their places and reasons")
struct TestRendererTests {
    private static let rulebook = """
        rulebook: shop
        version: "7"
        currency: EUR
        roles: [agent, boss]
        entities: {agent: {role: role}, customer: {name: {type: string, private: true}}}
        actions: {gift.give: {about: customer, fields: {count: {type: int, min: 0}}}}
        events: {asked: {about: customer}, answered: {about: customer}}
        standards:
          gifts.count:
            on: gift.give
            allowance: {sum: event.count, window: each, steps: [{up_to: 1}, {up_to: 3, needs: reason}]}
          answers.soon: {timeline: {after: asked, expect: answered, within: 1h, per: customer}}
          answers.never: {timeline: {after: answered, forbid: asked, within: 1h, per: customer}}
        """
    private static let tests = """
        tests: Gifts & <others> ‮
        source: House rules
        as_of: 2026-11-01
        mark: V
        start: 2026-03-02 10:00
        defaults: {customer: c}
        cases:
          - {case: one, when: {gift.give: {count: 1}}, expect: allow}
          - {case: "two \\"and\\" more", when: {gift.give: {count: 2}}, expect: allow}
          - {case: late, given: [asked, {answered: , at: +2h}], findings: {answers.soon: met}}
        """

    private let compiled: CompiledVersions

    init() throws {
        var diagnostics = DiagnosticCollector()
        let loaded = RulebookLoader.load(
            RulebookFiles(root: SourceFile(name: "shop.yaml", text: Self.rulebook)), diagnostics: &diagnostics)
        #expect(diagnostics.sorted.isEmpty, "\(PlainRenderer().render(diagnostics.sorted))")
        compiled = CompiledVersions(try #require(loaded))
    }

    private func run(_ text: String, where isWanted: (TestCase) -> Bool = { _ in true }) throws -> TestRun {
        var diagnostics = DiagnosticCollector()
        let file = TestReader(compiled.versions)
            .read(SourceFile(name: "tests/gifts.yaml", text: text), diagnostics: &diagnostics)
        #expect(diagnostics.sorted.isEmpty, "\(PlainRenderer().render(diagnostics.sorted))")
        return TestRunner(CompiledVersions(compiled.newest.rulebook), generator: ReportGenerator(version: "test"))
            .run([try #require(file)], where: isWanted)
    }

    private func expect(_ bytes: [UInt8], _ golden: String) throws {
        #expect(try Golden.difference(of: bytes, from: "ReportingTests/Golden/\(golden)") == nil)
    }

    @Test func text() throws {
        let run = try run(Self.tests)
        try expect(Array(TestTextRenderer().render(run, of: compiled).utf8), "tests.txt")
        let coloured = TestTextRenderer(colour: .on).render(run, of: compiled)
        #expect(coloured.contains("\u{1B}[31m✗\u{1B}[0m"))
    }

    @Test func passed() throws {
        let run = try run(Self.tests) { $0.title == "one" }
        try expect(Array(TestTextRenderer().render(run, of: compiled).utf8), "tests-passed.txt")
    }

    @Test func junit() throws { try expect(JUnitRenderer().render(try run(Self.tests), of: compiled), "tests.xml") }

    @Test func json() throws { try expect(TestJSONRenderer().render(try run(Self.tests), of: compiled), "tests.json") }
}
