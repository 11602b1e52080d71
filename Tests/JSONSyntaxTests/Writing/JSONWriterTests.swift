import JSONSyntax
import Testing

@Suite("What the writer writes is valid JSON and always the same bytes")
struct JSONWriterTests {
    private func text(_ style: JSONStyle = .compact, _ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter(style: style)
        body(&writer)
        return String(decoding: writer.utf8, as: UTF8.self)
    }

    private func sample(_ writer: inout JSONWriter) {
        writer.object {
            $0.member("b", "x")
            $0.member("a", [1, 2])
            $0.member("none", Int?.none)
            $0.member("left out", ifPresent: Int?.none)
            $0.member("kept", ifPresent: Int?.some(3))
            $0.name("empty")
            $0.list { _ in }
            $0.name("o")
            $0.object { _ in }
        }
    }

    @Test func compactLayout() {
        #expect(text { sample(&$0) } == #"{"b":"x","a":[1,2],"none":null,"kept":3,"empty":[],"o":{}}"#)
    }

    @Test func prettyLayout() {
        let expected = """
            {
              "b": "x",
              "a": [
                1,
                2
              ],
              "none": null,
              "kept": 3,
              "empty": [],
              "o": {}
            }
            """
        #expect(text(.pretty) { sample(&$0) } == expected)
    }

    @Test func lines() {
        let written = text {
            $0.value(1)
            $0.endLine()
            $0.list { $0.value(true) }
            $0.endLine()
        }
        #expect(written == "1\n[true]\n")
    }

    @Test func takesWhatIsReady() {
        var writer = JSONWriter()
        writer.beginList()
        writer.int(1)
        #expect(writer.take() == Array("[1".utf8))
        writer.int(2)
        writer.endList()
        #expect(writer.take() == Array(",2]".utf8))
        #expect(writer.utf8.isEmpty)
    }

    @Test(arguments: [
        ("", #""""#), ("a\"b\\c/", #""a\"b\\c/""#), ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
        ("\0\u{1}\u{1F}", #""\u0000\u0001\u001f""#), ("\u{7F}é€😀", "\"\u{7F}é€😀\""),
        ("\u{2028}x\u{2029}", #""\u2028x\u2029""#), ("\u{2027}\u{202A}", "\"\u{2027}\u{202A}\""),
        ("</script>&", "\"</script>&\""),
    ])
    func escapes(_ string: String, as expected: String) {
        #expect(text { $0.string(string) } == expected)
        #expect(text { $0.object { $0.member(string, 1) } } == "{\(expected):1}")
    }

    @Test func escapesMarkup() {
        let expected = #"{"\u003c!--":"\u003c/script\u003e\u0026"}"#
        #expect(text(.embedded) { $0.object { $0.member("<!--", "</script>&") } } == expected)
    }

    @Test(
        arguments: [
            (0.1, "0.1"), (-0.0, "-0.0"), (1, "1.0"), (1e300, "1e+300"), (.leastNonzeroMagnitude, "5e-324"),
            (.nan, "\"NaN\""),
            (.infinity, "\"Infinity\""), (-.infinity, "\"-Infinity\""),
        ] as [(Double, String)])
    func doubles(_ value: Double, as expected: String) throws {
        let written = text { $0.double(value) }
        #expect(written == expected)
        _ = try JSONDocument.parse(written)
    }

    @Test func numbersInTheirOwnDigits() throws {
        var writer = JSONWriter()
        writer.beginList()
        try writer.number("54.850")
        #expect(throws: JSONBuildingError.malformedNumber("0x1")) { try writer.number("0x1") }
        writer.int(.min)
        try writer.decimal(#require(JSONDecimal(mantissa: -5, scale: 2)))
        writer.endList()
        #expect(String(decoding: writer.utf8, as: UTF8.self) == "[54.850,-9223372036854775808,-0.05]")
    }

    @Test func copiesParsedValuesInItsOwnLayout() throws {
        let root = try JSONDocument.parse("{ \"\\u0061\\n\" : [ 1.0 , \"\\u003c\\/\\u2028\" ] }").root
        #expect(text { $0.node(root) } == #"{"a\n":[1.0,"</\u2028"]}"#)
        #expect(text(.embedded) { $0.list { $0.node(root) } } == #"[{"a\n":[1.0,"\u003c/\u2028"]}]"#)
    }

    @Test("Values in the wrong place stop the program")
    func misuse() async {
        await #expect(processExitsWith: .failure) {
            var writer = JSONWriter()
            writer.beginObject()
            writer.int(1)
        }
        await #expect(processExitsWith: .failure) {
            var writer = JSONWriter()
            writer.beginList()
            writer.endObject()
        }
        await #expect(processExitsWith: .failure) {
            var writer = JSONWriter()
            writer.beginObject()
            writer.name("a")
            writer.endObject()
        }
    }
}
