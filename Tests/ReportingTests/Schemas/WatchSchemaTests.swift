import Audit
import CEL
import JSONSyntax
import Reporting
import RulebookEngine
import RulebookModel
import SourceText
import Testing

@Suite("What is told while a log is watched holds to the published schema")
struct WatchSchemaTests {
    private static func problems(_ json: [UInt8]) throws -> [String] {
        let schema = try SchemaChecker.Value(json: WatchSchema.utf8)
        return SchemaChecker(root: schema).problems(try SchemaChecker.Value(json: json), schema)
    }

    private static let rows = """
        {"id":"q1","type":"asked","time":"2026-11-20T09:00:00Z","interaction":"i"}
        {"id":"k1","type":"coupon.issue","time":"2026-11-20T09:50:00Z","data":{"count":3}}
        {"id":"k2","type":"coupon.issue","time":"2026-11-20T09:10:00Z","data":{"count":3}}
        {"id":"r1","type":"refund.give","time":"2026-11-20T09:55:00Z"}
        nonsense
        {"id":"k3","type":"coupon.issue","time":"2026-11-20T11:00:00Z","data":{"count":1}}
        """

    /// One notice of every kind, and the summary.
    private static func lines() throws -> [(kind: String, json: [UInt8])] {
        let yaml = """
            rulebook: desk
            actions: {coupon.issue: {fields: {count: int}}, refund.give: }
            events: {asked: , answered: }
            standards:
              answers: {timeline: {after: asked, expect: answered, within: 1h}}
              coupons: {on: coupon.issue, require: event.count <= 2}
            """
        var diagnostics = DiagnosticCollector()
        let files = RulebookFiles(root: SourceFile(name: "rulebook.yaml", utf8: Array(yaml.utf8)))
        let compiled = CompiledVersions(try #require(RulebookLoader.load(files, diagnostics: &diagnostics)))
        let watcher = Watcher(
            compiled,
            options: WatchOptions(
                lateness: CELDuration(nanoseconds: 60_000_000_000), warning: .share(basisPoints: 2_500), listing: .all))
        var reader = try LogReader(
            LogInput(name: "log", source: .memory(Array(rows.utf8))), events: compiled.reader)
        var notices: [WatchNotice] = [.input(name: "log", .truncated), .input(name: "log", .replaced)]
        while let row = try reader.next() { notices += watcher.take(row, of: "log") }
        notices += watcher.finish()
        let renderer = WatchJSONRenderer()
        return notices.map { (kind($0), renderer.render($0)) }
            + [("summary", renderer.render(watcher.summary, openClocks: 1))]
    }

    private static func kind(_ notice: WatchNotice) -> String {
        switch notice {
        case .finding: "finding"
        case .warning: "warning"
        case .unjudged: "unjudged"
        case .late: "late"
        case .unreadable: "unreadable"
        case .input: "input"
        }
    }

    @Test("every kind of line")
    func holds() throws {
        let lines = try Self.lines()
        #expect(
            Set(lines.map(\.kind)) == ["finding", "warning", "unjudged", "late", "unreadable", "input", "summary"])
        for (kind, json) in lines {
            let text = String(decoding: json, as: UTF8.self)
            #expect(try Self.problems(json) == [], "\(text)")
            #expect(text.hasPrefix("{\"kind\":\"\(kind)\""))
            #expect(text.hasSuffix("}\n") && text.count { $0 == "\n" } == 1)
        }
    }

    @Test("the checker sees what is wrong")
    func fails() throws {
        for (_, json) in try Self.lines() {
            let text = String(decoding: json, as: UTF8.self)
            let broken = text.replacing(/"kind":"[a-z]*"/, with: "\"kind\":\"wish\"")
            #expect(try !Self.problems(Array(broken.utf8)).isEmpty, "\(broken)")
            let more = text.replacing("{\"kind\"", with: "{\"more\":1,\"kind\"")
            #expect(try !Self.problems(Array(more.utf8)).isEmpty, "\(more)")
        }
    }

    @Test("the schema names itself")
    func identifier() throws {
        let schema = try SchemaChecker.Value(json: WatchSchema.utf8)
        #expect(schema["$id"] == .string(WatchSchema.identifier))
    }
}
