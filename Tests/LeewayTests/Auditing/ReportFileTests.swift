import Foundation
import Leeway
import TestSupport
import Testing

@Suite("A report is there as a whole or not at all")
struct ReportFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("old", to: "report.json")
        try folder.write("{}", to: "log.jsonl")
    }

    private func path(_ name: String) -> String { folder.url.appending(path: name).path }

    @Test("it replaces an old one and leaves nothing beside it")
    func replaces() throws {
        let point = try carePoint()
        let report = try point.audit(path("log.jsonl"))
        try ReportFile(path("report.json"), inputs: [path("log.jsonl")]).write(
            report, with: ReportFormat.json.renderer())
        #expect(try Data(contentsOf: folder.url.appending(path: "report.json")).first == UInt8(ascii: "{"))
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
        #expect(left == ["log.jsonl", "report.json"])
    }

    @Test("a log is never written over, by whatever name or link it is given")
    func protects() throws {
        try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: path("log.jsonl"))
        for name in ["log.jsonl", "./log.jsonl", "link"] {
            #expect(throws: LeewayError.self) { try ReportFile(path(name), inputs: [path("log.jsonl")]) }
        }
    }

    @Test("places that cannot hold a report are refused before the audit", arguments: ["", "missing/report.json"])
    func refuses(_ name: String) {
        #expect(throws: LeewayError.self) { try ReportFile(path(name), inputs: []) }
    }
}
