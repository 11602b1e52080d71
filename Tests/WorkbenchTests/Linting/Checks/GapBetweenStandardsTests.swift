import SourceText
import TestSupport
import Testing
import Workbench

@Suite("A value between two standards of which neither speaks is found")
struct GapBetweenStandardsTests {
    @Test(
        arguments: [
            (
                """
                standards:
                  «a»: {on: coupon.issue, when: event.value < "20 EUR", require: event.count <= 5}
                  b: {on: coupon.issue, when: event.value > "20 EUR", require: event.count <= 2}
                """,
                "no standard speaks of `coupon.issue` where event.value = 20.00 EUR",
                "let one of the two bounds include its limit, or say under `unlisted` what is meant"
            ),
            (
                """
                standards:
                  «a»: {on: coupon.issue, for: {customer.tier: gold}, when: event.count <= 3, require: event.value <= "5 EUR"}
                  b: {on: coupon.issue, when: event.count >= 7, require: event.value <= "9 EUR"}
                """,
                "no standard speaks of `coupon.issue` where customer.tier = gold, event.count = 4", nil
            ),
        ] as [(String, String?, String?)])
    func findsThem(_ text: String, message: String?, help: String?) throws {
        try expectLint(.gapBetweenStandards, text, [.init(.gapBetweenStandards, message: message, help: help)])
    }

    @Test(arguments: [
        """
        standards:
          a: {on: coupon.issue, when: event.value < "20 EUR", require: event.count <= 5}
          b: {on: coupon.issue, when: event.value >= "20 EUR", require: event.count <= 2}
        """,
        """
        standards:
          a: {on: coupon.issue, when: event.value < "20 EUR", require: event.count <= 5}
          b: {on: coupon.issue, require: event.count <= 9}
        """,
        """
        standards:
          a: {on: coupon.issue, when: event.value < "20 EUR", require: event.count <= 5}
        """,
    ])
    func leavesTheRestAlone(_ text: String) throws {
        try expectLint(.gapBetweenStandards, text, [])
    }
}
