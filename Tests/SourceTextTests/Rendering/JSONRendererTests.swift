import SourceText
import TestSupport
import Testing

@Suite("Diagnostics as JSON hold everything that the text shows")
struct JSONRendererTests {
    @Test("All members, in order")
    func members() {
        let source = MarkedSource("é: «a»\nb: «c»\n", name: "dir/a \"1\".yaml")
        let diagnostic = Diagnostic(
            code: Diagnostic.Code(rawValue: "RB0207"), severity: .error, message: "a\\b\n\u{1B}",
            range: source.marks[0],
            labels: [Diagnostic.Label(range: source.marks[1], message: "here")], help: "mend it",
            fixIts: [Diagnostic.FixIt(range: source.marks[0], replacement: "d")])
        let file = #""file":"dir/a \"1\".yaml""#
        let first = #"\#(file),"start":{"line":1,"column":4,"offset":4},"end":{"line":1,"column":5,"offset":5}"#
        let second = #"\#(file),"start":{"line":2,"column":4,"offset":9},"end":{"line":2,"column":5,"offset":10}"#
        let expected =
            #"{"code":"RB0207","severity":"error","message":"a\\b\n\u001b",\#(first),"#
            + #""labels":[{\#(second),"message":"here"}],"help":"mend it","#
            + #""fixIts":[{\#(first),"replacement":"d","safe":false}]}"#
        #expect(JSONRenderer().render([diagnostic]) == "[\n  \(expected)\n]\n")
    }

    @Test("Nothing is an empty array, no help is null")
    func empty() {
        #expect(JSONRenderer().render([]) == "[]\n")
        let range = SourceFile(name: "a", text: "").wholeRange
        let diagnostic = Diagnostic(
            code: Diagnostic.Code(rawValue: "X"), severity: .advice, message: "m", range: range)
        #expect(JSONRenderer().render([diagnostic]).contains(#""labels":[],"help":null,"fixIts":[]"#))
    }
}
