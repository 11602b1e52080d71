import SourceText
import TestSupport
import Testing
import Workbench

@Suite("Something that must follow without a limit is found")
struct MissingLimitTests {
    @Test(
        arguments: [
            (
                """
                events: {asked: {}, answered: {fields: {marks: int}}}
                standards: {«a»: {timeline: {after: asked, expect: answered}}}
                """,
                "nothing says how long there is time for `answered`, so `a` is never missed",
                "add `within:` with a length of time, or `by:` with an instant"
            ),
            (
                """
                events: {asked: {}, answered: {fields: {marks: int}}}
                standards: {«a»: {timeline: {after: asked, expect: answered, until: coupon.issue}}}
                """,
                nil, nil
            ),
        ] as [(String, String?, String?)])
    func findsThem(_ text: String, message: String?, help: String?) throws {
        try expectLint(.missingLimit, text, [.init(.missingLimit, message: message, help: help)])
    }

    @Test(arguments: [
        """
        events: {asked: {}, answered: {fields: {marks: int}}}
        standards: {a: {timeline: {after: asked, expect: answered, within: 1h}}}
        """,
        """
        events: {asked: {}, answered: {fields: {marks: int}}}
        standards: {a: {timeline: {after: asked, expect: answered, within: 3 coupon.issue}}}
        """,
        """
        events: {asked: {}, answered: {fields: {marks: int}}}
        standards: {a: {timeline: {before: asked, expect: answered}}}
        """,
    ])
    func leavesTheRestAlone(_ text: String) throws {
        try expectLint(.missingLimit, text, [])
    }
}
