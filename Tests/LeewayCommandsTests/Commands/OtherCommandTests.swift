import Foundation
import JSONSyntax
import TestSupport
import Testing

@Suite("Standards and options are told as people read them")
struct OtherCommandTests {
    private let care: CareFolder

    init() throws { care = try CareFolder() }

    @Test("explain tells everything about one standard", arguments: ["coupons.goodwill", "coupons.value"])
    func explain(_ standard: String) throws {
        let run = try care.run("explain", standard, "--rulebook", "care")
        #expect(run.status == 0)
        let difference = try Golden.difference(
            of: Array(run.output.utf8), from: "LeewayCommandsTests/Golden/explain-\(standard).txt")
        #expect(difference == nil)
    }

    @Test("options show the ranges of each open choice")
    func options() throws {
        let run = try care.run(
            "options", "--rulebook", "care", "--agent-role", "agent", "--action", "coupon.issue", "--field",
            "value=5 EUR")
        #expect(run.status == 0)
        let difference = try Golden.difference(
            of: Array(run.output.utf8), from: "LeewayCommandsTests/Golden/options.txt")
        #expect(difference == nil)
    }

    @Test("options as JSON, for every action where none is named")
    func optionsJSON() throws {
        let run = try care.run("options", "--rulebook", "care", "--json", "escalate.json")
        let root = try JSONDocument.parse(run.output).root
        #expect(root.elements.map { $0["action"]?.string } == ["call.close", "coupon.issue"])
        #expect(root[0]?["listed"]?.bool == false)
        #expect(root[1]?["outcome"]?.string == "escalate")
    }

    @Test("init writes a rulebook whose first question gets an answer, and says what is next")
    func start() throws {
        let run = try care.run("init", "fresh")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("wrote fresh/rulebook.yaml\n"))
        #expect(try care.run("lint", "--strict", "fresh").status == 0)
        #expect(try care.run("check", "--rulebook", "fresh", "fresh/examples/coupon.json").status == 0)
    }
}
