import Foundation
import RulebookModel
import SourceText
import TestSupport
import Testing

@testable import Workbench

/// The texts that the standards were drawn from, read as if each of their sentences were a standard.
@Suite("The source texts' own sentences, taken as standards, are told apart from standards")
struct SeedSentencesTests {
    private static let folder = sharedResource("seeds")

    @Test(
        "in each language the words are found that the texts themselves use",
        .enabled(if: folder != nil, "skipped: the shared source texts are absent"),
        arguments: [
            ("000_3b3588105e033874.txt", "sl", ["čim prej", "Hitro", "Če je mogoče", "ustrezni"], 60),
            ("001_df4eedd6eea8ef8f.txt", "af", ["vinnig", "vinniger", "gepas"], 10),
            ("002_661eb11a99262f37.txt", "lv", ["ļoti īsā secībā", "labi"], 3),
            ("003_d1927fcac84de631.txt", "ru", ["и т.д", "эффективной"], 8),
        ] as [(String, String, [String], Int)])
    func finds(_ name: String, _ locale: String, _ expected: [String], atLeast count: Int) throws {
        let text = try String(contentsOf: try #require(Self.folder).appending(path: name), encoding: .utf8)
        let sentences = text.split { $0 == "." || $0 == "!" || $0 == "?" || $0.isNewline }
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0.contains(" ") }
        // A full stop inside of an abbreviation ends no sentence.
        let whole = text.contains("и т.д") ? sentences + ["нестандартных ситуациях и т.д."] : sentences
        let standards = whole.enumerated().map { number, sentence in
            let quoted = sentence.replacingOccurrences(of: "'", with: "''")
            return "  s\(number): {on: met, manual: {\(locale): '\(quoted)'}}\n"
        }
        let source = SourceFile(name: name, text: "rulebook: seed\nevents: {met: }\nstandards:\n\(standards.joined())")
        var diagnostics = DiagnosticCollector()
        let rulebook = try #require(RulebookLoader.load(RulebookFiles(root: source), diagnostics: &diagnostics))
        let found = VagueWord.check(rulebook)
        let words = found.map(\.range.text)
        #expect(expected.filter { !words.contains($0) } == [], "\(words)")
        #expect(found.count >= count, "\(found.count) in \(whole.count) sentences: \(words)")
        // Each at its place in the file: what stands there is what the message names.
        for one in found {
            #expect(one.message.contains("`\(one.range.text.replacingOccurrences(of: "''", with: "'"))`"))
        }
        if ProcessInfo.processInfo.environment["SHOW_FIGURES"] != nil {
            print("seed \(locale): \(found.count) in \(whole.count) sentences:", Set(words).sorted())
        }
    }
}
