import SourceText
import TestSupport
import Testing
import Workbench

@Suite("Alternatives of several words around a stroke are found")
struct SplitAlternativeTests {
    @Test(arguments: [
        ("I am/I'm sorry", "I I'm"), ("we will/we’ll see", "we we’ll"), ("do not/don't know", "do don't"),
        ("can not/cannot help", "can cannot"), ("I'm/I am sorry", "I'm am"), ("thank you/thanks", "thank thanks"),
        ("good / bad news", "good bad"),
    ])
    func findsThem(_ expression: String, doubled: String) throws {
        try expectLint(
            .splitAlternative, "phrases: {a: {en: [«\"\(expression)\"», hello]}}\n",
            [
                .init(
                    .splitAlternative,
                    message: "a stroke parts the words beside it and no more: this listens for `\(doubled)`",
                    help: "write each way as an expression of its own")
            ])
    }

    @Test(arguments: [
        "I can/could help", "that is/was (really) kind", "open 24/7 for you", "come to today/tomorrow", "an/a apple",
        "good morning/afternoon/evening", "he/she will call", "I'm/we're sorry", "I (will) call/willcall",
        "you (again) again/later",
    ])
    func leavesTheRestAlone(_ expression: String) throws {
        try expectLint(.splitAlternative, "phrases: {a: {en: [\"\(expression)\"]}}\n", [])
    }
}
