import SourceText
import Testing

@testable import YAMLSyntax

@Suite("A map finds its entries by name, however many there are and however they are written")
struct YAMLMappingTests {
    private func parse(_ text: String) -> (root: YAMLMapping?, codes: [String]) {
        var collector = DiagnosticCollector()
        let document = YAMLDocument.parse(SourceFile(name: "test.yaml", text: text), diagnostics: &collector)
        return (document?.root.mapping, collector.sorted.map(\.code.rawValue))
    }

    @Test(arguments: [1, 7, 8, 9, 11, 12, 13, 40])
    func finds(count: Int) throws {
        let text = (1...count).map { "key\($0): [a, {b: \($0)}]\n" }.joined()
        let (root, codes) = parse(text)
        let map = try #require(root)
        #expect(codes.isEmpty)
        #expect(map.count == count)
        #expect(map.entries.map(\.name) == (1...count).map { "key\($0)" })
        for number in 1...count {
            let inner = map["key\(number)"]?.sequence?.last?.mapping?["b"]?.scalar
            #expect(inner?.core == .integer(Int64(number)))
            #expect(map.entry(named: "key\(number)")?.key.range.text == "key\(number)")
        }
        #expect(map["key"] == nil)
        #expect(map["key\(count + 1)"] == nil)
    }

    @Test("of two keys that say the same the first counts, and the second is told", arguments: [2, 8, 9, 12, 20])
    func repeated(count: Int) throws {
        let text = (1...count).map { "key\($0): \($0)\n" }.joined()
        for name in ["key1", "'key\(count)'", "\"k\\u0065y1\""] {
            let (root, codes) = parse(text + name + ": [0, {key2: 0}]\nlast: 1\n")
            let map = try #require(root)
            #expect(codes == [Diagnostic.Code.yamlDuplicateKey.rawValue], "\(name)")
            #expect(map.count == count + 1)
            #expect(map["key1"]?.scalar?.core == .integer(1))
            #expect(map["last"]?.scalar?.core == .integer(1))
            #expect(map.entries.count == count + 1)
        }
    }

    @Test("keys in quotes, with escapes, over lines and behind aliases")
    func writings() throws {
        let (root, codes) = parse(
            "'it''s': 1\n\"a\\tb\": 2\n? plain\n: &x name\n*x : 3\nempty:\nlist: [*x, 'é', \"\\u00e9\"]\n")
        let map = try #require(root)
        #expect(codes.isEmpty)
        #expect(map.entries.map(\.name) == ["it's", "a\tb", "plain", "name", "empty", "list"])
        #expect(map["it's"]?.scalar?.core == .integer(1))
        #expect(map["a\tb"]?.scalar?.core == .integer(2))
        #expect(map["name"]?.scalar?.core == .integer(3))
        #expect(map["empty"]?.isNull == true)
        #expect(map["list"]?.sequence?.compactMap(\.scalar?.text) == ["name", "é", "é"])
        #expect(map.entries { $0.hasPrefix("e") }.map(\.name) == ["empty"])
    }

    @Test("what was refused is no part of the map")
    func refused() throws {
        let (root, codes) = parse("a: 1\n? [x, y]\n: {b: 2}\nc: 3\n")
        #expect(codes.count == 1)
        #expect(root?.entries.map(\.name) == ["a", "c"])
        #expect(root?["b"] == nil)
    }
}
