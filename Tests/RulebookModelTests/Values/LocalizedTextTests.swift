import RulebookModel
import SourceText
import Testing

@Suite("A text is given in the language that is asked for, or the nearest")
struct LocalizedTextTests {
    private static let text = LocalizedText(
        entries: [
            .init(locale: "en", text: "hello"), .init(locale: "sl", text: "zdravo"),
            .init(locale: "pt-BR", text: "olá"),
        ], range: SourceFile(name: "test.yaml", text: "").wholeRange)

    @Test(arguments: [
        ("en", "hello"), ("en-GB", "hello"), ("sl", "zdravo"), ("sl_SI", "zdravo"), ("pt-BR", "olá"), ("pt", "hello"),
        ("", "hello"), ("de", "hello"),
    ])
    func chooses(_ locale: String, expected: String) {
        #expect(Self.text.text(for: locale) == expected)
    }

    @Test func aSingleTextHasNoLanguage() {
        let single = LocalizedText(entries: [.init(locale: "", text: "hi")], range: Self.text.range)
        #expect(single.locales.isEmpty)
        #expect(single.text(for: "sl") == "hi")
        #expect(Self.text.locales == ["en", "sl", "pt-BR"])
    }
}
