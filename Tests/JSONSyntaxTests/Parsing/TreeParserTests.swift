import JSONSyntax
import Testing

@Suite("A JSON text is read strictly")
struct TreeParserTests {
    /// A text that must be refused: the code, and the first byte at fault.
    struct Refusal: Sendable, CustomTestStringConvertible {
        let text: String
        let code: JSONParsingError.Code
        let offset: Int

        init(_ text: String, _ code: JSONParsingError.Code, _ offset: Int) {
            (self.text, self.code, self.offset) = (text, code, offset)
        }

        var testDescription: String { text }
    }

    @Test(arguments: [
        "null", "true", "false", "0", "-0", "1", "-1", "10", "0.5", "-0.0", "1e3", "1E+3", "1.5e-3", "0e0",
        "123456789012345678901234567890", "1e400", "\"\"", "\"a\"", "[]", "{}", " [ ] ", "\t{\r\n}\n", "[1]", "[1,2]",
        "[[],[]]", "[{}]", "{\"\":0}", "{\"a\":1,\"b\":2}", "{\"a\":{\"a\":{}}}", "[null,true,false]",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\u0000\"", "\"\\u00e9\"", "\"\\uD83D\\uDE00\"", "\"\u{7F}\"",
        "\"\u{2028}\u{2029}\"", "\"é€😀\"", "\"\u{FFFF}\"", "\"\u{10FFFF}\"", "{\"a\":1,\"A\":2}", "[\"a,b\",\"]\"]",
        "\"01234567\"", "\"0123456\u{E9}89abcdef\"", "{\"é\":1,\"e\u{301}\":2}", "\"\\uFFFE\"", "[\"\\\\\"]",
        "\"http://x/*y*/\"", "{\"null\":null}",
    ])
    func accepts(_ text: String) throws {
        _ = try JSONDocument.parse(text)
    }

    static let misplaced: [Refusal] = [
        Refusal("", .emptyText, 0), Refusal(" \n", .emptyText, 2), Refusal("[", .unexpectedEnd, 1),
        Refusal("{", .unexpectedEnd, 1), Refusal("[1", .unexpectedEnd, 2), Refusal("[1,", .unexpectedEnd, 3),
        Refusal("{\"a\"", .unexpectedEnd, 4), Refusal("{\"a\":", .unexpectedEnd, 5),
        Refusal("{\"a\":1", .unexpectedEnd, 6), Refusal("{\"a\":1,", .unexpectedEnd, 7),
        Refusal("\"abc", .unexpectedEnd, 4), Refusal("\"abc\\", .unexpectedEnd, 5),
        Refusal("\"\\u12", .unexpectedEnd, 5),
        Refusal("]", .expectedValue, 0), Refusal("}", .expectedValue, 0), Refusal("[,1]", .expectedValue, 1),
        Refusal("[1,,2]", .expectedValue, 3), Refusal("{\"a\":}", .expectedValue, 5),
        Refusal("{\"a\":,}", .expectedValue, 5), Refusal("{\"a\"::1}", .expectedValue, 5),
        Refusal("&", .expectedValue, 0), Refusal("\u{E9}", .expectedValue, 0), Refusal("\u{A0}1", .expectedValue, 0),
        Refusal("\u{B}[]", .expectedValue, 0), Refusal("[\u{2060}]", .expectedValue, 1),
        Refusal("{,}", .expectedName, 1), Refusal("{a:1}", .expectedName, 1), Refusal("{1:1}", .expectedName, 1),
        Refusal("{[]:1}", .expectedName, 1), Refusal("{null:1}", .expectedName, 1),
        Refusal("{\"a\":1,,}", .expectedName, 7), Refusal("{\"a\" 1}", .expectedColon, 5),
        Refusal("{\"a\",1}", .expectedColon, 4), Refusal("{\"a\"}", .expectedColon, 4),
        Refusal("{\"a\"=1}", .expectedColon, 4), Refusal("[1 2]", .expectedCommaOrBracket, 3),
        Refusal("[1}", .expectedCommaOrBracket, 2), Refusal("[\"a\":1]", .expectedCommaOrBracket, 4),
        Refusal("[\"a\" true]", .expectedCommaOrBracket, 5), Refusal("[1\u{C}]", .expectedCommaOrBracket, 2),
        Refusal("{\"a\":1]", .expectedCommaOrBrace, 6), Refusal("{\"a\":1 \"b\":2}", .expectedCommaOrBrace, 7),
        Refusal("{\"a\":1;\"b\":2}", .expectedCommaOrBrace, 6), Refusal("[1,]", .trailingComma, 3),
        Refusal("[1, ]", .trailingComma, 4), Refusal("{\"a\":1,}", .trailingComma, 7),
        Refusal("1 2", .textAfterValue, 2), Refusal("[]]", .textAfterValue, 2), Refusal("{}{}", .textAfterValue, 2),
        Refusal("null x", .textAfterValue, 5), Refusal("\"a\"\"b\"", .textAfterValue, 3),
        Refusal("[],", .textAfterValue, 2),
    ]

    static let words: [Refusal] = [
        Refusal("True", .unknownWord, 0), Refusal("nul", .unknownWord, 0), Refusal("nulll", .unknownWord, 0),
        Refusal("[NaN]", .unknownWord, 1), Refusal("Infinity", .unknownWord, 0), Refusal("undefined", .unknownWord, 0),
        Refusal("[yes]", .unknownWord, 1), Refusal("//x\n1", .comment, 0), Refusal("/*x*/1", .comment, 0),
        Refusal("# x\n1", .comment, 0), Refusal("[1/*x*/]", .comment, 2), Refusal("{/*x*/}", .comment, 1),
        Refusal("{\"a\":1,//x\n\"b\":2}", .comment, 7), Refusal("'a'", .singleQuotes, 0),
        Refusal("{'a':1}", .singleQuotes, 1), Refusal("+1", .malformedNumber, 0), Refusal(".5", .malformedNumber, 0),
        Refusal("-", .malformedNumber, 0), Refusal("-a", .malformedNumber, 0), Refusal("01", .malformedNumber, 0),
        Refusal("-01", .malformedNumber, 0), Refusal("00", .malformedNumber, 0), Refusal("1.", .malformedNumber, 0),
        Refusal("[1.,2]", .malformedNumber, 1), Refusal("1.e1", .malformedNumber, 0),
        Refusal("-.5", .malformedNumber, 0),
        Refusal("1e", .malformedNumber, 0), Refusal("1e+", .malformedNumber, 0), Refusal("1.5.2", .malformedNumber, 0),
        Refusal("0x1F", .malformedNumber, 0), Refusal("1_000", .malformedNumber, 0),
        Refusal("--1", .malformedNumber, 0),
        Refusal("-NaN", .malformedNumber, 0), Refusal("-Infinity", .malformedNumber, 0),
        Refusal("1e1.5", .malformedNumber, 0), Refusal("12abc", .malformedNumber, 0),
        Refusal("\u{FF11}", .expectedValue, 0),
    ]

    static let strings: [Refusal] = [
        Refusal("\"a\nb\"", .controlCharacter, 2), Refusal("\"\t\"", .controlCharacter, 1),
        Refusal("\"\u{0}\"", .wrongEncoding, 0), Refusal("\"a\u{0}\"", .controlCharacter, 2),
        Refusal("\"01234567\u{1F}\"", .controlCharacter, 9), Refusal("\"\\x41\"", .unknownEscape, 1),
        Refusal("\"\\a\"", .unknownEscape, 1), Refusal("\"\\'\"", .unknownEscape, 1),
        Refusal("\"\\é\"", .unknownEscape, 1),
        Refusal("\"\\U0041\"", .unknownEscape, 1), Refusal("\"\\u12G4\"", .malformedUnicodeEscape, 1),
        Refusal("\"\\u 041\"", .malformedUnicodeEscape, 1), Refusal("\"\\u\"", .malformedUnicodeEscape, 1),
        Refusal("\"\\uD800\"", .loneSurrogate, 1), Refusal("\"\\uDC00\"", .loneSurrogate, 1),
        Refusal("\"\\uD83Dx\"", .loneSurrogate, 1), Refusal("\"\\uD83D\\n\"", .loneSurrogate, 1),
        Refusal("\"\\uD83D\\uD83D\"", .loneSurrogate, 1), Refusal("\"\\uDE00\\uD83D\"", .loneSurrogate, 1),
        Refusal("\"\\uD83D\\u00e9\"", .loneSurrogate, 1), Refusal("{\"\\uD800\":1}", .loneSurrogate, 2),
        Refusal("\u{FEFF}1", .byteOrderMark, 0), Refusal("1\u{FEFF}", .textAfterValue, 1),
        Refusal("{\"a\":1,\"a\":2}", .duplicateName, 8), Refusal("{\"a\":1,\"\\u0061\":2}", .duplicateName, 8),
        Refusal("{\"b\":{\"a\":1,\"a\":1}}", .duplicateName, 13),
        Refusal("{\"a\":[{}],\"b\":0,\"a\":2}", .duplicateName, 17),
        Refusal("{\"\":1,\"\":2}", .duplicateName, 7), Refusal("{\"\\n\":1,\"\\u000A\":2}", .duplicateName, 9),
    ]

    @Test(arguments: misplaced + words + strings)
    func refuses(_ refusal: Refusal) {
        do {
            _ = try JSONDocument.parse(refusal.text)
            Issue.record("accepted")
        } catch {
            #expect(error.code == refusal.code)
            #expect(error.utf8Offset == refusal.offset)
        }
    }

    @Test(
        "Bytes that are not UTF-8 are refused where they stand",
        arguments: [
            ([0x22, 0x80, 0x22], 1), ([0x22, 0xC0, 0x80, 0x22], 1), ([0x22, 0xC1, 0xBF, 0x22], 1),
            ([0x22, 0xC3, 0x22], 1),
            ([0x22, 0xE0, 0x80, 0x80, 0x22], 1), ([0x22, 0xE2, 0x82, 0x22], 1), ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
            ([0x22, 0xF0, 0x80, 0x80, 0x80, 0x22], 1), ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1),
            ([0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], 1), ([0x22, 0x61, 0xFF, 0x22], 2), ([0x22, 0xF0, 0x9F, 0x98], 1),
            ([0x22, 0x5C, 0xFF, 0x22], 2), ([0x80], 0), ([0x5B, 0xFE, 0x5D], 1),
        ] as [([UInt8], Int)])
    func refusesInvalidUTF8(_ bytes: [UInt8], at offset: Int) {
        do {
            _ = try JSONDocument.parse(bytes)
            Issue.record("accepted")
        } catch {
            #expect(error.code == .invalidUTF8)
            #expect(error.utf8Offset == offset)
        }
    }

    @Test(
        arguments: [
            [0xFF, 0xFE, 0x31, 0x00], [0xFE, 0xFF, 0x00, 0x31], [0x31, 0x00], [0x00, 0x31], [0x00, 0x00, 0x00, 0x31],
        ] as [[UInt8]])
    func namesWrongEncodings(_ bytes: [UInt8]) {
        let error = #expect(throws: JSONParsingError.self) { try JSONDocument.parse(bytes) }
        #expect(error?.code == .wrongEncoding)
    }

    @Test func skipsAByteOrderMarkOnlyOnRequest() throws {
        let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("[7]".utf8)
        #expect(throws: JSONParsingError.self) { try JSONDocument.parse(marked) }
        let document = try JSONDocument.parse(marked, byteOrderMark: .skipped)
        #expect(document.root[0]?.int64 == 7)
        #expect(document.root[0]?.utf8Range == 4..<5)
    }
}
