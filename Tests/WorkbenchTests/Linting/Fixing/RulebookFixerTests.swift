import RulebookModel
import SourceText
import Testing

@testable import Workbench

@Suite("What is mended changes nothing else, and is mended for good")
struct RulebookFixerTests {
    private static let text = """
        # The rules of the counter.
        rulebook: counter   # as it hangs there
        lint: {vague-wrd: off, missing-owner: off}

        phrases:
          no:
            en:
              match:
                - "no problem"

                # said too often
                - 'no way'
                - no chance   # and never meant
                - 'no chance at all'
              sentence: ["no", "nope", 'no, sir']
              except: ["no problem", no chance, "no way", no~, nothing]
            sl: {match: [ne, "ne, hvala"], except: ["ne hvala", NE]}
        events: {answered: }
        standards:
          a: {on: answered, lint: {missing-resaon: off}, require: event.id != "x"}

        """

    private static let mended = """
        # The rules of the counter.
        rulebook: counter   # as it hangs there
        lint: {vague-word: off, missing-owner: off}

        phrases:
          no:
            en:
              match:

                # said too often
                - no chance   # and never meant
                - 'no chance at all'
              sentence: ['no, sir']
              except: ["no problem", no chance, "no way", no~, nothing]
            sl: {match: ["ne, hvala"], except: ["ne hvala", NE]}
        events: {answered: }
        standards:
          a: {on: answered, lint: {missing-reason: off}, require: event.id != "x"}

        """

    private func load(_ bytes: [UInt8]) throws -> Rulebook {
        var diagnostics = DiagnosticCollector()
        let rulebook = RulebookLoader.load(
            RulebookFiles(root: SourceFile(name: "counter.yaml", utf8: bytes)), diagnostics: &diagnostics)
        #expect(!diagnostics.hasErrors, "\(PlainRenderer().render(diagnostics.sorted))")
        return try #require(rulebook)
    }

    private func mended(_ bytes: [UInt8]) throws -> [UInt8] {
        let outcome = RulebookFixer().fix(try load(bytes))
        return try #require(outcome.changes.first).new.utf8
    }

    @Test("comments, quotes and layout stay; what would take a comment along stays as well")
    func keepsTheRest() throws {
        let new = String(decoding: try mended(Array(Self.text.utf8)), as: UTF8.self)
        #expect(new == Self.mended)
    }

    @Test("what is mended once is mended")
    func isIdempotent() throws {
        let new = try mended(Array(Self.text.utf8))
        let again = RulebookFixer().fix(try load(new))
        #expect(again.changes.isEmpty && again.mendedCount == 0)
    }

    @Test("findings only go away, as many as are told")
    func onlyTakesAway() throws {
        let rulebook = try load(Array(Self.text.utf8))
        let outcome = RulebookFixer().fix(rulebook)
        let before = Linter().lint(rulebook)
        let after = Linter().lint(try load(try #require(outcome.changes.first).new.utf8))
        #expect(before.count - after.count == outcome.mendedCount && outcome.mendedCount > 3)
        let kinds = Set(before.map { "\($0.code.rawValue) \($0.message)" })
        #expect(after.allSatisfy { kinds.contains("\($0.code.rawValue) \($0.message)") })
    }

    @Test("line breaks of other systems and the mark of byte order stay where they are")
    func keepsLineBreaksAndByteOrderMark() throws {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = mark + Array(Self.text.replacing("\n", with: "\r\n").utf8)
        #expect(try mended(text) == mark + Array(Self.mended.replacing("\n", with: "\r\n").utf8))
    }

    @Test("letters of more than one byte before a change do not move it")
    func countsBytes() throws {
        let text = Self.text.replacing("# said too often", with: "# prepogosto, žal, čisto preveč 🙂")
        let expected = Self.mended.replacing("# said too often", with: "# prepogosto, žal, čisto preveč 🙂")
        #expect(String(decoding: try mended(Array(text.utf8)), as: UTF8.self) == expected)
    }

    @Test("what is only probably meant is left to people")
    func leavesUnsafeAlone() throws {
        let rulebook = try load(
            Array("rulebook: counter\nphrases: {no: {en: [\"I am/I'm sorry\", hello]}}\nevents: {answered: }\n".utf8))
        #expect(RulebookFixer().fix(rulebook).changes.isEmpty)
    }
}
