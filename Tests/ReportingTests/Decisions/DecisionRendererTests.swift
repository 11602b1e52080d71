import JSONSyntax
import Reporting
import RulebookEngine
import TestSupport
import Testing

@Suite("Decisions are shown alike to people and programs")
struct DecisionRendererTests {
    private let fixture: DecisionFixture

    init() throws { fixture = try DecisionFixture() }

    static let names = DecisionFixture.cases.map(\.name)

    @Test(arguments: names)
    func text(_ name: String) throws {
        let text = DecisionTextRenderer().render(try fixture.report(name))
        let difference = try Golden.difference(of: Array(text.utf8), from: "ReportingTests/Golden/decision-\(name).txt")
        #expect(difference == nil)
        for line in text.split(separator: "\n") { #expect(line.count <= DecisionTextRenderer.columns, "\(line)") }
    }

    @Test(arguments: names)
    func json(_ name: String) throws {
        let json = DecisionJSONRenderer().render(try fixture.report(name))
        let difference = try Golden.difference(of: json, from: "ReportingTests/Golden/decision-\(name).json")
        #expect(difference == nil)
    }

    @Test("one line holds the same as several", arguments: names)
    func line(_ name: String) throws {
        let report = try fixture.report(name)
        let line = DecisionJSONRenderer(layout: .line).render(report)
        #expect(line.count { $0 == UInt8(ascii: "\n") } == 1)
        let pretty = try JSONDocument.parse(DecisionJSONRenderer().render(report))
        var writer = JSONWriter(style: .compact)
        writer.value(pretty.root)
        writer.endLine()
        #expect(writer.utf8 == line)
    }

    @Test("private facts appear in no output", arguments: names)
    func secrets(_ name: String) throws {
        let report = try fixture.report(name)
        let outputs = [
            DecisionTextRenderer(detail: .trace).render(report),
            String(decoding: DecisionJSONRenderer().render(report), as: UTF8.self),
        ]
        for output in outputs {
            #expect(!output.contains("between us"))
            #expect(!output.contains("a@"))
        }
    }

    @Test("control characters never reach a terminal", arguments: names)
    func escapes(_ name: String) throws {
        let text = DecisionTextRenderer(detail: .trace).render(try fixture.report(name))
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    @Test("colours only dress what is there without them", arguments: names)
    func colours(_ name: String) throws {
        let report = try fixture.report(name)
        let coloured = DecisionTextRenderer(colour: .on).render(report)
        #expect(coloured.contains("\u{1B}["))
        #expect(
            coloured.replacing(try Regex("\u{1B}\\[[0-9;]*m"), with: "") == DecisionTextRenderer().render(report))
    }

    @Test("words are those of the language asked for")
    func locale() throws {
        #expect(DecisionTextRenderer(locale: "sl").render(try fixture.report("escalated")).contains("Morda drugič."))
        #expect(DecisionTextRenderer(locale: "sl-SI").render(try fixture.report("allowed")).contains("Izvolite."))
        #expect(try fixture.report("allowed").wordsToSay(locale: nil) == ["Here you are."])
        #expect(try fixture.report("denied").wordsToSay(locale: nil) == [])
    }

    @Test("a time outside the rulebook's period is said")
    func notInForce() throws {
        let report = try fixture.report("allowed", time: "2025-06-01T00:00:00Z")
        #expect(DecisionTextRenderer().render(report).contains("`shop` was not in force at the event's time"))
        let json = try JSONDocument.parse(DecisionJSONRenderer().render(report)).root
        #expect(json["remark"]?.string == "not_in_force")
        #expect(json["outcome"]?.string == "undetermined")
    }

    @Test("what is needed names who asks for it")
    func needs() throws {
        #expect(try fixture.report("allowed").needs == [])
        #expect(try fixture.report("denied").needs == [])
        #expect(try fixture.report("justified").needs.map(\.standards) == [["gifts.mail"]])
        #expect(try fixture.report("escalated").needs.map(\.kind) == [.approval(role: "boss")])
        #expect(try fixture.report("unlisted").needs.map(\.kind) == [.approval(role: "boss")])
        #expect(try fixture.report("unlisted").needs.map(\.standards) == [[]])
    }
}
