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

    @Test("every policy of the repository is without errors and warnings")
    func policies() throws {
        let run = try runLeeway(["lint", "--strict"] + policyFolders())
        #expect(run.status == 0, "\(run.output)")
    }
}
