import SourceText
import TestSupport
import Testing
import Workbench

@Suite("An action or event of which nothing speaks is found")
struct UnruledEventTests {
    @Test(
        arguments: [
            (
                """
                standards: {a: {on: coupon.issue, require: customer.staff}}
                events: {«asked»: }
                """,
                "nothing in the rulebook speaks of `asked`", "write a standard about it, or take it out"
            )
        ] as [(String, String?, String?)])
    func findsThem(_ text: String, message: String?, help: String?) throws {
        try expectLint(.unruledEvent, text, [.init(.unruledEvent, message: message, help: help)])
    }

    @Test(arguments: [
        """
        events: {asked: {}, answered: {fields: {marks: int}}}
        standards:
          a: {timeline: {after: asked, expect: answered, within: 1h}}
          b: {on: coupon.issue, require: customer.staff}
        """,
        """
        events: {asked: {}, answered: {fields: {marks: int}}}
        facts: {n: {count: asked, per: everyone, window: {calendar: day}}}
        standards:
          b: {on: [coupon.issue, answered], require: customer.staff}
        """,
    ])
    func leavesTheRestAlone(_ text: String) throws {
        try expectLint(.unruledEvent, text, [])
    }
}
