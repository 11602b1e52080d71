import SourceText
import TestSupport
import Testing
import Workbench

@Suite("A rulebook that recognises nothing is found")
struct MissingRecognitionTests {
    @Test(arguments: [
        (
            "rulebook: «care»\nevents: {a: }\nstandards: {s: {on: a, manual: Was it so?}}",
            "`care` recognises nothing: no standard has `force: may`",
            "say with `force: may` what deserves thanks; rules do not work without a motive to keep them"
        )
    ])
    func findsIt(_ text: String, message: String, help: String) throws {
        try expectRulebookLint(.missingRecognition, text, [.init(.missingRecognition, message: message, help: help)])
    }

    @Test(arguments: [
        "rulebook: care\nevents: {a: }\nstandards: {s: {force: may, on: a, manual: Was it so?}}",
        "rulebook: care",
    ])
    func leavesTheRestAlone(_ text: String) throws {
        try expectRulebookLint(.missingRecognition, text, [])
    }
}
