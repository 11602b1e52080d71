import SourceText
import TestSupport
import Testing
import Workbench

@Suite("A clock of days within one conversation is found")
struct UnpairedClockTests {
    @Test(
        arguments: [
            (
                """
                events: {asked: {}, answered: {fields: {marks: int}}}
                standards: {«a»: {timeline: {after: asked, expect: answered, within: 2 days}}}
                """,
                "the clock of `a` runs 2 days within one interaction, which is over by then",
                "add `per:` with what both events have, such as `per: customer` or `per: case`"
            ),
            (
                """
                events: {asked: {}, answered: {fields: {marks: int}}}
                standards: {«a»: {timeline: {after: asked, expect: answered, within: 48h}}}
                """,
                nil, nil
            ),
        ] as [(String, String?, String?)])
    func findsThem(_ text: String, message: String?, help: String?) throws {
        try expectLint(.unpairedClock, text, [.init(.unpairedClock, message: message, help: help)])
    }

    @Test(arguments: [
        """
        events: {asked: {}, answered: {fields: {marks: int}}}
        standards: {a: {timeline: {after: asked, expect: answered, within: 2 days, per: everyone}}}
        """,
        """
        events: {asked: {}, answered: {fields: {marks: int}}}
        standards: {a: {timeline: {after: asked, expect: answered, within: 2 days, per: customer}}}
        """,
        """
        events: {asked: {}, answered: {fields: {marks: int}}}
        standards: {a: {timeline: {after: asked, expect: answered, within: 2h}}}
        """,
        """
        events: {asked: {}, answered: {fields: {marks: int}}}
        standards: {a: {timeline: {after: asked, expect: answered, within: 2 days, per: interaction}}}
        """,
    ])
    func leavesTheRestAlone(_ text: String) throws {
        try expectLint(.unpairedClock, text, [])
    }
}
