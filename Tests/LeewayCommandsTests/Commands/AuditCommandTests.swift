import Foundation
import JSONSyntax
import TestSupport
import Testing

@Suite("An auditor asks: did we keep our standards?")
struct AuditCommandTests {
    private let care: CareFolder
    private let log: String

    init() throws {
        care = try CareFolder()
        log = try ["allowed", "justify", "denied", "undetermined"].enumerated().map { index, name in
            try #require(CareFolder.events[name]).replacing("\"p-1\"", with: "\"e-\(index)\"")
        }.joined(separator: "\n")
        try care.write(log, to: "log.jsonl")
    }

    @Test("every format can be written", arguments: ["text", "markdown", "html", "json", "csv"])
    func formats(_ format: String) throws {
        let run = try care.run("audit", "-r", "care", "--format", format, "log.jsonl")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors == "")
        #expect(run.output.contains("coupons.goodwill"))
        let again = try care.run("audit", "-r", "care", "--format", format, "log.jsonl")
        #expect(again.output == run.output)
    }

    @Test("standard input is `-`, and only once")
    func standardInput() throws {
        let run = try care.run("audit", "-r", "care", "--format", "json", "-", input: log)
        #expect(run.status == 0)
        #expect(run.output.contains("<standard input>"))
        #expect(try care.run("audit", "-r", "care", "-", "-", input: log).status == 64)
    }

    @Test("the report goes where --output says, which is told on standard error")
    func output() throws {
        let run = try care.run("audit", "-r", "care", "--format", "html", "--output", "report.html", "log.jsonl")
        #expect(run.status == 0)
        #expect(run.output == "")
        #expect(run.errors == "the report went to report.html\n")
        let text = try String(contentsOf: care.url.appending(path: "report.html"), encoding: .utf8)
        #expect(text.hasSuffix("</html>\n"))
        let left = try FileManager.default.contentsOfDirectory(atPath: care.url.path)
        #expect(!left.contains { $0.hasSuffix(".partial") })
    }

    @Test("rows that cannot be read end with 65, and the report is still written")
    func unreadable() throws {
        try care.write(log + "\n{\"type\":", to: "cut.jsonl")
        let run = try care.run("audit", "-r", "care", "--format", "json", "-o", "report.json", "cut.jsonl")
        #expect(run.status == 65)
        #expect(run.errors.contains("1 of 5 rows could not be read"))
        let bytes = try Data(contentsOf: care.url.appending(path: "report.json"))
        let report = try JSONDocument.parse(Array(bytes)).root
        #expect(report["reading"]?["unreadable_rows"]?.int64 == 1 || report["reading"]?["unreadable"]?.int64 == 1)
    }

    @Test(
        "--fail-on gives a status of its own",
        arguments: [("missed", 20), ("undetermined", 20), ("critical", 0)] as [(String, Int32)])
    func failOn(_ what: String, _ status: Int32) throws {
        #expect(try care.run("audit", "-r", "care", "--fail-on", what, "log.jsonl").status == status)
    }

    @Test("--findings chooses what is listed, never what is counted")
    func listing() throws {
        var findingCounts: [Int] = []
        for listing in ["all", "decided", "notable", "none"] {
            let run = try care.run("audit", "-r", "care", "--format", "json", "--findings", listing, "log.jsonl")
            let report = try JSONDocument.parse(run.output).root
            #expect(report["standards"]?["coupons.goodwill"]?["met"]?.int64 == 1)
            findingCounts.append(report["findings"]?.count ?? -1)
        }
        #expect(findingCounts[0] >= findingCounts[1])
        #expect(findingCounts[1] > findingCounts[2])
        #expect(findingCounts[2] > findingCounts[3])
        #expect(findingCounts[3] == 0)
    }

    @Test("--group-by chooses the scores beside the whole")
    func groups() throws {
        let all = try care.run("audit", "-r", "care", "--format", "json", "log.jsonl")
        #expect(all.output.contains("\"agent\""))
        let some = try care.run("audit", "-r", "care", "--format", "json", "--group-by", "severity", "log.jsonl")
        let report = try JSONDocument.parse(some.output).root
        let kinds = Set(report["scores"]?.elements.compactMap { $0["kind"]?.string } ?? [])
        #expect(kinds == ["overall", "severity"])
    }

    @Test("compressed logs and tables without a mapping are refused with what to do")
    func refused() throws {
        try care.write("x", to: "log.jsonl.gz")
        let compressed = try care.run("audit", "-r", "care", "log.jsonl.gz")
        #expect(compressed.status == 64)
        #expect(compressed.errors.contains("zcat log.jsonl.gz | leeway audit"))
        try care.write("a,b\n1,2\n", to: "log.csv")
        let table = try care.run("audit", "-r", "care", "log.csv")
        #expect(table.status == 64)
        #expect(table.errors.contains("--map"))
    }
}
