import SourceText
import TestSupport
import Testing
import Workbench

@Suite("Actions without anybody who does them are found")
struct MissingActorTests {
    @Test(arguments: [
        (
            "rulebook: care\nactions: {«a»: }", "nobody does `a`: the vocabulary has no entity `agent`",
            "declare it, as in `agent: {role: role}`, so that limits and reports can tell who acts"
        )
    ])
    func findsIt(_ text: String, message: String, help: String) throws {
        try expectRulebookLint(.missingActor, text, [.init(.missingActor, message: message, help: help)])
    }

    @Test(arguments: [
        "rulebook: care\nentities: {agent: {name: string}}\nactions: {a: }",
        "rulebook: care\nevents: {a: }",
    ])
    func leavesTheRestAlone(_ text: String) throws {
        try expectRulebookLint(.missingActor, text, [])
    }
}
