import SourceText
import TestSupport
import Testing
import Workbench

@Suite("A setting whose rows leave out values is found")
struct GapInChoiceTests {
    @Test(
        arguments: [
            (
                """
                settings: {«gift»: {choose: [{for: {item.price: {under: 3 EUR}}, value: 1}, {for: {item.price: {over: 3 EUR}}, value: 2}]}}
                """,
                "no row of `gift` is for item.price = 3.00 EUR", "add a row, or let a bound include its limit"
            ),
            (
                """
                settings: {«gift»: {choose: [{for: {customer.tier: gold}, value: 1}, {for: {customer.tier: standard, customer.staff: true}, value: 2}]}}
                """,
                "no row of `gift` is for customer.staff = false, customer.tier = standard", nil
            ),
            (
                """
                settings: {«fee»: {choose: [{until: 2026-04-01, value: 5 EUR}, {from: 2026-04-02, value: 6 EUR}]}}
                """,
                "no row of `fee` is for now = 2026-04-01T00:00:00Z", nil
            ),
        ] as [(String, String?, String?)])
    func findsThem(_ text: String, message: String?, help: String?) throws {
        try expectLint(.gapInChoice, text, [.init(.gapInChoice, message: message, help: help)])
    }

    @Test(arguments: [
        """
        settings: {gift: {choose: [{for: {item.price: {under: 3 EUR}}, value: 1}, {for: {item.price: {at_least: 3 EUR}}, value: 2}]}}
        """,
        """
        settings: {fee: {choose: [{from: 2026-01-01, until: 2026-04-01, value: 5 EUR}, {from: 2026-04-01, value: 6 EUR}]}}
        """,
    ])
    func leavesTheRestAlone(_ text: String) throws {
        try expectLint(.gapInChoice, text, [])
    }
}
