import JSONSyntax
import Testing

@Suite("A refused JSON text is explained where and how")
struct JSONParsingErrorTests {
    struct Explanation: Sendable {
        let text: String
        let place: String
        let message: String
        let help: String?
    }

    @Test(arguments: [
        Explanation(
            text: "{\"name\": yes}", place: "1:10", message: "`yes` is not a JSON value",
            help: "the words are `true`, `false` and `null`; write other words as strings in double quotes"),
        Explanation(
            text: "{\n  \"é€😀\": [1, 02]\n}", place: "2:14", message: "`02` is not a JSON number",
            help: "write it like `-12.5` or `2e3`, without `+` or leading zeros"),
        Explanation(
            text: "{\"tier\": \"gold\",\n\"tier\": 1}", place: "2:2",
            message: "the name `tier` stands twice in one object", help: "keep one of the members"),
        Explanation(
            text: "[\"a\tb\"]", place: "1:4", message: "the character U+0009 stands unescaped in a string",
            help: "write it as an escape, such as `\\n` or `\\u0000`"),
        Explanation(
            text: "[1, 2", place: "1:6", message: "the text ends inside a value", help: "it may have been cut off"),
        Explanation(text: "", place: "1:1", message: "the text is empty; a JSON value was expected", help: nil),
        Explanation(
            text: "{} {}", place: "1:4", message: "`{` stands after the end of the value",
            help: "one text holds one value"),
        Explanation(
            text: "[1,\n]", place: "2:1", message: "a comma stands before the closing `]`", help: "remove the comma"),
        Explanation(
            text: "\"\\ud83d!\"", place: "1:2", message: "`\\ud83d` is half of a surrogate pair and no character",
            help: "write the character itself or both halves"),
        Explanation(
            text: "[\u{202E}]", place: "1:2",
            message: "the character U+202E stands where a value was expected", help: nil),
        Explanation(
            text: "[" + String(repeating: "x", count: 100) + "]", place: "1:2",
            message: "`" + String(repeating: "x", count: 40) + "…` is not a JSON value",
            help: "the words are `true`, `false` and `null`; write other words as strings in double quotes"),
    ])
    func explains(_ expected: Explanation) {
        do {
            _ = try JSONDocument.parse(expected.text)
            Issue.record("accepted")
        } catch {
            #expect("\(error.line):\(error.column)" == expected.place)
            #expect(error.message == expected.message)
            #expect(error.help == expected.help)
        }
    }

    @Test func showsBytesThatAreNoText() {
        let error = #expect(throws: JSONParsingError.self) { try JSONDocument.parse([0x22, 0xE9, 0x22]) }
        #expect(error?.message == "byte 0xE9 is not valid UTF-8")
        #expect(error?.description == "1:2: byte 0xE9 is not valid UTF-8; save the text as UTF-8")
    }

    @Test func codesAreUnique() {
        let codes = JSONParsingError.Code.allCases.map(\.rawValue)
        #expect(Set(codes).count == codes.count)
    }
}
