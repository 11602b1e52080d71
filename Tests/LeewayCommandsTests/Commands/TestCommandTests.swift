import Foundation
import JSONSyntax
import TestSupport
import Testing

@Suite("A manager asks: does this rulebook say what we mean?")
struct TestCommandTests {
    private let care: CareFolder

    init() throws { care = try CareFolder() }

    private func write(_ outcome: String) throws {
        try care.write(
            """
            tests: Coupons
            cases:
              - case: one coupon
                when: {coupon.issue: {count: 1, value: 5}}
                expect: allow
              - case: eleven coupons
                when: {coupon.issue: {count: 11, value: 5}}
                expect: \(outcome)
            """, to: "care/tests/coupons.yaml")
    }

    @Test("all pass: 0")
    func passes() throws {
        try write("deny")
        let run = try care.run("test", "care")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("✓ Coupons: 2 of 2 passed\n"))
    }

    @Test("one fails: 20, with its place and the reason")
    func fails() throws {
        try write("allow")
        let run = try care.run("test", "care")
        #expect(run.status == 20)
        #expect(run.output.contains("care/tests/coupons.yaml:8:13\n      expected allow, got deny\n"))
        #expect(run.output.contains("`event.count` is 11"))
        #expect(try care.run("test", "--filter", "ONE", "care").status == 0)
    }

    @Test("a slip in a test: 65, and nothing is run")
    func slips() throws {
        try write("alow")
        let run = try care.run("test", "care")
        #expect(run.status == 65)
        #expect(run.output == "")
        #expect(run.errors.contains("did you mean `allow`?"))
    }

    @Test("no tests: 66; no case of that title: 64")
    func nothing() throws {
        try write("deny")
        #expect(try care.run("test", "--filter", "moon", "care").status == 64)
        try FileManager.default.removeItem(at: care.url.appending(path: "care/tests"))
        #expect(try care.run("test", "care").status == 66)
        #expect(try care.run("test", "nowhere").status == 66)
    }

    @Test("results go to a file as well, in every form", arguments: ["text", "junit", "json"])
    func output(_ format: String) throws {
        try write("allow")
        let run = try care.run("test", "--format", format, "--output", "results", "care")
        #expect(run.status == 20)
        #expect(run.output == "")
        let written = try String(contentsOf: care.url.appending(path: "results"), encoding: .utf8)
        #expect(written == (try care.run("test", "--format", format, "care")).output)
        #expect(written.contains("eleven coupons"))
    }

    @Test("what the cases tried, and which changes they notice")
    func coverage() throws {
        try write("deny")
        let run = try care.run("test", "--coverage", "--mutate", "care")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("\nCoverage: "))
        #expect(run.output.contains("  never past the limit    care/standards/goodwill.yaml:"))
        #expect(run.output.contains("\nMutants: "))
        #expect(run.output.contains("  limit     care/rulebook.yaml:"))
        #expect(!(try care.run("test", "care")).output.contains("Coverage: "))
    }

    @Test("too little was tried: 20; no percentage: 64")
    func requireCoverage() throws {
        try write("deny")
        #expect(try care.run("test", "--require-coverage", "100", "care").status == 20)
        #expect(try care.run("test", "--require-coverage", "10", "care").status == 0)
        #expect(try care.run("test", "--require-coverage", "101", "care").status == 64)
    }

    @Test("mutants are looked at once all cases pass")
    func mutantsNeedPassingCases() throws {
        try write("allow")
        let run = try care.run("test", "--mutate", "care")
        #expect(run.status == 20 && !run.output.contains("Mutants"))
    }

    @Test("programs read the same as JSON")
    func json() throws {
        try write("deny")
        let run = try care.run("test", "--coverage", "--mutate", "--format", "json", "care")
        let root = try JSONDocument.parse(run.output).root
        #expect(root["ways"]?["limits"]?[0]?["standard"]?.string != nil)
        #expect(root["ways"]?["limits"]?[0]?["past"] != nil && root["ways"]?["conditions"]?[0]?["true"] != nil)
        #expect(root["mutants"]?["survivors"]?[0]?["replacement"]?.string != nil)
        #expect(try JSONDocument.parse(care.run("test", "--format", "json", "care").output).root["ways"] == nil)
    }

    @Test("every policy of the repository passes its tests", arguments: policyFolders())
    func policies(_ folder: String) throws {
        let run = try runLeeway(["test", folder])
        #expect(run.status == 0, "\(run.output)\(run.errors)")
    }
}
