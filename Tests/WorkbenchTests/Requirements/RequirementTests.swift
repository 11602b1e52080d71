import Reporting
import RulebookModel
import SourceText
import TestSupport
import Testing
import Workbench

@Suite("Every requirement is traced to what carries it out")
struct RequirementTests {
    private static let rulebook = """
        rulebook: care
        version: "3"
        settings: {longest_hold: 60s}
        phrases: {greeting: {en: hello}}
        events: {call.ended: {fields: {held: duration, text: string}}}
        standards:
          hold.short: {on: call.ended, require: event.held <= settings.longest_hold, source: "booklet, page 3 (A-001, A-002)."}
          hold.tone: {on: call.ended, manual: Was the voice calm?, source: "booklet (A-003)"}
          hold.mean: {on: call.ended, source: A-002, metric: {mean: event.held, per: everyone, period: {calendar: month}}}
        """

    private static let tests = """
        tests: Holds
        source: the booklet's own examples (A-005)
        cases:
          - case: a minute
            given: {call.ended: {held: 60s}, at: 2026-11-02 10:00}
            findings: {hold.short: met}
        """

    private static func trace(
        _ register: String, rulebook: String = rulebook
    ) throws -> (trace: RequirementTrace?, diagnostics: [Diagnostic]) {
        var diagnostics = DiagnosticCollector()
        let files = RulebookFiles(root: SourceFile(name: "care/rulebook.yaml", text: rulebook))
        let book = try #require(RulebookLoader.load(files, diagnostics: &diagnostics))
        let tests = TestReader(book).read(
            SourceFile(name: "care/tests/holds.yaml", text: Self.tests), diagnostics: &diagnostics)
        let found = try #require(tests, "\(PlainRenderer().render(diagnostics.sorted))")
        let file = SourceFile(name: "care/requirements.yaml", text: register)
        let read = RequirementReader().read(file, diagnostics: &diagnostics)
        let tracer = RequirementTracer(book, tests: [found], checks: ["vague-word"], documents: ["booklet", "card"])
        let trace = read.map { tracer.trace($0, diagnostics: &diagnostics) }
        return (trace, diagnostics.sorted)
    }

    private static let register = """
        register: What the booklet demands
        requirements:
          A-001: {title: No hold is long}
          A-002: {title: Holds are short on average, carried_by: {setting: longest_hold}}
          A-003: {title: The voice is calm}
          A-004: {title: "Plain words | no jargon", carried_by: [{lint: vague-word}, {document: booklet, chapter: words}, {phrases: greeting}]}
          A-005: {title: A minute is still short}
          A-006: {title: Nobody wrote this}
        """

    @Test func tracesByNameAndBySource() throws {
        let (found, diagnostics) = try Self.trace(Self.register)
        #expect(diagnostics.isEmpty, "\(PlainRenderer().render(diagnostics))")
        let trace = try #require(found)
        #expect(
            trace.rows.map { $0.evidence.map { "\($0.kind.rawValue) \($0.name) \($0.detail)" } } == [
                ["standard hold.short require"],
                ["standard hold.mean metric", "standard hold.short require", "setting longest_hold "],
                ["standard hold.tone manual"], ["lint vague-word ", "document booklet words", "phrases greeting "],
                ["test Holds "], [],
            ])
        #expect(trace.open.map(\.id) == ["A-006"] && trace.manualCount == 1)
    }

    @Test func isWrittenAsMarkdownTextAndJSON() throws {
        let trace = try #require(try Self.trace(Self.register).trace)
        let page = RequirementMarkdownRenderer(folder: "care/").render(trace)
        #expect(
            page.hasPrefix("# What the booklet demands\n\n6 requirements; carried out by `care` 3: 3 by a standard"))
        #expect(page.contains("| A-001 | No hold is long | `hold.short` (require) | [rulebook.yaml&#58;") == false)
        #expect(page.contains("](rulebook.yaml#L7)"))
        #expect(page.contains("a person judges: Was the voice calm?"))
        #expect(page.contains("Plain words \\| no jargon"))
        #expect(page.contains("| A-006 | Nobody wrote this | **nothing** |  |"))
        let text = RequirementTextRenderer().render(trace)
        #expect(text.contains("✗ A-006  Nobody wrote this  care/requirements.yaml:8:3"))
        #expect(text.hasSuffix("5 of 6 requirements carried out, 1 by the judgement of a person alone; 1 open\n"))
        let json = String(decoding: RequirementJSONRenderer().render(trace), as: UTF8.self)
        #expect(json.contains(#""open": 1"#) && json.contains(#""place": "care/rulebook.yaml:7:3""#))
    }

    @Test(arguments: [
        ("{A-001: {title: a, carried_by: {lint: «vague-wrd»}}}", "did you mean `vague-word`?"),
        ("{A-001: {title: a, carried_by: {standard: «hold.shrt»}}}", "did you mean `hold.short`?"),
        ("{A-001: {title: a, carried_by: {document: «novel»}}}", ""),
        ("{A-001: {title: a, carried_by: «{lint: vague-word, setting: longest_hold}»}}", "write `carried_by: ["),
        ("{A-001: {title: a, carried_by: {setting: longest_hold, chapter: «x»}}}", ""),
        ("{«A-001»: {}}", "say in a few words what is demanded"),
        ("{A-001: {«titel»: a}}", "did you mean `title`?"),
        ("{«none»: {title: a}}", "use letters and digits"),
        ("«{}»", ""), ("{A-001: «a»}", ""),
    ])
    func refuses(_ list: String, _ help: String) throws {
        let text = "requirements: " + list.replacing("«", with: "").replacing("»", with: "")
        let diagnostics = try Self.trace(text).diagnostics
        let errors = diagnostics.filter { $0.severity == .error && $0.range.file.name.hasSuffix("requirements.yaml") }
        let first = try #require(errors.first)
        let told = first.help ?? ""
        #expect(told.hasPrefix(help), "\(first)")
    }

    @Test func aSourceThatNamesNoRequirementIsTold() throws {
        let (trace, diagnostics) = try Self.trace("requirements: {A-001: {title: a}}")
        #expect(trace != nil)
        let messages = diagnostics.map(\.message)
        #expect(messages.contains("the source of this standard names `A-002`, which the register does not have"))
    }
}
