import RulebookModel
import SourceText
import TestSupport
import Testing

/// A small vocabulary that the tests of loading share, and ways to load rulebooks over it.
enum CareDesk {
    static let vocabulary = """
        roles: [agent, senior, supervisor]
        entities:
          agent: {role: role, skills: list(string)}
          customer:
            tier: {enum: [standard, gold]}
            years: {type: int, min: 0}
            staff: {type: bool, default: false}
            since: date
            credit: money
          order: {status: {enum: [pending, shipped]}, total: money, placed_by: customer, items: list(item)}
          item: {kind: string, price: money}
        actions:
          coupon.issue:
            about: [customer, case]
            fields: {count: {type: int, min: 1}, value: money, wait: duration}
          refund.pay: {fields: {amount: money, share: percent, count: decimal}}
          call.transfer: {fields: {to: agent}}
        events:
          utterance: {fields: {speaker: {enum: [agent, customer]}, text: string}}
          ring:
          agent.turn: {is: utterance, where: event.speaker == "agent"}
          remedy: {is: [coupon.issue, refund.pay]}
        """

    /// The keys that a rulebook over the vocabulary begins with.
    static let header = "rulebook: test\ncurrency: EUR\ninclude: vocabulary.yaml\n"

    /// Loads files; the first is the root.
    static func load(
        _ text: String, files: [String: String] = [:]
    ) -> (rulebook: Rulebook?, diagnostics: [Diagnostic]) {
        load(SourceFile(name: "test.yaml", text: text), files: files)
    }

    static func load(
        _ root: SourceFile, files: [String: String] = [:]
    ) -> (rulebook: Rulebook?, diagnostics: [Diagnostic]) {
        var others = files.mapValues { $0 }
        others["vocabulary.yaml"] = others["vocabulary.yaml"] ?? vocabulary
        let sources = Dictionary(
            uniqueKeysWithValues: others.map { ($0.key, SourceFile(name: $0.key, text: $0.value)) })
        var diagnostics = DiagnosticCollector()
        let rulebook = RulebookLoader.load(RulebookFiles(root: root, others: sources), diagnostics: &diagnostics)
        return (rulebook, diagnostics.sorted)
    }

    /// Loads a text over the vocabulary that must be right.
    static func rulebook(
        _ text: String, files: [String: String] = [:], sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Rulebook {
        let (rulebook, diagnostics) = load(header + text, files: files)
        #expect(diagnostics.isEmpty, "\(PlainRenderer().render(diagnostics))", sourceLocation: sourceLocation)
        return try #require(rulebook, sourceLocation: sourceLocation)
    }

    /// Expects that a marked text over the vocabulary is refused with exactly these diagnostics, each at its mark.
    static func expectRefusal(
        _ marked: String, _ expected: [ExpectedDiagnostic], files: [String: String] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        expectRootRefusal(header + marked, expected, files: files, sourceLocation: sourceLocation)
    }

    /// Expects that a marked text, which is the whole root file, is refused with exactly these diagnostics.
    static func expectRootRefusal(
        _ marked: String, _ expected: [ExpectedDiagnostic], files: [String: String] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let source = MarkedSource(marked)
        let (rulebook, diagnostics) = load(source.file, files: files)
        #expect(rulebook == nil, "the text must be refused", sourceLocation: sourceLocation)
        expectDiagnostics(diagnostics, in: source, expected, sourceLocation: sourceLocation)
    }
}

/// A text that is refused, with what is said about it.
struct Refusal: CustomTestStringConvertible, Sendable {
    let marked: String
    let expected: [ExpectedDiagnostic]

    init(_ marked: String, _ expected: ExpectedDiagnostic...) {
        self.marked = marked
        self.expected = expected
    }

    var testDescription: String { marked }
}
