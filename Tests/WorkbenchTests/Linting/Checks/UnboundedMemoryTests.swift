import SourceText
import TestSupport
import Testing
import Workbench

@Suite("What is remembered for ever is found")
struct UnboundedMemoryTests {
    private static let events = "events: {asked: {fields: {claim: string}}, answered: {fields: {claim: string}}}\n"

    @Test(arguments: [
        ("facts: {«asks»: {count: asked, per: interaction}}", "interaction", ""),
        (
            "facts: {«asks»: {count: asked, per: [customer, case]}, more: {happened: answered, per: case}}", "case",
            ", here and in 1 more place"
        ),
        (
            "standards: {«a»: {timeline: {before: answered, expect: asked, per: claim}}}", "claim", ""
        ),
        (
            "standards: {«a»: {timeline: {from: asked, to: answered, at_most: {count: 3}}}}", "interaction", ""
        ),
    ])
    func findsThem(_ text: String, part: String, others: String) throws {
        try expectLint(
            .unboundedMemory, Self.events + text,
            [
                .init(
                    .unboundedMemory, message: "every `\(part)` is remembered for ever\(others)",
                    help: "say when it is over, as in `lifetimes: {\(part): {idle: 24h}}`, or add a window or a limit")
            ])
    }

    @Test(arguments: [
        "facts: {asks: {count: asked, per: interaction}}\nlifetimes: {interaction: {idle: 24h}}",
        "facts: {asks: {count: asked, per: interaction, window: {rolling: 7 days}}}",
        "facts: {asks: {count: asked, per: interaction, until: answered}}",
        "facts: {asks: {count: asked, per: customer}}",
        "facts: {asks: {count: asked, per: everyone}}",
        "standards: {a: {timeline: {before: answered, expect: asked, within: 2h, per: claim}}}",
        "standards: {a: {timeline: {after: asked, expect: answered, within: 2h, per: claim}}}",
        "standards: {a: {on: asked, allowance: {count: asked, per: case, window: {calendar: day}, steps: [{up_to: 3}]}}}",
    ])
    func leavesTheRestAlone(_ text: String) throws {
        try expectLint(.unboundedMemory, Self.events + text, [])
    }
}
