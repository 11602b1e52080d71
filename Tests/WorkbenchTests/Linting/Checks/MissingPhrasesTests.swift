import SourceText
import TestSupport
import Testing
import Workbench

@Suite("A phrase set that misses a language of the rulebook is found")
struct MissingPhrasesTests {
    @Test func findsThem() throws {
        try expectLint(
            .missingPhrases,
            "locales: [en, sl, af]\nphrases: {«hello»: {sl: [zdravo]}, bye: {en: [bye], sl: [adijo], af: [totsiens]}}\n",
            [
                .init(
                    .missingPhrases, message: "the phrase set `hello` has no `af`, `en`",
                    help: "list what is said in that language, as in `af: {match: [\"…\"]}`")
            ])
    }

    @Test(arguments: [
        "locales: [en-GB, sl]\nphrases: {hello: {en: [hello], sl: [zdravo]}}",
        "locales: [en]\nphrases: {hello: {en-GB: [hello]}}",
        "phrases: {hello: {en: [hello]}, bye: {sl: [adijo]}}",
    ])
    func leavesTheRestAlone(_ text: String) throws {
        try expectLint(.missingPhrases, text, [])
    }
}
