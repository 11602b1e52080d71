import TestSupport
import Testing

@testable import CEL

@Suite("A pattern is found where following all its ways, place by place, finds it")
struct ReferencePatternTests {
    @Test("random patterns in random texts", arguments: 1...8 as ClosedRange<UInt64>)
    func agrees(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var foundCount = 0
        var pairCount = 0
        for _ in 0..<500 {
            let reference = ReferencePattern.random(depth: 4, using: &generator)
            let pattern: LinearPattern
            do throws(PatternError) {
                pattern = try LinearPattern(parsing: reference.description)
            } catch {
                // Repetitions in repetitions may well ask for too much.
                #expect(error.message.hasPrefix("with the repetitions"), "\(reference): \(error.message)")
                continue
            }
            for _ in 0..<12 {
                var text = ""
                for _ in 0..<Int.random(in: 0...10, using: &generator) {
                    text.unicodeScalars.append(ReferencePattern.alphabet.randomElement(using: &generator) ?? "a")
                }
                let isFound = reference.isFound(in: ReferencePattern.Text(text))
                #expect(
                    pattern.isFound(in: text) == isFound,
                    "seed \(seed): \(reference.description.debugDescription) in \(text.debugDescription)")
                foundCount += isFound ? 1 : 0
                pairCount += 1
            }
        }
        // Otherwise the random patterns are no test.
        #expect(pairCount > 5_000 && foundCount > pairCount / 10 && foundCount < pairCount * 9 / 10)
    }

    @Test(
        "the reference itself knows what is certain",
        arguments: [
            (ReferencePattern.sequence([.literal("a"), .any(evenNewline: false)]), "xa日", true),
            (.sequence([.literal("a"), .any(evenNewline: false)]), "a\n", false),
            (.repetition(.literal("é"), lower: 2, upper: nil, isLazy: false), "éaé", false),
            (.sequence([.place(.wordBoundary), .literal("b")]), "ab b", true),
            (.ignoringCase(.literal("k")), "\u{212A}", true),
        ])
    func reference(_ pattern: ReferencePattern, _ text: String, _ isFound: Bool) {
        #expect(pattern.isFound(in: ReferencePattern.Text(text)) == isFound)
    }
}
