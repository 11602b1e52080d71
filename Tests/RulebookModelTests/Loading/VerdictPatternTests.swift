import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("A verdict is an event where something comes after it, and never waits for itself")
struct VerdictPatternTests {
    @Test func takesTheTypesOfTheStandardThatItNames() throws {
        let rulebook = try CareDesk.rulebook(
            """
            standards:
              a: {on: [ring, coupon.issue], require: true}
              b: {timeline: {after: {standard: a, is: [missed, discretion]}, expect: ring, per: interaction}}
              c: {timeline: {after: {standard: b, is: missed}, expect: refund.pay}}
            """)
        let alternatives = rulebook.standards.map(\.pattern.alternatives)
        #expect(alternatives[1].map(\.type) == ["ring", "coupon.issue"])
        #expect(alternatives[1].first?.verdict?.verdicts == [.missed, .discretion])
        #expect(alternatives[2].map(\.type) == ["ring", "coupon.issue"])
        #expect(alternatives[2].first?.verdict?.standard == "b")
    }

    @Test(arguments: [
        Refusal(
            "a: {on: {standard: «b», is: missed}, require: true}",
            .init(
                .badValue, message: "a standard is judged when something happens, and a verdict comes after it",
                help: "verdicts can be measured, begin or end a clock with `after`, or be waited for with `expect`")),
        Refusal(
            "a: {timeline: {before: {standard: «b», is: met}, expect: ring}}",
            .init(
                .badValue,
                message: "a timeline with `before` is judged when something happens, and a verdict comes after it")),
        Refusal(
            "a: {timeline: {after: ring, forbid: {standard: «b», is: met}}}",
            .init(
                .badValue, message: "what is forbidden is refused when something happens, and a verdict comes after it")
        ),
        Refusal(
            "a: {timeline: {after: ring, expect: {standard: «a», is: met}}}",
            .init(.circularDefinition, message: "the verdict of `a` waits for itself: `a` → `a`")),
        Refusal(
            "a: {timeline: {after: ring, expect: {standard: c, is: met}}}\n"
                + "  c: {timeline: {after: ring, expect: {standard: «a», is: met}}}",
            .init(.circularDefinition, message: "the verdict of `a` waits for itself: `a` → `c` → `a`")),
    ])
    func refuses(_ refusal: Refusal) {
        CareDesk.expectRefusal(
            "standards:\n  b: {on: ring, require: true}\n  \(refusal.marked)", refusal.expected)
    }

    @Test func aFactCarriesTheCircle() {
        CareDesk.expectRefusal(
            """
            facts: {misses: {count: {standard: a, is: missed}, per: interaction}}
            standards:
              a: {on: ring, require: «facts.misses < 3»}
            """,
            [.init(.circularDefinition, message: "the verdict of `a` waits for itself: `a` → `a`")])
    }
}
