import Foundation
import TestSupport
import Testing

/// Makes the log of `Examples/service-standards` and audits it: what was planted is found, all and only.
///
/// That the log is the same each time is seen from its digest in the example's README. Builds a package of its own, which
/// takes half a minute the first time: `--skip ServiceLogTests` leaves it out.
@Suite("Two months of a service desk, with planted faults")
struct ServiceLogTests {
    static let generator = "Examples/service-standards/generator"

    /// A finding by its status, its standard, and the event or the figure that it is about.
    struct Finding: Hashable, CustomStringConvertible {
        let status: String
        let standard: String
        let subject: String

        var description: String { "\(status) \(standard) \(subject)" }
    }

    @Test("an audit finds the planted faults, all and only, and what is excused, within discretion and open")
    func finds() throws {
        let folder = try TemporaryFolder()
        let options = "--package-path \(Self.generator) --quiet"
        let made = try runShell("swift run \(options) Generate '\(folder.url.path)' 4")
        try #require(made.status == 0, "\(made.errors.suffix(4_000))")
        let audit = try runLeeway([
            "audit", "--rulebook", "Policies/service-standards", "--as-of", "2027-01-04T00:00:00+01:00",
            "--findings", "notable", "--format", "json", folder.url.appending(path: "log.jsonl").path,
        ])
        try #require(audit.status == 0, "\(audit.errors.suffix(4_000))")
        let found = try Self.found(audit.output)
        let planted = try Self.planted(folder.url.appending(path: "planted.csv"))
        #expect(Set(found.keys).subtracting(planted.keys).map(\.description).sorted() == [])
        #expect(Set(planted.keys).subtracting(found.keys).map(\.description).sorted() == [])
        #expect(found == planted, "one of them is there more than once")
        let missed = Set(planted.keys.filter { $0.status == "missed" }.map(\.standard))
        #expect(missed.count >= 170)
        for status in ["discretion", "excused", "pending", "undetermined"] {
            #expect(planted.keys.contains { $0.status == status }, "nothing is \(status)")
        }
    }

    /// What the report says: findings that are not met, and figures that are missed.
    ///
    /// What figures leave open was not planted: a trend has nothing before its first period, a small sample says
    /// nothing, and a rank is for few.
    private static func found(_ report: String) throws -> [Finding: Int] {
        struct Report: Decodable {
            struct Row: Decodable {
                /// Nil for a figure without a bound.
                let status: String?
                let standard: String
                let event: String?
                let `for`: String?
                let period: String?
            }
            let findings: [Row]
            let metrics: [Row]
        }
        let read = try JSONDecoder().decode(Report.self, from: Data(report.utf8))
        return (read.findings + read.metrics.filter { $0.status == "missed" }).reduce(into: [:]) { counts, row in
            guard let status = row.status, status != "met" else { return }
            let subject = row.event ?? "\(row.for ?? "everyone"), \(row.period ?? "")"
            counts[Finding(status: status, standard: row.standard, subject: subject), default: 0] += 1
        }
    }

    /// The rows of `planted.csv`; only its last column may be quoted.
    private static func planted(_ url: URL) throws -> [Finding: Int] {
        let rows = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
        return rows.reduce(into: [:]) { counts, row in
            let cells = row.split(separator: ",", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
            let isFigure = cells[2].isEmpty
            guard !isFigure || cells[0] == "missed" else { return }
            let subject = isFigure ? "\(cells[3]), \(cells[4])" : cells[2]
            counts[Finding(status: cells[0], standard: cells[1], subject: subject), default: 0] += 1
        }
    }
}
