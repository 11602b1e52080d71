import SourceText
import TestSupport
import Testing

@testable import YAMLSyntax

@Suite("A text that was changed at random is read or refused, the same way each time")
struct MutationTests {
    private static let seeds = [
        "rulebook: care\ntitle: {en: Care, sl: Oskrba}\nversion: 2026.11.0\ninclude: [a.yaml, b/*.yaml]\n",
        "standards:\n  one:\n    when: event.value <= \"20 EUR\" && !staff\n    steps:\n      - {up_to: 1}\n      - {up_to: 3}\n",
        "a: &x\n  - 'it''s'\n  - \"é\\u00e9\\n\"\nb: *x\nc: |\n  text\n   more\n\nd: >-\n  folded\n  text\n# end\n",
        "\u{FEFF}ž: [š, 😀]\r\nwhen: a ? b : c\r\n'q': \"w\" == x\r\n",
        "? a\n: b\n\"c\": {d: [e, {f: g}]}\n- h\n",
    ]
    /// What collides with the syntax most.
    private static let pieces =
        [
            "\"", "'", "[", "]", "{", "}", ": ", ":", "- ", "? ", "!", "&a", "*a", "#", " #", "|", ">", "%", "@", "`",
            "\n", "\r",
            "\t", "  ", "\\", ",", "---\n", "<<: ", "\0", "é", "\u{2028}",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xF0, 0x9F]]

    @Test("20,000 mutations")
    func mutations() {
        var random = SeededGenerator(seed: 20_261_122)
        for round in 0..<20_000 {
            var utf8 = Array(MutationTests.seeds[round % MutationTests.seeds.count].utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) { MutationTests.mutate(&utf8, using: &random) }
            let file = SourceFile(name: "m.yaml", utf8: utf8)
            var first = DiagnosticCollector()
            let document = YAMLDocument.parse(file, diagnostics: &first)
            var second = DiagnosticCollector()
            let again = YAMLDocument.parse(file, diagnostics: &second)
            let text = "round \(round): \(String(decoding: utf8, as: UTF8.self).debugDescription)"
            #expect(first.sorted == second.sorted, "\(text)")
            #expect((document == nil) == (again == nil), "\(text)")
            #expect(document != nil || first.hasErrors, "refused without a word: \(text)")
            for diagnostic in first.sorted {
                let range = diagnostic.range
                #expect(range.upperBound <= utf8.count && range.lowerBound <= range.upperBound, "\(text)")
            }
            let output = PlainRenderer().render(first)
            #expect(!output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "\(text)")
            if let document, first.sorted.isEmpty {
                #expect(MutationTests.isNested(document.root), "a node lies outside of its parent: \(text)")
                #expect(
                    document.root.allScalars.allSatisfy { ScalarSourceMap($0).isExact }, "unmatched scalar: \(text)")
            }
        }
    }

    private static func mutate(_ utf8: inout [UInt8], using random: inout SeededGenerator) {
        let at = Int.random(in: 0...utf8.count, using: &random)
        let upper = min(utf8.count, at + Int.random(in: 0...3, using: &random))
        switch Int.random(in: 0..<3, using: &random) {
        case 0: utf8.removeSubrange(at..<upper)
        case 1: utf8.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: at)
        default: utf8.replaceSubrange(at..<upper, with: pieces.randomElement(using: &random) ?? [])
        }
    }

    private static func isNested(_ node: YAMLNode) -> Bool {
        func holds(_ child: YAMLNode) -> Bool {
            // Members behind an alias stand at the anchor.
            let isInside =
                child.range.lowerBound >= node.range.lowerBound && child.range.upperBound <= node.range.upperBound
            return isInside || node.range.text.hasPrefix("*")
        }
        switch node.content {
        case .scalar: return true
        case .sequence(let nodes): return nodes.allSatisfy { holds($0) && isNested($0) }
        case .mapping(let mapping):
            return mapping.entries.allSatisfy { holds($0.key) && holds($0.value) && isNested($0.value) }
        }
    }
}
