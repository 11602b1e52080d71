import SourceText
import TestSupport
import Testing
import Workbench

@Suite("A standard that every event misses is found")
struct AlwaysMissedTests {
    @Test(
        arguments: [
            (
                """
                standards: {«a»: {on: coupon.issue, require: event.count < 1}}
                """,
                "no event can keep `a`", "mend what it asks, or write `forbid: true` if the action is never allowed"
            ),
            (
                """
                standards: {«a»: {on: coupon.issue, when: event.value > "30 EUR", require: event.value <= "20 EUR"}}
                """,
                nil, nil
            ),
            (
                """
                standards: {«a»: {on: coupon.issue, for: {customer.tier: gold}, forbid: 'customer.tier in ["gold", "standard"]'}}
                """,
                nil, nil
            ),
        ] as [(String, String?, String?)])
    func findsThem(_ text: String, message: String?, help: String?) throws {
        try expectLint(.alwaysMissed, text, [.init(.alwaysMissed, message: message, help: help)])
    }

    @Test(arguments: [
        """
        standards: {a: {on: coupon.issue, forbid: true}}
        """,
        """
        standards: {a: {on: coupon.issue, when: event.value >= "20 EUR", require: event.value <= "20 EUR"}}
        """,
        """
        standards: {a: {on: coupon.issue, require: '"red" in ["red"] and customer.staff'}}
        """,
        """
        standards: {a: {on: coupon.issue, allowance: {sum: event.count, window: each, steps: [{up_to: 1}, {needs: reason}]}}}
        """,
    ])
    func leavesTheRestAlone(_ text: String) throws {
        try expectLint(.alwaysMissed, text, [])
    }
}
