import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("A rulebook says what its books are made of")
struct HandbookReaderTests {
    private static let standards = """
        standards:
          coupons.few: {on: coupon.issue, require: {not many: event.count < 3}}
          coupons.cheap: {on: coupon.issue, require: event.value <= "20 EUR"}
          refunds.small: {on: refund.pay, require: event.amount <= "50 EUR"}

        """

    @Test("chapters name standards by id, by pattern and by file, in the order of the book")
    func chapters() throws {
        let (loaded, diagnostics) = CareDesk.load(
            """
            rulebook: test
            currency: EUR
            include: [vocabulary.yaml, b.yaml, a.yaml]
            handbook:
              chapters:
                money:
                  title: {en: Money, sl: Denar}
                  text: What we pay.
                  roles: agent
                  standards: [refunds.*, coupons.cheap]
                  sections:
                    rings: {files: a.yaml}
                rest: {standards: coupons.*}
            """,
            files: ["b.yaml": Self.standards, "a.yaml": "standards: {ring.never: {on: ring, forbid: 1 == 1}}"])
        #expect(diagnostics.isEmpty, "\(PlainRenderer().render(diagnostics))")
        let rulebook = try #require(loaded)
        let chapters = rulebook.handbook.chapters
        #expect(chapters.map(\.id) == ["money", "rest"])
        #expect(chapters[0].standards == ["refunds.small", "coupons.cheap"])
        #expect(chapters[0].roles == ["agent"])
        #expect(chapters[0].sections.map(\.standards) == [["ring.never"]])
        #expect(chapters[0].allStandards == ["refunds.small", "coupons.cheap", "ring.never"])
        #expect(chapters[1].standards == ["coupons.few"], "what a chapter before has is not taken twice")
        #expect(rulebook.handbook.order == ["coupons.few", "coupons.cheap", "refunds.small", "ring.never"])
        #expect(rulebook.paths == ["test.yaml", "a.yaml", "b.yaml", "vocabulary.yaml"])
    }

    @Test("without a handbook there are no chapters, and the standards come as they are written")
    func none() throws {
        let rulebook = try CareDesk.rulebook(Self.standards)
        #expect(rulebook.handbook.chapters.isEmpty)
        #expect(rulebook.handbook.range == nil)
        #expect(rulebook.handbook.order == ["coupons.few", "coupons.cheap", "refunds.small"])
    }

    @Test("words are given for names that have no title")
    func words() throws {
        let rulebook = try CareDesk.rulebook(
            Self.standards + """
                handbook:
                  words:
                    supervisor: {sl: nadzornik}
                    customer: {sl: stranka}
                    customer.tier: {sl: raven}
                    gold: {sl: zlata}
                    event.count: {sl: število}
                    agent.turn: {sl: svetovalec govori}
                    not many: {sl: ne veliko}
                """)
        #expect(rulebook.handbook.words.count == 7)
        #expect(rulebook.handbook.words["not many"]?.text(for: "sl") == "ne veliko")
    }

    @Test(arguments: [
        ("handbook: {«chapter»: {}}", "`handbook` has no key `chapter`", "did you mean `chapters`?"),
        (
            "handbook: {chapters: {money: {standards: «refund.*»}}}", "no standard matches `refund.*`",
            "the standards are coupons.few, coupons.cheap, refunds.small"
        ),
        (
            "handbook: {chapters: {money: {standards: «refunds.smal»}}}", "no standard is named `refunds.smal`",
            "did you mean `refunds.small`?"
        ),
        (
            "handbook: {chapters: {«money»: {}}}", "the chapter `money` needs the key `standards`",
            "name its standards, as in `standards: calls.*`, or its `files`, or write its `text`"
        ),
        (
            "handbook: {chapters: {money: {standards: refunds.*, roles: «agnet»}}}", "no role is named `agnet`",
            "did you mean `agent`?"
        ),
        (
            "handbook: {chapters: {money: {files: «vocabulary.yaml»}}}",
            "there is no standard in `vocabulary.yaml`", "name a file with standards"
        ),
        (
            "handbook: {words: {«custmer»: stranka}}", "the rulebook does not use the name `custmer`",
            "did you mean `customer`?"
        ),
        (
            "handbook: {chapters: {a: {standards: refunds.small}, b: {standards: «refunds.small»}}}",
            "the standard `refunds.small` stands in a chapter already",
            "it was taken at test.yaml:8:38; name it there or here"
        ),
    ])
    func refuses(_ text: String, _ message: String, _ help: String) {
        let source = MarkedSource(CareDesk.header + Self.standards + text)
        let (rulebook, diagnostics) = CareDesk.load(source.file)
        #expect(rulebook == nil)
        #expect(diagnostics.map(\.message) == [message])
        #expect(diagnostics.map(\.help) == [help])
        #expect(diagnostics.map(\.range) == source.marks)
    }

    @Test("there is one handbook in all files")
    func twice() {
        let (rulebook, diagnostics) = CareDesk.load(
            CareDesk.header + "handbook: {words: {}}\n",
            files: ["vocabulary.yaml": CareDesk.vocabulary + "\nhandbook: {}\n"])
        #expect(rulebook == nil)
        #expect(diagnostics.map(\.code) == [.duplicateDefinition])
    }
}
