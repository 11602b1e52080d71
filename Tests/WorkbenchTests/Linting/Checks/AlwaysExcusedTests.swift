import SourceText
import TestSupport
import Testing
import Workbench

@Suite("A standard from which every event is excused is found")
struct AlwaysExcusedTests {
    @Test(
        arguments: [
            (
                """
                standards: {a: {on: coupon.issue, unless: «event.count >= 1», require: event.value <= "20 EUR"}}
                """,
                "every event is excused from `a`",
                "an exception names the few cases that are meant; what it is about stands under `when`"
            ),
            (
                """
                standards: {a: {on: coupon.issue, when: customer.staff, unless: «customer.staff», require: event.count < 3}}
                """,
                nil, nil
            ),
        ] as [(String, String?, String?)])
    func findsThem(_ text: String, message: String?, help: String?) throws {
        try expectLint(.alwaysExcused, text, [.init(.alwaysExcused, message: message, help: help)])
    }

    @Test(arguments: [
        """
        standards: {a: {on: coupon.issue, unless: customer.staff, require: event.count < 3}}
        """,
        """
        standards: {a: {on: coupon.issue, when: not customer.staff, unless: customer.tier == "gold", require: event.count < 3}}
        """,
    ])
    func leavesTheRestAlone(_ text: String) throws {
        try expectLint(.alwaysExcused, text, [])
    }
}
