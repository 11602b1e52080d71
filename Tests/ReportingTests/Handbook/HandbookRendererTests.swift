import RulebookEngine
import RulebookModel
import SourceText
import TestSupport
import Testing
import Workbench

@testable import Reporting

@Suite("Books are set as pages and as Markdown")
struct HandbookRendererTests {
    private static let text = """
        rulebook: desk
        title: {en: "Our \\"desk\\"", sl: Naša služba}
        version: 3
        effective: {from: 2026-11-01}
        currency: EUR
        roles: [agent, boss]
        settings: {most: {title: The most, choose: [{until: 2027-01-01, value: 5 EUR}, {from: 2027-01-01, value: 6 EUR}]}}
        entities: {agent: {role: role}, customer: {tier: {enum: [plain, gold]}}}
        actions:
          gift.give: {title: {en: Give a gift, sl: Darilo}, about: customer, fields: {count: int, value: money, note: string}}
        events: {asked: {title: A question}, answered: {title: An answer}}
        standards:
          gifts.count:
            title: {en: Gifts, sl: Darila}
            because: Small things count.
            owner: care
            severity: critical
            on: gift.give
            for: {customer.tier: plain}
            say: {en: This is for you., sl: To je za vas.}
            allowance: {sum: event.count, window: each, steps: [{up_to: 1}, {up_to: 3, needs: reason}, {needs: approval, from: boss}]}
          gifts.value:
            title: The value of a gift
            on: gift.give
            require: {any: {small: event.value <= settings.most, explained: 'event.note.matches("[a-z]+")'}}
            instead: I will ask for you.
          answers.steps: {title: Answers, timeline: {steps: [asked, answered], order: relative, within: 1h}}
          answers.soon: {title: Soon, force: should, timeline: {after: asked, expect: answered, within: 1 day}}

        """

    private static let hostile = """
        rulebook: desk
        title: "<script>alert(1)</script> \\"'&amp; [x](http://example.org) </style>"
        version: "1</style><script>"
        roles: ["agent"]
        entities: {agent: {role: role}}
        actions: {gift.give: {title: "<img src=x onerror=alert(1)> | `code` *bold*", fields: {note: {type: string, title: "a\\" onmouseover=\\"x"}}}}
        standards:
          gifts:
            title: "</h3><h1>owned</h1>"
            because: "<!-- \\u202Egnp.exe --> <b>bold</b>"
            source: "<iframe src=http://example.org>"
            owner: "javascript:alert(1)"
            on: gift.give
            require: {"<svg onload=alert(1)>": event.note != "<x>"}
            say: "</blockquote><script>"
            instead: "<a href=\\"http://example.org\\">@team www.example.org</a>"
        handbook:
          chapters:
            telephone: {title: "</title><script>alert(2)</script>", standards: gifts}
            stages: {text: "# not a heading\\n\\n| a |"}
            policy: {text: x}
            appearance: {text: x}
            nonstandard: {text: x}

        """

    private func book(_ text: String, _ kind: HandbookKind, locale: String = "en", role: String? = "agent") throws
        -> Handbook
    {
        var diagnostics = DiagnosticCollector()
        let rulebook = RulebookLoader.load(
            RulebookFiles(root: SourceFile(name: "desk/rulebook.yaml", text: text)), diagnostics: &diagnostics)
        #expect(!diagnostics.hasErrors, "\(PlainRenderer().render(diagnostics.sorted))")
        return try HandbookMaker(CompiledVersions(try #require(rulebook)), version: 0, tests: [])
            .make(kind, role: role, locale: locale)
    }

    @Test(arguments: [
        ("booklet", HandbookKind.booklet, "en"), ("booklet-sl", .booklet, "sl"), ("card", .card, "en"),
        ("register", .register, "en"),
    ])
    func golden(_ name: String, _ kind: HandbookKind, _ locale: String) throws {
        let book = try book(Self.text, kind, locale: locale)
        let html = try Golden.difference(
            of: HandbookHTMLRenderer().render(book), from: "ReportingTests/Golden/handbook-\(name).html")
        #expect(html == nil)
        let markdown = try Golden.difference(
            of: HandbookMarkdownRenderer().render(book), from: "ReportingTests/Golden/handbook-\(name).md")
        #expect(markdown == nil)
    }

    @Test("no markup of a rulebook reaches the page", arguments: HandbookKind.allCases)
    func hostilePage(_ kind: HandbookKind) throws {
        let page = String(decoding: HandbookHTMLRenderer().render(try book(Self.hostile, kind)), as: UTF8.self)
        for markup in [
            "<script", "<img", "<h1>owned", "<iframe", "<svg", "<b>", "<!--", "href=\"http", "src=\"",
            " onmouseover=\"",
        ] { #expect(!page.contains(markup), "\(markup)") }
        #expect(page.ranges(of: "<style>").count == 1)
        #expect(page.ranges(of: "</style>").count == 1)
        #expect(page.ranges(of: "</title>").count == 1)
        #expect(page.contains("default-src 'none'"))
    }

    @Test("nor Markdown's", arguments: HandbookKind.allCases)
    func hostileMarkdown(_ kind: HandbookKind) throws {
        let text = String(decoding: HandbookMarkdownRenderer().render(try book(Self.hostile, kind)), as: UTF8.self)
        for markup in [
            "<script", "<img", "<h1", "<iframe", "<svg", "<b>", "<!--", "[x](", "http://", "www.", "@team",
            "\n# not", "\u{202E}",
        ] { #expect(!text.contains(markup), "\(markup)") }
        // Each row has as many cells as its header.
        var columns: Int?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("| ") else {
                columns = nil
                continue
            }
            let cells = line.replacing("\\|", with: "").split(separator: "|").count
            #expect(cells == columns ?? cells, "\(line)")
            columns = cells
        }
    }

    @Test("the same book is the same bytes", arguments: HandbookKind.allCases)
    func deterministic(_ kind: HandbookKind) throws {
        let text = kind == .regulation ? Self.hostile : Self.text
        let first = HandbookHTMLRenderer().render(try book(text, kind))
        let second = HandbookHTMLRenderer().render(try book(text, kind))
        #expect(first == second)
    }

    @Test("every link leads to a place of the page, and no place has two")
    func links() throws {
        let page = String(decoding: HandbookHTMLRenderer().render(try book(Self.text, .booklet)), as: UTF8.self)
        let places = page.matches(of: /\ id="([^"]*)"/).map { String($0.1) }
        #expect(Set(places).count == places.count)
        for link in page.matches(of: /href="#([^"]*)"/) { #expect(places.contains(String(link.1))) }
    }

    @Test(arguments: [
        ("plain 1.0", "\"plain 1.0\""), ("a\"b", "\"a\\22 b\""), ("</style>", "\"\\3c \\2f style\\3e \""),
        ("\\", "\"\\5c \""), ("a\nb", "\"a b\""), ("č…", "\"\\10d \\2026 \""),
    ])
    func css(_ text: String, _ quoted: String) { #expect(CSSText.quoted(text) == quoted) }

    @Test("paper has its size")
    func paper() throws {
        let book = try book(Self.text, .booklet)
        let page = String(decoding: HandbookHTMLRenderer(paper: .a5).render(book), as: UTF8.self)
        #expect(page.contains("@page { size: A5;"))
    }
}
