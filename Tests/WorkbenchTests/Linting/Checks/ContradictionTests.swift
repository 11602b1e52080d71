import SourceText
import TestSupport
import Testing
import Workbench

@Suite("Two standards that cannot both be kept are found, with an event that shows it")
struct ContradictionTests {
    @Test(
        arguments: [
            (
                """
                standards:
                  «a»: {on: coupon.issue, require: event.value >= "20 EUR"}
                  b: {on: coupon.issue, require: event.value < "20 EUR"}
                """,
                "no `coupon.issue` keeps both `a` and `b`",
                "let one of them apply only where the other does not, with `for`, `when` or `unless`"
            ),
            (
                """
                standards:
                  «a»: {on: coupon.issue, for: {customer.tier: gold}, require: event.count > 5}
                  b: {on: coupon.issue, when: customer.staff, forbid: event.count > 3}
                """,
                "no `coupon.issue` keeps both `a` and `b` where customer.staff = true, customer.tier = gold", nil
            ),
            (
                """
                standards:
                  «a»: {on: coupon.issue, when: event.value > "50 EUR", require: event.count == 2}
                  b: {on: coupon.issue, allowance: {sum: event.count, window: each, steps: [{up_to: 1}]}}
                """,
                "no `coupon.issue` keeps both `a` and `b` where event.value = 50.01 EUR", nil
            ),
        ] as [(String, String?, String?)])
    func findsThem(_ text: String, message: String?, help: String?) throws {
        try expectLint(.contradiction, text, [.init(.contradiction, message: message, help: help)])
    }

    @Test(arguments: [
        """
        standards:
          a: {on: coupon.issue, require: event.value >= "20 EUR"}
          b: {on: coupon.issue, require: event.value <= "20 EUR"}
        """,
        """
        standards:
          a: {on: coupon.issue, for: {customer.tier: gold}, require: event.count > 5}
          b: {on: coupon.issue, for: {customer.tier: standard}, forbid: event.count > 3}
        """,
        """
        standards:
          a: {on: coupon.issue, require: event.value >= "20 EUR"}
          b: {force: should, on: coupon.issue, require: event.value < "20 EUR"}
        """,
        """
        standards:
          a: {on: coupon.issue, require: event.value >= "20 EUR"}
          b: {on: coupon.issue, otherwise: note, require: event.value < "20 EUR"}
        """,
        """
        standards:
          a: {on: coupon.issue, require: event.count > 5}
          b: {on: coupon.issue, otherwise: justify, require: event.count < 3}
        """,
        """
        standards:
          a: {on: coupon.issue, require: event.count > 5}
          b: {on: coupon.issue, require: customer.staff}
        """,
        """
        standards:
          a: {on: coupon.issue, unless: customer.staff, require: event.count > 5}
          b: {on: coupon.issue, when: customer.staff, require: event.count < 3}
        """,
    ])
    func leavesTheRestAlone(_ text: String) throws {
        try expectLint(.contradiction, text, [])
    }
}
