import Foundation
import TestSupport
import Testing

@Suite("The service standards carry out every requirement, and say where")
struct RequirementTests {
    private static let folder = "Policies/service-standards"

    @Test func coverageIsTheOneOfToday() throws {
        let run = try runLeeway(
            ["requirements", "--rulebook", Self.folder, "--format", "markdown"], in: repositoryRoot)
        #expect(run.status == 0, "\(run.errors)")
        let page = try String(
            contentsOf: repositoryRoot.appending(path: "\(Self.folder)/COVERAGE.md"), encoding: .utf8)
        let advice =
            "leeway requirements --rulebook \(Self.folder) --format markdown --output \(Self.folder)/COVERAGE.md"
        #expect(page == run.output, "write it anew: \(advice)")
        #expect(page.matches(of: /\n\| [ABCD]-\d{3} \|/).count == 212)
    }

    @Test(
        "every row of the notes is in the register",
        .enabled(if: sharedResource("notes/seed-standards.md") != nil, "skipped: the shared notes are absent"))
    func rows() throws {
        let notes = try String(contentsOf: try #require(sharedResource("notes/seed-standards.md")), encoding: .utf8)
        let register = try String(
            contentsOf: repositoryRoot.appending(path: "\(Self.folder)/requirements.yaml"), encoding: .utf8)
        let rows = notes.matches(of: /\n\| ([ABCD]-\d{3}) \|/).map { String($0.output.1) }
        #expect(rows.count == 212)
        for row in rows { #expect(register.contains("\n  \(row): "), "\(row)") }
    }
}
