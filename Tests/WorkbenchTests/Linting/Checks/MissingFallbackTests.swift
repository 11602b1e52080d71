import SourceText
import TestSupport
import Testing
import Workbench

@Suite("A rulebook that does not say what an unlisted action leads to is found")
struct MissingFallbackTests {
    @Test(arguments: [
        (
            "rulebook: «care»\nactions: {a: }", "`care` does not say what an action leads to that no standard lists",
            "add `unlisted:` with `allow`, `justify`, `{escalate: ROLE}` or `deny`; without it, `deny`"
        )
    ])
    func findsIt(_ text: String, message: String, help: String) throws {
        try expectRulebookLint(.missingFallback, text, [.init(.missingFallback, message: message, help: help)])
    }

    @Test(arguments: [
        "rulebook: care\nunlisted: deny\nactions: {a: }",
        "rulebook: care\nevents: {a: }",
    ])
    func leavesTheRestAlone(_ text: String) throws {
        try expectRulebookLint(.missingFallback, text, [])
    }
}
