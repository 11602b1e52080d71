import Audit
import Foundation
@testable import Reporting
import TestSupport
import Testing

@Suite("Renderers write the expected bytes")
struct GoldenReportTests {
    static let reports: [(String, ComplianceReport)] = [
        ("empty", SyntheticReport.empty), ("small", SyntheticReport.small), ("hostile", SyntheticReport.hostile),
    ]
    static let renderers: [(String, any ReportRenderer)] = [
        ("txt", TextRenderer()), ("ansi", TextRenderer(colour: .on)), ("md", MarkdownRenderer()),
        ("json", JSONRenderer()), ("csv", CSVRenderer()), ("html", HTMLRenderer()),
    ]

    @Test(arguments: ["empty", "small", "hostile"], ["txt", "ansi", "md", "json", "csv", "html"])
    func writes(_ name: String, as format: String) throws {
        let report = try #require(Self.reports.first { $0.0 == name }?.1)
        let renderer = try #require(Self.renderers.first { $0.0 == format }?.1)
        let difference = try Golden.difference(
            of: renderer.rendered(report), from: "ReportingTests/Golden/\(name).\(format)")
        #expect(difference == nil)
    }

    @Test(
        "the pieces of a large report, joined, are the report, and none is much larger than the rest",
        arguments: ["txt", "ansi", "md", "json", "csv", "html"])
    func writesInPieces(_ format: String) throws {
        let renderer = try #require(Self.renderers.first { $0.0 == format }?.1)
        let report = SyntheticReport.busy(events: 2000)
        var pieces: [[UInt8]] = []
        renderer.render(report) { pieces.append($0) }
        #expect(Array(pieces.joined()) == renderer.rendered(report))
        #expect(pieces.allSatisfy { $0.count < 600_000 })
    }

    @Test("an error of the sink comes out as it is", arguments: ["txt", "md", "json", "csv", "html"])
    func passesErrorsOn(_ format: String) throws {
        struct DiskFull: Error {}
        let renderer = try #require(Self.renderers.first { $0.0 == format }?.1)
        #expect(throws: DiskFull.self) {
            try renderer.render(SyntheticReport.small) { _ throws(DiskFull) in throw DiskFull() }
        }
    }

    @Test("no line for a terminal is wider than it says", arguments: ["empty", "small", "hostile"])
    func fitsTheTerminal(_ name: String) throws {
        let report = try #require(Self.reports.first { $0.0 == name }?.1)
        let text = String(decoding: TextRenderer().rendered(report), as: UTF8.self)
        for line in text.split(separator: "\n") {
            #expect(VisibleText.width(String(line)) <= TextRenderer.columns, "\(line)")
        }
    }

    @Test(
        "a busy report is written for somebody to look at",
        .enabled(if: ProcessInfo.processInfo.environment["REPORT_SAMPLES"] != nil, "needs REPORT_SAMPLES=FOLDER"))
    func writesSamples() throws {
        let folder = URL(filePath: try #require(ProcessInfo.processInfo.environment["REPORT_SAMPLES"]))
        let reports = Self.reports + [("busy", SyntheticReport.busy(events: 4000))]
        for (name, report) in reports {
            for (format, renderer) in Self.renderers {
                try Data(renderer.rendered(report)).write(to: folder.appending(path: "\(name).\(format)"))
            }
        }
    }
}
