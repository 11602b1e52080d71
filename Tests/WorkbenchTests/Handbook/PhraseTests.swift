import Testing
import Workbench

@Suite("Phrase sets tell what to say, what not, and what instead")
struct PhraseTests {
    private static let text = """
        rulebook: desk
        locales: [en, sl]
        entities: {agent: {name: string}}
        events:
          utterance: {title: {en: Somebody speaks, sl: Nekdo govori}, fields: {text: string}}
        phrases:
          greeting:
            title: {en: The greeting, sl: Pozdrav}
            en: {say: "Hello, this is {agent.name}.", match: [hello, good morning]}
            sl: {say: "Pozdravljeni, tukaj {agent.name}.", match: [dober dan]}
          refusal:
            title: {en: It is not my job, sl: To ni moje delo}
            avoid: true
            en: {match: ["that * not my job", "refund~"], instead: "May I transfer you?"}
            sl: {match: ["to ni moje delo"], instead: "Vas lahko premestim?"}
          thanks: {en: [thank you]}
        standards:
          greet: {title: {en: Greet, sl: Pozdravimo}, on: utterance, require: says("greeting"), instead: greeting}
          help: {title: {en: Help, sl: Pomagamo}, on: utterance, forbid: says("refusal")}
          thank: {title: {en: Thank, sl: Zahvalimo se}, on: utterance, require: [not says("refusal"), timesSaid("thanks") >= 1]}
        """

    @Test("beside the standards that listen for them")
    func standards() throws {
        let lines = try BookBench(text: Self.text).lines()
        func rule(_ title: String, upTo id: String) -> [String] {
            guard let start = lines.firstIndex(of: title), let end = lines[start...].firstIndex(of: id) else {
                return []
            }
            return Array(lines[(start + 2)..<end])
        }
        #expect(
            rule("1.1 Greet", upTo: "greet") == [
                "What is asked: “The greeting” is said", "Say: “Hello, this is [agent name].”",
                "If it is not possible, say: “Hello, this is [agent name].”",
            ])
        #expect(
            rule("1.2 Help", upTo: "help") == [
                "What must not be: “It is not my job” is said", "Do not say: “that … not my job · refund”",
                "Say instead: “May I transfer you?”",
            ])
        #expect(
            rule("1.3 Thank", upTo: "thank").prefix(3) == [
                "What is asked:", "- “It is not my job” is not said", "- Times “thanks” is said: at least 1",
            ])
    }

    @Test("and all together in a chapter, in the language of the book")
    func chapter() throws {
        let book = try BookBench(text: Self.text).book(locale: "sl")
        let chapter = try #require(book.chapters.first { $0.id == "phrases" })
        #expect(chapter.title.plain == "Kaj govorimo in česa ne")
        #expect(
            chapter.blocks.flatMap(\.lines) == [
                "Pozdrav", "Povejte: “Pozdravljeni, tukaj [agent name].”", "To ni moje delo",
                "Ne recite: “to ni moje delo”", "Raje povejte: “Vas lahko premestim?”", "Thanks",
                "Na primer: “thank you”",
            ])
        #expect(book.notices.count == 1, "one set is in English only")
    }

    @Test("instances are sentences: without what may be left out, and with one of the words to choose from")
    func instances() throws {
        let text = """
            rulebook: calls
            events: {heard: {fields: {text: string}}}
            phrases: {no: {avoid: true, en: ["that (really) is/was no/nobody's job", "that is no job", "24/7 open"]}}
            standards: {a: {on: heard, forbid: says("no")}}
            """
        let lines = try BookBench(text: text).lines()
        #expect(lines.contains("Do not say: “that is no job · 24/7 open · …”"))
    }
}
