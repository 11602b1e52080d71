import JSONSyntax
import Testing

@Suite("A JSON text over a limit is refused at once")
struct JSONLimitsTests {
    private func refusal(_ text: String, _ limits: JSONLimits = .standard) -> JSONParsingError? {
        do {
            _ = try JSONDocument.parse(text, limits: limits)
            return nil
        } catch {
            return error
        }
    }

    @Test func deepNesting() {
        let limits = JSONLimits(depthMax: 3)
        #expect(refusal("[[[]]]", limits) == nil)
        #expect(refusal("[[[[]]]]", limits)?.code == .tooDeep)
        #expect(refusal("[{\"a\":[{}]}]", limits)?.utf8Offset == 7)
        #expect(refusal("[[],[],[[]]]", limits) == nil)
    }

    @Test func hundredThousandBrackets() {
        let error = refusal(String(repeating: "[", count: 100_000))
        #expect(error?.code == .tooDeep)
        #expect(error?.utf8Offset == 64)
        #expect(error?.message == "lists and objects are nested deeper than 64 levels")
    }

    @Test func megabyteOfOpenObjects() {
        let error = refusal(String(repeating: "{\"a\":", count: 200_000))
        #expect(error?.code == .tooDeep)
        #expect(error?.utf8Offset == 64 * 5)
    }

    @Test func bytes() {
        let limits = JSONLimits(byteCountMax: 4)
        #expect(refusal("1234", limits) == nil)
        #expect(refusal("12345", limits)?.code == .tooLong)
        #expect(refusal("12345", limits)?.utf8Offset == 4)
    }

    @Test func members() {
        let limits = JSONLimits(memberCountMax: 2)
        #expect(refusal("{\"a\":1,\"b\":2}", limits) == nil)
        #expect(refusal("{\"a\":1,\"b\":2,\"c\":3}", limits)?.code == .tooManyMembers)
        #expect(refusal("[{\"a\":1},{\"b\":2},{\"c\":3}]", limits) == nil)
    }

    @Test func values() {
        let limits = JSONLimits(nodeCountMax: 3)
        #expect(refusal("[1,2]", limits) == nil)
        #expect(refusal("[1,2,3]", limits)?.code == .tooManyNodes)
        #expect(refusal("{\"a\":[]}", limits) == nil)
        #expect(refusal("{\"a\":[0]}", limits)?.utf8Offset == 6)
    }

    @Test("Long names with escapes cost one decoding each")
    func longEscapedNames() {
        let stem = String(repeating: "x", count: 20_000)
        let names = (0..<16).map { "\"\(stem)\\u0041\($0)\":0" }.joined(separator: ",")
        #expect(refusal("{\(names)}") == nil)
        #expect(refusal("{\(names),\"\(stem)A7\":0}")?.code == .duplicateName)
    }

    @Test func depthIsCutToWhatRecursionBears() throws {
        let limits = JSONLimits(depthMax: .max)
        #expect(limits.depthMax == JSONLimits.recursionDepthMax)
        let text = String(repeating: "[", count: limits.depthMax) + String(repeating: "]", count: limits.depthMax)
        var writer = JSONWriter()
        writer.node(try JSONDocument.parse(text, limits: limits).root)
        #expect(writer.text == text)
        #expect(refusal("[\(text)]", limits)?.code == .tooDeep)
    }

    @Test("A name that stands twice is found among many, escaped or not", arguments: [2, 16, 17, 1_000, 20_000])
    func duplicatesAmongMany(_ count: Int) {
        let distinct = (0..<count).map { "\"n\($0)\":{\"n\":0}" }.joined(separator: ",")
        #expect(refusal("{\(distinct)}") == nil)
        let last = "\"\\u006e\(count / 2)\":1"
        let error = refusal("{\(distinct),\(last)}")
        #expect(error?.code == .duplicateName)
        #expect(error?.utf8Offset == distinct.utf8.count + 3)
    }
}
