import SourceText
import TestSupport
import Testing
import Workbench

@Suite("A standard that nobody answers for is found")
struct MissingOwnerTests {
    @Test func findsIt() throws {
        try expectLint(
            .missingOwner,
            "standards: {a: {on: coupon.issue, owner: care-lead, require: true}, «b»: {on: coupon.issue, require: true}}",
            [
                .init(
                    .missingOwner, message: "nobody answers for `b`",
                    help: "add `owner:` with the role or team that keeps it up to date")
            ])
    }
}
