import JSONSyntax
import Testing

@Suite("No bytes crash the JSON reader")
struct ParsingFuzzTests {
    static let seeds: [String] = [
        "{\"id\":\"e-81\",\"type\":\"coupon.issue\",\"data\":{\"count\":2,\"value\":\"10.00 EUR\"},\"list\":[1,-2.5e3,null]}",
        "[\"\\uD83D\\uDE00\\n\\\"\",\"é€😀\",true,false,{\"a\":{\"b\":[]}}]", "{\"a\":1,\"\\u0061b\":2,\"c\":[[[[]]]]}",
        "\"0123456789abcdef\\\\\"", "-0.125e-10",
    ]
    /// Bytes that mean something to the reader, or nearly.
    static let bytes: [UInt8] =
        Array("{}[]\",:\\u/0123456789eE+-.truefalsn \n\t'#*ab".utf8) + [
            0, 0x1F, 0x7F, 0x80, 0xC3, 0xE2, 0xED, 0xF0, 0xFF,
        ]

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func mutations(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let limits = JSONLimits(depthMax: 6, byteCountMax: 200, memberCountMax: 4, nodeCountMax: 30)
        var acceptedCount = 0
        for round in 0..<10_000 {
            var text = Array(Self.seeds[Int.random(in: 0..<Self.seeds.count, using: &generator)].utf8)
            for _ in 0..<Int.random(in: 1...4, using: &generator) { mutate(&text, &generator) }
            do {
                let document = try JSONDocument.parse(text, limits: round % 2 == 0 ? .standard : limits)
                acceptedCount += 1
                var writer = JSONWriter()
                writer.node(document.root)
                let again = try JSONDocument.parse(writer.utf8)
                var secondWriter = JSONWriter()
                secondWriter.node(again.root)
                #expect(writer.utf8 == secondWriter.utf8, "seed \(seed), round \(round)")
            } catch {
                let isInside = error.utf8Range.lowerBound >= 0 && error.utf8Range.upperBound <= text.count
                if !isInside || error.line < 1 || error.column < 1 || error.message.isEmpty {
                    Issue.record("seed \(seed), round \(round): \(error)")
                }
            }
        }
        #expect(acceptedCount > 100, "the mutations should leave some texts whole")
    }

    private func mutate(_ text: inout [UInt8], _ generator: inout SeededGenerator) {
        let place = Int.random(in: 0...text.count, using: &generator)
        let byte = Self.bytes[Int.random(in: 0..<Self.bytes.count, using: &generator)]
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: text.insert(byte, at: place)
        case 1 where place < text.count: text[place] = byte
        case 2 where place < text.count: text.remove(at: place)
        case 3: text.removeLast(text.count - place)
        case 4: text.insert(contentsOf: text[..<place], at: place)
        default: if place < text.count { text[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator) }
        }
    }
}
