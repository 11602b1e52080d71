import Foundation
import JSONSyntax
import TestSupport
import Testing

@Suite("A manager asks: is this rulebook clear?")
struct LintCommandTests {
    private let care: CareFolder

    init() throws { care = try CareFolder() }

    @Test("a clear rulebook has no problems")
    func clear() throws {
        let run = try care.run("lint", "care")
        #expect(run.status == 0)
        #expect(run.output == "no problems in 3 files, 2 standards\n")
    }

    @Test("all errors of all files are shown at once, with excerpts")
    func errors() throws {
        try care.write(
            """
            standards:
              a.b:
                title: A
                on: coupon.isue
                require: event.count < 2
              c.d:
                on: coupon.issue
                requrie: event.count < "many"
            """, to: "care/standards/broken.yaml")
        try care.write("roles: [agent", to: "care/standards/open.yaml")
        let run = try care.run("lint", "care")
        #expect(run.status == 65)
        let difference = try Golden.difference(
            of: Array(run.output.utf8), from: "LeewayCommandsTests/Golden/lint-errors.txt")
        #expect(difference == nil)
    }

    @Test("warnings fail only with --strict")
    func strict() throws {
        try care.write("standards: {}\n", to: "care/spare.yaml")
        let run = try care.run("lint", "care")
        #expect(run.status == 0)
        #expect(run.output.contains("no `include` names `spare.yaml`"))
        #expect(run.output.hasSuffix("1 warning in 3 files, 2 standards\n"))
        #expect(try care.run("lint", "--strict", "care").status == 65)
    }

    @Test("programs read the same as JSON")
    func json() throws {
        try care.write("standards: {}\n", to: "care/spare.yaml")
        let run = try care.run("lint", "--json", "care")
        let root = try JSONDocument.parse(run.output).root
        #expect(root[0]?["code"]?.string == "RD0101")
        #expect(root[0]?["file"]?.string == "care/spare.yaml")
        #expect(try care.run("lint", "--json", "care/rulebook.yaml").output == "[]\n")
    }

    @Test("--fix mends what is safe, --dry-run shows it first, and nothing is left to mend then")
    func fix() throws {
        let text = """
            rulebook: counter
            lint: {missing-fallbck: off}  # for now
            events: {answered: }

            """
        try care.write(text, to: "counter.yaml")
        let shown = try care.run("lint", "--fix", "--dry-run", "counter.yaml")
        #expect(shown.status == 20)
        #expect(
            shown.output == """
                --- counter.yaml
                +++ counter.yaml
                @@ -1,3 +1,3 @@
                 rulebook: counter
                -lint: {missing-fallbck: off}  # for now
                +lint: {missing-fallback: off}  # for now
                 events: {answered: }

                """)
        let file = care.url.appending(path: "counter.yaml")
        #expect(try String(contentsOf: file, encoding: .utf8) == text)

        let mended = try care.run("lint", "--fix", "counter.yaml")
        #expect(mended.status == 0 && mended.errors == "mended 1 finding in 1 file\n")
        #expect(
            try String(contentsOf: file, encoding: .utf8) == text.replacing("fallbck", with: "fallback"))
        let again = try care.run("lint", "--fix", "--dry-run", "counter.yaml")
        #expect(again.status == 0 && again.output == "")
    }

    @Test("a rulebook that does not load is left as it is")
    func fixLeavesBrokenAlone() throws {
        let text = "rulebook: counter\nlint: {missing-fallbck: off}\nevents: {answered: }}\n"
        try care.write(text, to: "counter.yaml")
        #expect(try care.run("lint", "--fix", "counter.yaml").status == 65)
        #expect(try String(contentsOf: care.url.appending(path: "counter.yaml"), encoding: .utf8) == text)
    }

    @Test("--dry-run goes with --fix, and not with --json")
    func fixUsage() throws {
        #expect(try care.run("lint", "--dry-run", "care").status == 64)
        #expect(try care.run("lint", "--fix", "--dry-run", "--json", "care").status == 64)
    }

    @Test("every policy of the repository is without errors and warnings")
    func policies() throws {
        let run = try runLeeway(["lint", "--strict"] + policyFolders())
        #expect(run.status == 0, "\(run.output)")
    }
}
