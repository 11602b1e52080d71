import SourceText
import TestSupport
import Testing
import Workbench

@Suite("A standard that does not say where it comes from is found")
struct MissingSourceTests {
    @Test(
        arguments: [
            (
                """
                lint: {missing-source: warning}
                standards: {«a»: {on: coupon.issue, require: customer.staff}}
                """,
                "`a` does not say where it comes from",
                "add `source:` with the document and the clause that it carries out"
            )
        ] as [(String, String?, String?)])
    func findsThem(_ text: String, message: String?, help: String?) throws {
        try expectLint(.missingSource, text, [.init(.missingSource, message: message, help: help)])
    }

    @Test(arguments: [
        """
        lint: {missing-source: warning}
        standards: {a: {source: House rules, on: coupon.issue, require: customer.staff}}
        """,
        """
        standards: {a: {on: coupon.issue, require: customer.staff}}
        """,
    ])
    func leavesTheRestAlone(_ text: String) throws {
        try expectLint(.missingSource, text, [])
    }
}
