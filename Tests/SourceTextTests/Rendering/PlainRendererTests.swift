import SourceText
import TestSupport
import Testing

@Suite("Diagnostics are shown with their line and carets under the range")
struct PlainRendererTests {
    private let code = Diagnostic.Code(rawValue: "RB0207")

    private func render(
        _ marked: String, _ message: String = "wrong", severity: Diagnostic.Severity = .error, labels: [String] = [],
        help: String? = nil, replacement: String? = nil, width: Int = PlainRenderer.defaultWidth
    ) -> String {
        let source = MarkedSource(marked, name: "a.yaml")
        let range = source.marks[0]
        let diagnostic = Diagnostic(
            code: code, severity: severity, message: message, range: range,
            labels: zip(source.marks.dropFirst(), labels).map { Diagnostic.Label(range: $0, message: $1) }, help: help,
            fixIts: replacement.map { [Diagnostic.FixIt(range: range, replacement: $0)] } ?? [])
        return PlainRenderer(width: width).render([diagnostic])
    }

    @Test("A range in the middle of a line, with help beside it")
    func simple() {
        #expect(
            render(
                "standards:\n  budget: «goodwil»\n", "no budget is named `goodwil`",
                help: "did you mean `goodwill`?") == """
                    error[RB0207]: no budget is named `goodwil`
                     --> a.yaml:2:11
                    2 |   budget: goodwil
                      |           ^^^^^^^ help: did you mean `goodwill`?

                    """)
    }

    @Test("Long help has a line of its own")
    func longHelp() {
        let help = String(repeating: "word ", count: 20)
        #expect(
            render("a: «b»", help: help) == """
                error[RB0207]: wrong
                 --> a.yaml:1:4
                1 | a: b
                  |    ^
                  = help: \(help)

                """)
    }

    @Test("Labels stand in the order of the file, a gap between lines is shown")
    func labels() {
        let source = MarkedSource("«a»: 1\nb: 2\n\n\n\n\n\n\nc: 3\n«a»: 2\n", name: "a.yaml")
        let diagnostic = Diagnostic(
            code: code, severity: .warning, message: "twice", range: source.marks[1],
            labels: [Diagnostic.Label(range: source.marks[0], message: "first here")])
        #expect(
            PlainRenderer().render([diagnostic]) == """
                warning[RB0207]: twice
                  --> a.yaml:10:1
                 1 | a: 1
                   | - first here
                ...
                10 | a: 2
                   | ^

                """)
    }

    @Test("A label in another file names its place")
    func labelElsewhere() {
        let here = MarkedSource("«a»: 1", name: "a.yaml")
        let there = MarkedSource("x\n  «a»: 2", name: "b.yaml")
        let diagnostic = Diagnostic(
            code: code, severity: .advice, message: "twice", range: here.marks[0],
            labels: [Diagnostic.Label(range: there.marks[0], message: "first here")])
        #expect(
            PlainRenderer().render([diagnostic]) == """
                advice[RB0207]: twice
                 --> a.yaml:1:1
                1 | a: 1
                  | ^
                 --> b.yaml:2:3: first here

                """)
    }

    @Test("A change is shown as the mended line")
    func suggestion() {
        #expect(
            render("when: «a ? b : c»", replacement: "'a ? b : c'") == """
                error[RB0207]: wrong
                 --> a.yaml:1:7
                1 | when: a ? b : c
                  |       ^^^^^^^^^
                1 + when: 'a ? b : c'

                """)
    }

    @Test("A change over several lines is told in words")
    func longSuggestion() {
        #expect(
            render("a: «b\n  c»", replacement: "'b c'").contains("= suggestion: at a.yaml:1:4, replace with `'b c'`"))
    }

    @Test(
        "Carets stand under tabs, wide letters and combining marks",
        arguments: [
            ("\ta: «b»", "1 |     a: b", "  |        ^"),
            ("a:\t«b»", "1 | a:  b", "  |     ^"),
            ("名前: «値段»", "1 | 名前: 値段", "  |       ^^^^"),
            ("e\u{301}: «b»", "1 | e\u{301}: b", "  |    ^"),
            ("a: «e\u{301}»", "1 | a: e\u{301}", "  |    ^"),
            ("😀: «b»", "1 | 😀: b", "  |     ^"),
            ("a: b«»", "1 | a: b", "  |     ^"),
            ("«»", "1 |", "  | ^"),
            ("a: «b\n  c»", "1 | a: b", "  |    ^…"),
        ])
    func columns(_ marked: String, line: String, carets: String) {
        let lines = render(marked).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.dropFirst(2).prefix(2).map(String.init) == [line, carets])
    }

    @Test("Of a long line, the part around the range is shown", arguments: [0, 40, 500, 5_000, 100_000])
    func longLines(_ distance: Int) {
        let text =
            String(repeating: "x ", count: distance / 2) + "«mark»" + String(repeating: " y", count: distance / 2)
        let lines = render(text).split(separator: "\n").map(String.init)
        #expect(lines.allSatisfy { $0.count <= 110 })
        let caret = lines[3].firstIndex(of: "^").map { lines[3].distance(from: lines[3].startIndex, to: $0) } ?? 0
        #expect(lines[2].dropFirst(caret).hasPrefix("mark"))
        #expect(lines[3].hasSuffix("^^^^"))
        #expect(lines[2].hasPrefix("1 | …") == (distance > 100))
    }

    @Test("Nothing that a terminal would obey is let through")
    func terminalInjection() {
        let source = SourceFile(name: "a\u{1B}[2J.yaml", text: "a: \u{1B}]0;x\u{7}\u{202E}b\u{9B}31m\r\n")
        let range = SourceRange(file: source, lowerBound: 3, upperBound: 4)
        let evil = "x\u{1B}[31m\ny\u{8}\u{2067}"
        let diagnostic = Diagnostic(
            code: code, severity: .error, message: evil, range: range,
            labels: [Diagnostic.Label(range: range, message: evil)], help: evil,
            fixIts: [Diagnostic.FixIt(range: range, replacement: evil)])
        let output = PlainRenderer().render([diagnostic])
        #expect(!output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(
            !output.unicodeScalars.contains { (0x7F...0x9F).contains($0.value) || (0x202A...0x2069).contains($0.value) }
        )
        #expect(output.contains("a: <U+001B>]0;x<U+0007><U+202E>b"))
        #expect(output.contains("x<U+001B>[31m<U+000A>y<U+0008><U+2067>"))
        let colored = ANSIRenderer().render([diagnostic])
        #expect(!colored.contains("\u{1B}[2J") && !colored.contains("\u{9B}"))
    }

    @Test("Wrong UTF-8 is shown as such and keeps the columns")
    func wrongUTF8() {
        let file = SourceFile(name: "a.yaml", utf8: Array("a: ".utf8) + [0xFF, 0xC3] + Array("b".utf8))
        let range = SourceRange(file: file, lowerBound: 5, upperBound: 6)
        let lines = PlainRenderer().render([Diagnostic(code: code, severity: .error, message: "m", range: range)])
            .split(separator: "\n").map(String.init)
        #expect(lines[2] == "1 | a: \u{FFFD}\u{FFFD}b")
        #expect(lines[3] == "  |      ^")
    }

    @Test("The last line sums up")
    func summary() {
        var collector = DiagnosticCollector(limit: 3)
        #expect(PlainRenderer().render(collector) == "")
        let files = ["a.yaml", "b.yaml"].map { SourceFile(name: $0, text: "abcdef") }
        for (index, severity) in [Diagnostic.Severity.error, .error, .warning, .error, .error].enumerated() {
            let range = SourceRange(file: files[index % 2], lowerBound: index, upperBound: index + 1)
            collector.add(Diagnostic(code: code, severity: severity, message: "m", range: range))
        }
        let output = PlainRenderer().render(collector)
        #expect(output.hasSuffix("\n\n2 errors, 1 warning in 2 files; 2 more not shown\n"))
        #expect(output.ranges(of: "-->").count == 3)
    }

    @Test("Colours change nothing but colours")
    func ansi() {
        let source = MarkedSource("a: «b» «c»", name: "a.yaml")
        let diagnostic = Diagnostic(
            code: code, severity: .error, message: "wrong", range: source.marks[0],
            labels: [Diagnostic.Label(range: source.marks[1], message: "here")], help: "mend it",
            fixIts: [Diagnostic.FixIt(range: source.marks[0], replacement: "d")])
        let colored = ANSIRenderer().render([diagnostic])
        #expect(colored.contains("\u{1B}[1;31merror[RB0207]\u{1B}[0m"))
        #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == PlainRenderer().render([diagnostic]))
    }
}
