import Audit
import CEL
import Foundation
import JSONSyntax
import RulebookEngine
import RulebookModel
import TestSupport
import Testing

@Suite("Logs of other people are judged as they judge them")
struct SharedLogsTests {
    @Test(
        "the cases of the tau benchmarks",
        .enabled(if: sharedResource("data/tau/cases") != nil, "the shared data is not here"),
        arguments: [
            ("airline", "airline.real"), ("airline", "airline.mutated"), ("online-retail", "retail.real"),
            ("online-retail", "retail.mutated"),
        ])
    func tau(policy: String, file: String) throws {
        let compiled = try AuditFixture.policy(policy)
        let mapping = try AuditFixture.exampleMapping("tau-cases.yaml", for: compiled)
        let url = try #require(sharedResource("data/tau/cases/\(file).jsonl"))
        let lines = try String(decoding: Data(contentsOf: url), as: UTF8.self).split(separator: "\n").map(String.init)
        let rows = try AuditFixture.rows(lines.joined(separator: "\n"), for: compiled, mapping: mapping)
        #expect(rows.count == lines.count)
        let decider = compiled.makeDecider()
        var differences: [String] = []
        var decidedCount = 0
        for (line, row) in zip(lines, rows) {
            #expect(row.problems.map(\.message) == [])
            guard case .event(let event)? = row.records.first else { continue }
            let expected = try JSONDocument.parse(line).root["expected"]
            guard let verdict = expected?["verdict"]?.string else { continue }
            decidedCount += 1
            let decision = decider.decide(event)
            let actual =
                switch decision.outcome {
                case .allow, .justify: "allowed"
                case .deny, .escalate: "denied"
                case .undetermined: "undetermined"
                }
            if actual != verdict { differences.append("\(event.id): \(actual), not \(verdict)") }
            let violated = Set((expected?["violated"]?.elements).map { $0.compactMap { $0["rule"]?.string } } ?? [])
            let missed = Set(
                decision.results.filter { $0.status == .missed }
                    .compactMap { Self.clause(of: compiled.versions.newest.standards[$0.standard]) })
            if missed != violated { differences.append("\(event.id): \(missed.sorted()), not \(violated.sorted())") }
        }
        #expect(decidedCount > 50)
        #expect(differences == [])
    }

    /// The benchmark's name for the clause that a standard carries out, which its source ends with.
    private static func clause(of standard: Standard) -> String? {
        guard let source = standard.source?.text, source.hasSuffix(")"), let open = source.lastIndex(of: "(") else {
            return nil
        }
        return String(source[source.index(after: open)...].dropLast())
    }

    @Test(
        "the service requests of a city",
        .enabled(
            if: sharedResource("data/boston311") != nil && FileManager.default.isExecutableFile(atPath: "/bin/zcat"),
            "the shared data or zcat is not here"))
    func boston() throws {
        let url = try #require(sharedResource("data/boston311/boston311_2015.csv.gz"))
        let process = Process()
        process.executableURL = URL(filePath: "/bin/zcat")
        process.arguments = [url.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = Array(pipe.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        let compiled = try AuditFixture.policy("city-requests")
        let mapping = try AuditFixture.exampleMapping("boston311.yaml", for: compiled)
        var auditor = try Auditor(
            rulebook: compiled, mapping: mapping,
            options: AuditOptions(
                asOf: .init(parsing: "2016-01-13T00:00:00-05:00"), listing: .decided,
                generator: ReportGenerator(version: "test")))
        try auditor.consume(LogInput(name: "boston311_2015.csv", source: .memory(bytes)))
        let report = try auditor.finish()

        let own = try Self.cityVerdicts(bytes)
        var differences = 0
        var compared = 0
        for finding in report.log.findings {
            let id = report.log.texts[report.log.event(of: finding).id]
            guard let verdict = own[id], !verdict.isEmpty else { continue }
            compared += 1
            if (finding.status == .met) != (verdict == "ONTIME") { differences += 1 }
        }
        #expect(compared == 65_691)
        #expect(differences == 0)
        #expect(report.reading.problems.prefix(3).map(\.message) == [])
        #expect(report.reading.rows == own.count)
    }

    /// The city's own verdict on each case.
    private static func cityVerdicts(_ bytes: [UInt8]) throws -> [String: String] {
        var reader = try CSVReader(.memory(bytes))
        let id = try #require(reader.header.column(named: "case_id"))
        let status = try #require(reader.header.column(named: "on_time_status"))
        var verdicts: [String: String] = [:]
        var record = CSVRecord()
        while try reader.next(into: &record) != nil {
            verdicts[record.string(at: id)] = record.string(at: status)
        }
        return verdicts
    }
}
