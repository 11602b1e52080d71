import SourceText
import TestSupport
import Testing
import Workbench

@Suite("A standard that no event can miss is found")
struct NeverMissedTests {
    @Test(
        arguments: [
            (
                """
                standards: {«a»: {on: coupon.issue, require: event.count >= 1}}
                """,
                "no event can miss `a`",
                "compare what it asks with its own `for` and `when` and with the values that its facts may have"
            ),
            (
                """
                standards: {«a»: {on: coupon.issue, when: event.value <= "20 EUR", forbid: event.value > "30 EUR"}}
                """,
                nil, nil
            ),
            (
                """
                settings: {most: {standard: 5, gold: 9}}
                standards: {«a»: {on: coupon.issue, when: event.count < 5, require: 'event.count <= settings.most[customer.tier]'}}
                """,
                nil, nil
            ),
        ] as [(String, String?, String?)])
    func findsThem(_ text: String, message: String?, help: String?) throws {
        try expectLint(.neverMissed, text, [.init(.neverMissed, message: message, help: help)])
    }

    @Test(arguments: [
        """
        standards: {a: {on: coupon.issue, require: event.count >= 2}}
        """,
        """
        standards: {a: {on: coupon.issue, require: true}}
        """,
        """
        standards: {a: {on: coupon.issue, when: event.value <= "20 EUR", forbid: event.value > "19.99 EUR"}}
        """,
        """
        standards: {a: {force: may, on: coupon.issue, require: event.count >= 1}}
        """,
        """
        standards: {a: {on: coupon.issue, require: 'size(event.items) >= 0'}}
        """,
        """
        settings: {most: {standard: 5, gold: 9}}
        standards: {a: {on: coupon.issue, when: event.count < 7, require: 'event.count <= settings.most[customer.tier]'}}
        """,
    ])
    func leavesTheRestAlone(_ text: String) throws {
        try expectLint(.neverMissed, text, [])
    }
}
