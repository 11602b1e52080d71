import Audit
@testable import Reporting
import RulebookEngine
import Testing

@Suite("Each format escapes what it would read as its own")
struct EscapingTests {
    @Test(arguments: [
        ("<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;"), ("a\u{0}b\u{1B}", "a\u{FFFD}b\u{FFFD}"), ("x\ny", "x y"),
        ("čšž Привет", "čšž Привет"),
    ])
    func html(_ text: String, _ escaped: String) {
        #expect(HTMLText.escaped(text) == escaped)
        #expect(HTMLText.isolated(text) == "<bdi>\(escaped)</bdi>")
    }

    @Test(arguments: [
        ("a|b", "a\\|b"), ("`x`", "\\`x\\`"), ("<i>", "&lt;i&gt;"), ("@team", "&#64;team"),
        ("https://example.org", "https&#58;//example.org"), ("www.example.org", "www&#46;example.org"),
        ("[a](b)", "\\[a\\]\\(b\\)"), ("a\nb", "a b"), ("&amp;", "&amp;amp;"),
    ])
    func markdown(_ text: String, _ escaped: String) {
        #expect(MarkdownText.escaped(text) == escaped)
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@A1", "'@A1"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""),
        ("＝1", "'＝1"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("a=b", "a=b"), ("", ""),
    ])
    func csv(_ id: String, _ cell: String) throws {
        var synthetic = SyntheticReport(standards: [StandardSummary(id: "s", place: "p:1:1")])
        synthetic.event(id, "t", minute: 0)
        synthetic.finding(.met, standard: 0)
        let bytes = CSVRenderer().rendered(synthetic.report(rulebooks: [], inputs: []))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(
            text.hasSuffix(
                "approved_by,evidence\r\n\(cell),t,2026-11-01T08:00:00+01:00,s,met,major,must,,p:1:1,,,,,,,,,\r\n"))
    }

    @Test("no markup of a hostile log reaches the page")
    func hostilePage() {
        let page = String(decoding: HTMLRenderer().rendered(SyntheticReport.hostile), as: UTF8.self)
        #expect(!page.contains("<script"))
        #expect(!page.contains("<img"))
        #expect(!page.contains("<h1>owned"))
        #expect(!page.contains("href=\"http"))
        #expect(!page.contains("src=\""))
        #expect(page.contains("default-src 'none'"))
    }
}
