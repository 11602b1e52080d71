import SourceText
import TestSupport
import Testing
import Workbench

@Suite("A text that lacks one of the rulebook's languages is found")
struct MissingTranslationTests {
    @Test(arguments: [
        "title: {en: Test, sl: Test}", "title: Test\nstandards: {a: {on: coupon.issue, require: true, say: Hello}}",
        "locales: [en, sl]\ntitle: Test", "locales: en\nstandards: {a: {on: coupon.issue, require: true, say: Hello}}",
        "locales: [en, en-GB]\ntitle: {en: Test}",
    ])
    func leavesWholeTextsAlone(_ text: String) throws {
        try expectLint(.missingTranslation, text, [])
    }

    @Test(arguments: [
        ("title: {en: Test, sl: Test}\nsettings: {a: {value: 1, title: «{en: One}»}}", "this text has no `sl`"),
        ("locales: [en, sl, de]\ntitle: «{en: Test}»", "this text has no `de`, `sl`"),
        ("title: {en: Test, sl: Test}\nevents: {ring: {title: «{sl: Zvoni}»}}", "this text has no `en`"),
        (
            "title: {en: Test, sl: Test}\nstandards: {a: {on: coupon.issue, manual: {tone: «{en: Kind?}», facts: True?}}}",
            "this text has no `sl`"
        ),
        (
            "title: {en: Test, sl: Test}\nstandards: {a: {on: coupon.issue, require: true, instead: «{en: Sorry}»}}",
            "this text has no `sl`"
        ),
    ])
    func findsThem(_ text: String, message: String) throws {
        try expectLint(
            .missingTranslation, text,
            [
                .init(
                    .missingTranslation, message: message,
                    help: "add the language, or write one text for all of them")
            ])
    }

    @Test func wordsToCustomersNeedEveryListedLanguage() throws {
        try expectLint(
            .missingTranslation,
            "locales: [en, sl]\nstandards: {a: {on: coupon.issue, require: true, because: Fair, say: «Hello», instead: «Sorry»}}",
            [
                .init(
                    .missingTranslation,
                    message: "customers would hear this in one language; the rulebook has `en`, `sl`",
                    help: "write a text for each, as in `{en: …, sl: …}`"),
                .init(.missingTranslation),
            ])
    }
}
