import SourceText
import TestSupport
import Testing
import Workbench

@Suite("An expression that an exception swallows is found")
struct UnheardExpressionTests {
    @Test(arguments: [
        ("en: {match: [«\"no problem\"», \"no way\"], except: [\"no problem\"]}", "no problem", "no problem"),
        ("en: {match: [«\"cannot\"», never], except: [\"can~\"]}", "cannot", "can~"),
        ("en: {match: [never], say: «\"No, thanks\"», except: [\"no thank~\"]}", "No, thanks", "no thank~"),
        ("en: {match: [never], sentence: [«\"no/nope sir\"»], except: [\"no~ sir\"]}", "no/nope sir", "no~ sir"),
        ("en: {match: [never, «\"ask * later\"»], except: [\"ask * later\"]}", "ask * later", "ask * later"),
    ])
    func findsThem(_ group: String, expression: String, exception: String) throws {
        try expectLint(
            .unheardExpression, "phrases:\n  no:\n    \(group)\n",
            [
                .init(
                    .unheardExpression,
                    message: "`\(expression)` is never heard: the exception `\(exception)` is something else",
                    help: "leave one of them out")
            ])
    }

    @Test(
        "what is said in another way as well, in another language, or beside an exception, is heard",
        arguments: [
            "{en: {match: [\"no\"], except: [\"no problem\"]}}",
            "{en: {match: [\"no problem at all\"], except: [\"no problem\"]}}",
            "{en: {match: [\"no (big) problem\"], except: [\"no problem\"]}}",
            "{en: {match: [\"can~\"], except: [\"cannot\"]}}",
            "{en: {match: [\"ask * later\"], except: [\"ask me later\"]}}",
            "{en: {match: [\"no\"]}, sl: {match: [ne], except: [\"no\"]}}",
        ])
    func leavesTheRestAlone(_ set: String) throws {
        try expectLint(.unheardExpression, "phrases: {no: \(set)}\n", [])
    }
}
