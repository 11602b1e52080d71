import SourceText
import TestSupport
import Testing
import Workbench

@Suite("A standard that does not say why it exists is found")
struct MissingReasonTests {
    @Test func findsIt() throws {
        try expectLint(
            .missingReason,
            "standards: {«a»: {on: coupon.issue, require: true}, b: {on: coupon.issue, because: It is fair, require: true}}",
            [
                .init(
                    .missingReason, message: "`a` does not say why it exists",
                    help: "add `because:` with one sentence that an agent would accept")
            ])
    }
}
