import SourceText
import TestSupport
import Testing
import Workbench

@Suite("Chapters are those of the rulebook's handbook; a regulation has its fixed ones")
struct ChapterTests {
    private static let standards = """
        talk: {title: Talk, on: call.end, require: 1 == 1}
        hello: {title: Greet, timeline: {after: call.began, expect: hello, within: 10s}}
        odd: {title: Ask, on: refund.pay, require: event.sure, otherwise: {escalate: boss}}
        """

    private static let complete = """
        handbook:
          chapters:
            telephone: {standards: talk}
            stages:
              sections:
                begin: {title: {en: The beginning, sl: Začetek}, text: {en: The first ten seconds., sl: Prvih deset sekund.}, standards: hello}
            policy: {text: We answer for what we sell.}
            appearance: {text: Badge and uniform.}
            nonstandard: {standards: odd}
        """

    @Test("the fixed chapters have headings in every language")
    func headings() throws {
        let bench = try BookBench(Self.standards, handbook: Self.complete)
        #expect(
            try bench.book(.regulation).chapters.map(\.title.plain) == [
                "On the telephone", "The stages of a contact", "Our service policy", "Appearance and conduct",
                "Situations outside the rules",
            ])
        #expect(
            try bench.book(.regulation, locale: "lv").chapters.map(\.title.plain) == [
                "Pa tālruni", "Saziņas posmi", "Mūsu apkalpošanas politika", "Izskats un uzvedība",
                "Nestandarta situācijas",
            ])
    }

    @Test("a regulation tells the record of each standard, and ends with what no rule names")
    func regulation() throws {
        let lines = try BookBench(Self.standards, handbook: Self.complete).lines(.regulation)
        #expect(
            lines == [
                "1 On the telephone", "1.1 Talk", "Applies to: End the call", "What is asked: 1 == 1",
                "Otherwise: not possible", "talk",
                "2 The stages of a contact", "The beginning", "The first ten seconds.", "2.1 Greet",
                "Applies to: A call began",
                "What is asked: After “A call began” comes “We said hello” within 10 seconds.", "hello",
                "3 Our service policy", "We answer for what we sell.", "4 Appearance and conduct", "Badge and uniform.",
                "5 Situations outside the rules", "5.1 Ask", "Applies to: Pay a refund", "What is asked: Sure: yes",
                "Otherwise: with approval: boss", "odd", "What no rule names: Needs approval: boss.",
            ])
    }

    @Test(
        "T27: a regulation that lacks a chapter is not made, and the error says where and how to mend it",
        arguments: ["telephone", "stages", "policy", "appearance", "nonstandard"])
    func lacking(_ chapter: String) throws {
        let kept = Self.complete.split(separator: "\n").filter { line in
            chapter == "stages"
                ? !line.contains("stages") && !line.contains("sections") && !line.contains("begin:")
                : !line.contains("\(chapter):")
        }.joined(separator: "\n")
        let bench = try BookBench(Self.standards, handbook: kept)
        do {
            _ = try bench.book(.regulation)
            Issue.record("the regulation must be refused")
        } catch HandbookError.invalid(let diagnostics) {
            #expect(diagnostics.sorted.map(\.code) == [.missingChapter])
            let found = try #require(diagnostics.sorted.first)
            #expect(found.message.hasPrefix("a regulation has a chapter `\(chapter)` ("))
            #expect(found.help?.contains("`chapters: {\(chapter): {standards: …}}`") == true)
            #expect(found.range.text.hasPrefix("chapters:"))
        }
        #expect(throws: Never.self) { try bench.book(.booklet) }
    }

    @Test("a rulebook without a handbook lacks all of them, at its beginning")
    func none() throws {
        do {
            _ = try BookBench(Self.standards).book(.regulation)
            Issue.record("the regulation must be refused")
        } catch HandbookError.invalid(let diagnostics) {
            #expect(diagnostics.sorted.map(\.code) == Array(repeating: .missingChapter, count: 5))
            #expect(diagnostics.sorted.map(\.range.place) == Array(repeating: "shop/rulebook.yaml:1:1", count: 5))
        }
    }

    @Test("what no chapter names comes last")
    func rest() throws {
        let book = try BookBench(Self.standards, handbook: "handbook: {chapters: {talks: {standards: talk}}}").book()
        #expect(book.chapters.map(\.title.plain) == ["Talks", "Other rules", "What no rule names"])
    }

    @Test("a chapter for some roles is in their books, and in those for everybody")
    func readers() throws {
        let bench = try BookBench(
            Self.standards,
            handbook:
                "handbook: {chapters: {talks: {standards: talk}, house: {roles: [lead, boss], standards: [hello, odd]}}}"
        )
        #expect(try bench.book(role: "agent").chapters.map(\.id) == ["talks", "no-rule"])
        #expect(try bench.book(role: "lead").chapters.map(\.id) == ["talks", "house", "no-rule"])
        #expect(try bench.book().chapters.map(\.id) == ["talks", "house", "no-rule"])
    }

    @Test("an unknown language or role is refused with those that are known")
    func unknown() throws {
        let bench = try BookBench(Self.standards)
        do {
            _ = try bench.book(locale: "de")
            Issue.record("must be refused")
        } catch HandbookError.unknownLanguage(let tag, let known) {
            #expect(tag == "de" && known == ["af", "en", "lv", "ru", "sl"])
        }
        do {
            _ = try bench.book(role: "chef")
            Issue.record("must be refused")
        } catch HandbookError.unknownRole(let role, let known) {
            #expect(role == "chef" && known == ["agent", "lead", "boss"])
        }
    }
}
