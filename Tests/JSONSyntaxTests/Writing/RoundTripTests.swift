import JSONSyntax
import Testing

@Suite("What is written reads back as the same value")
struct RoundTripTests {
    /// Characters that need escapes, or more than one byte, or neither.
    static let characters: [Unicode.Scalar] = [
        "a", "Z", "0", " ", "\"", "\\", "/", "<", "&", "\n", "\r", "\t", "\u{0}", "\u{8}", "\u{C}", "\u{1F}", "\u{7F}",
        "é", "ß", "\u{7FF}", "\u{800}", "€", "\u{2028}", "\u{2029}", "\u{D7FF}", "\u{E000}", "\u{FEFF}", "\u{FFFF}",
        "😀", "\u{10FFFF}",
    ]
    static let numbers = ["0", "-0", "12", "-7.250", "1e3", "1.5E-9", "123456789012345678901234567890", "0.10"]

    @Test(arguments: [11, 12, 13, 14] as [UInt64], [JSONStyle.compact, .pretty, .embedded])
    func randomDocuments(seed: UInt64, style: JSONStyle) throws {
        var generator = SeededGenerator(seed: seed)
        for round in 0..<250 {
            var builder = JSONDocumentBuilder()
            addValue(to: &builder, depth: 0, &generator)
            let built = try builder.finish()
            var writer = JSONWriter(style: style)
            writer.node(built.root)
            let parsed = try JSONDocument.parse(writer.utf8)
            #expect(isSame(built.root, parsed.root), "seed \(seed), round \(round)")
            var again = JSONWriter(style: style)
            again.node(parsed.root)
            #expect(again.utf8 == writer.utf8, "seed \(seed), round \(round)")
        }
    }

    private func addValue(to builder: inout JSONDocumentBuilder, depth: Int, _ generator: inout SeededGenerator) {
        switch Int.random(in: 0..<(depth < 5 ? 9 : 5), using: &generator) {
        case 0: builder.null()
        case 1: builder.bool(Bool.random(using: &generator))
        case 2: builder.number(Self.numbers[Int.random(in: 0..<Self.numbers.count, using: &generator)])
        case 3: builder.int(Int64.random(in: .min ... .max, using: &generator))
        case 4: builder.string(text(&generator))
        case 5, 6:
            builder.beginList()
            for _ in 0..<Int.random(in: 0...4, using: &generator) {
                addValue(to: &builder, depth: depth + 1, &generator)
            }
            builder.endList()
        default:
            builder.beginObject()
            for member in 0..<Int.random(in: 0...20, using: &generator) {
                builder.name(text(&generator) + "\(member)")
                addValue(to: &builder, depth: depth + 3, &generator)
            }
            builder.endObject()
        }
    }

    private func text(_ generator: inout SeededGenerator) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...12, using: &generator) {
            text.append(Self.characters[Int.random(in: 0..<Self.characters.count, using: &generator)])
        }
        return String(text)
    }

    /// Compares trees by the public face: kinds, order, names, texts and digits.
    private func isSame(_ left: JSONNode, _ right: JSONNode) -> Bool {
        guard left.kind == right.kind, left.count == right.count, left.bool == right.bool,
            left.numberText == right.numberText,
            left.string.map({ Array($0.utf8) }) == right.string.map({ Array($0.utf8) })
        else { return false }
        let isSameList = zip(left.elements, right.elements).allSatisfy(isSame)
        return isSameList
            && zip(left.members, right.members).allSatisfy {
                isSame($0.nameNode, $1.nameNode) && isSame($0.value, $1.value)
            }
    }
}
