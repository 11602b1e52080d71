import Foundation
import Leeway
import TestSupport
import Testing

@Suite("Watching, auditing and recording give the same findings, however late events come")
struct WatchPropertyTests {
    /// The logs of one rulebook.
    private static let logCount = 50
    private static let latenessSeconds = [0, 30, 600, 20_000]

    /// 10,000 logs, 50 for each of 200 rulebooks.
    @Test(arguments: 0..<20)
    func watchingIsAuditing(_ part: Int) throws {
        for number in 0..<10 {
            var random = RandomSource(seed: UInt64(part * 1_000 + number))
            let versions = try #require(RandomTimelines.rulebook(&random), "part \(part), rulebook \(number)")
            let compiled = CompiledVersions(versions)
            for round in 0..<Self.logCount {
                let lateness = random.pick(Self.latenessSeconds)
                let log = RandomTimelines.log(lateness: lateness, &random)
                let expected = try Self.audited(log.sorted, compiled, .streamed)
                let duration = try #require(CELDuration(seconds: Int64(lateness)))
                var found = [
                    ("audit within the lateness", try Self.audited(log.arrived, compiled, .within(lateness: duration))),
                    ("watch", try Self.watched(log.arrived, compiled, lateness: duration, ticks: round % 2 == 0)),
                ]
                // That sorting sorts is soon seen.
                if round % 5 == 0 { found.append(("sorted audit", try Self.audited(log.arrived, compiled, .sorted))) }
                for (name, findings) in found where findings != expected {
                    let difference = Set(findings).symmetricDifference(expected).sorted()
                    let texts = versions.all.map { String(decoding: $0.files[0].utf8, as: UTF8.self) }
                    Issue.record(
                        "part \(part), rulebook \(number), log \(round): \(name): \(difference)\n\(log.arrived)\n\(texts)"
                    )
                    return
                }
            }
        }
    }

    /// A ledger decides each event when it is recorded, and tells nothing of clocks: 60 logs, in files.
    @Test(arguments: 0..<20)
    func recordingIsAuditing(_ number: Int) throws {
        let folder = try TemporaryFolder()
        var random = RandomSource(seed: UInt64(900_000 + number))
        let versions = try #require(RandomTimelines.rulebook(&random))
        let point = DecisionPoint(versions: versions)
        for round in 0..<3 {
            let log = RandomTimelines.log(lateness: 0, &random)
            let audited = try Self.audited(log.sorted, point.compiled, .streamed)
            let path = folder.url.appending(path: "\(round).ledger").path
            let recorder = try Recorder(point, ledgerAt: path, offers: .omitted)
            var decided: [String] = []
            for row in log.sorted {
                let event = try point.event(json: row)
                let checked = try point.remembering(ledgerAt: path, before: event).check(event)
                let recorded = try #require(try recorder.record(event).report)
                #expect(checked.results == recorded.decision.results, "number \(number), round \(round): \(row)")
                for said in recorded.explanations {
                    decided.append("\(event.id) \(said.standard.id) \(said.status.rawValue) \(said.message)")
                }
            }
            // What clocks came to stands in no decision; of what must not follow, what was kept does not either.
            let said = ["f0", "f1", "f2", "budget", "count", "first", "silence missed"].map { " \($0) " }
            #expect(
                decided.filter { line in said.contains { line.contains($0) } }.sorted()
                    == audited.filter { line in said.contains { line.contains($0) } },
                "number \(number), round \(round): \(log.sorted)")
        }
    }

    // MARK: Ways to the findings

    /// Every finding as `event standard status message`, in order.
    private static func audited(
        _ rows: [String], _ compiled: CompiledVersions, _ ordering: AuditOptions.Ordering
    ) throws -> [String] {
        let options = AuditOptions(
            listing: .decided, generator: ReportGenerator(version: "test"), ordering: ordering)
        var auditor = try Auditor(rulebook: compiled, mapping: nil, options: options)
        try auditor.consume(input(rows))
        let report = try auditor.finish()
        return report.log.findings.map { finding in
            let event = report.log.texts[report.log.event(of: finding).id]
            let standard = report.standards[report.log.standardIndex(of: finding)].id
            return "\(event) \(standard) \(finding.status.rawValue) \(report.log.texts[finding.message])"
        }.sorted()
    }

    /// The same from a watcher, to whom somebody also says, now and then, how late it is.
    private static func watched(
        _ rows: [String], _ compiled: CompiledVersions, lateness: CELDuration, ticks: Bool
    ) throws -> [String] {
        let options = WatchOptions(lateness: lateness, warning: .share(basisPoints: 2_000), listing: .decided)
        let watcher = Watcher(compiled, options: options)
        var reader = try LogReader(input(rows), events: compiled.reader)
        var notices: [WatchNotice] = []
        while let row = try reader.next() {
            notices += watcher.take(row, of: "log")
            // By the clock it is never later than the latest event: nothing that follows is late then.
            if ticks, case .event(let event)? = row.records.first, let time = event.time {
                notices += watcher.advance(to: time)
            }
        }
        notices += watcher.finish()
        var warned: Set<String> = []
        var found: [String] = []
        for notice in notices {
            switch notice {
            case .finding(let finding):
                found.append(
                    "\(finding.event.id) \(finding.standard.id) \(finding.status.rawValue) \(finding.message)")
            case .warning(let finding, _):
                let isFirst = warned.insert("\(finding.event.id) \(finding.standard.id)").inserted
                #expect(isFirst, "a clock is warned of once")
            case .unjudged, .late, .unreadable, .input: Issue.record("\(notice)")
            }
        }
        return found.sorted()
    }

    private static func input(_ rows: [String]) -> LogInput {
        LogInput(name: "log", source: .memory(Array(rows.joined(separator: "\n").utf8)))
    }
}
