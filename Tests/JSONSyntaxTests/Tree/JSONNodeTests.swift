import JSONSyntax
import Testing

@Suite("A value of a document is read by kind, name and position")
struct JSONNodeTests {
    @Test func kinds() throws {
        let root = try JSONDocument.parse("[null, true, false, 1.0, \"a\", [1], {\"b\": 2}]").root
        #expect(root.elements.map(\.kind) == [.null, .bool, .bool, .number, .string, .list, .object])
        #expect(root.elements.map(\.bool) == [nil, true, false, nil, nil, nil, nil])
        #expect(root.elements.map(\.string) == [nil, nil, nil, nil, "a", nil, nil])
        #expect(root.elements.map(\.numberText) == [nil, nil, nil, "1.0", nil, nil, nil])
        #expect(root.elements.map(\.count) == [0, 0, 0, 0, 0, 1, 1])
        #expect(root.elements.map(\.isNull) == [true, false, false, false, false, false, false])
        #expect(root.count == 7)
    }

    @Test func membersKeepTheirOrder() throws {
        let root = try JSONDocument.parse("{\"b\":[1,{\"x\":2}],\"a\":{},\"\":3,\"\\u0063\":4}").root
        #expect(root.members.map(\.name) == ["b", "a", "", "c"])
        #expect(root.members.map { $0.value.kind } == [.list, .object, .number, .number])
        #expect(root["c"]?.int64 == 4)
        #expect(root[JSONName("c")]?.int64 == 4)
        #expect(root[""]?.int64 == 3)
        #expect(root["b"]?[1]?["x"]?.int64 == 2)
        #expect(root["x"] == nil)
        #expect(root["\\u0063"] == nil)
        #expect(root[0] == nil)
        #expect(root["b"]?["x"] == nil)
        #expect(root["b"]?[2] == nil)
        #expect(root["b"]?[-1] == nil)
    }

    @Test(arguments: [
        ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\u{8}\u{C}\n\r\t"), ("\"\\u0041\\u00e9\\u20AC\"", "Aé€"),
        ("\"x\\uD83D\\uDE00y\"", "x😀y"), ("\"\\u0000\"", "\0"), ("\"é€😀\"", "é€😀"), ("\"\"", ""),
        ("\"\\uDBFF\\uDFFF\"", "\u{10FFFF}"), ("\"\\ud800\\udc00\"", "\u{10000}"),
    ])
    func decodes(_ text: String, as string: String) throws {
        let root = try JSONDocument.parse(text).root
        #expect(root.string == string)
        #expect(root.hasText(string))
        #expect(!root.hasText(string + "x"))
        #expect(root.withUTF8 { Array($0.indices.lazy.map { _ in 0 }).count } == string.utf8.count)
    }

    @Test("Names that look alike but differ in their bytes are different names")
    func canonicalEquivalence() throws {
        let root = try JSONDocument.parse("{\"\u{E9}\":1,\"e\u{301}\":2}").root
        #expect(root["\u{E9}"]?.int64 == 1)
        #expect(root["e\u{301}"]?.int64 == 2)
    }

    @Test func placesInTheText() throws {
        let text = Array(" {\"a\": [10, \"x\\n\"], \"b\": true}".utf8)
        let root = try JSONDocument.parse(text).root
        func source(_ node: JSONNode?) -> String? {
            node?.utf8Range.map { String(decoding: text[$0], as: UTF8.self) }
        }
        #expect(source(root) == "{\"a\": [10, \"x\\n\"], \"b\": true}")
        #expect(source(root["a"]) == "[10, \"x\\n\"]")
        #expect(source(root["a"]?[0]) == "10")
        #expect(source(root["a"]?[1]) == "\"x\\n\"")
        #expect(source(root["b"]) == "true")
        #expect(root.members.map { source($0.nameNode) } == ["\"a\"", "\"b\""])
    }
}
