import SourceText
import TestSupport
import Testing
import Workbench

@Suite("A number whose unit is only in its name is found")
struct MissingUnitTests {
    @Test(
        arguments: [
            (
                """
                events: {answered: {fields: {«wait_minutes»: int}}}
                """,
                "the unit of `wait_minutes` is only in its name: it is a whole number",
                "give it the type duration, as in `90s`"
            ),
            (
                """
                settings: {«bag_price»: 12.5}
                """,
                "the unit of `bag_price` is only in its name: it is a number", "give it the type money, as in `20 EUR`"
            ),
            (
                """
                settings: {«percent_off»: 12}
                """,
                nil, "give it the type percent, as in `15%`"
            ),
        ] as [(String, String?, String?)])
    func findsThem(_ text: String, message: String?, help: String?) throws {
        try expectLint(.missingUnit, text, [.init(.missingUnit, message: message, help: help)])
    }

    @Test(arguments: [
        """
        events: {answered: {fields: {wait: duration, count: int, price: money}}}
        """,
        """
        settings: {longest_wait: 60s}
        """,
    ])
    func leavesTheRestAlone(_ text: String) throws {
        try expectLint(.missingUnit, text, [])
    }
}
