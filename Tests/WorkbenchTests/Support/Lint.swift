import RulebookModel
import SourceText
import TestSupport
import Testing
import Workbench

/// Expects that the linter finds exactly this of one code in a marked text, each at its mark; other codes are not
/// looked at.
func expectLint(
    _ code: Diagnostic.Code, _ marked: String, _ expected: [ExpectedDiagnostic], files: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let header = """
        rulebook: test
        currency: EUR
        roles: [agent, supervisor]
        entities: {agent: {role: role}, customer: {tier: {enum: [standard, gold]}, staff: bool}, item: {price: money}}
        actions: {coupon.issue: {fields: {count: {type: int, min: 1}, value: money, items: list(item)}}}

        """
    // A file under this name has what several tests speak of.
    let files = files.merging(
        [
            "p.yaml":
                "actions: {discount.give: {fields: {rate: percent}}, promise.discount: {fields: {rate: percent}}, promise.call: {fields: {rate: percent}}}"
        ]
    ) { own, _ in own }
    try expectRulebookLint(code, header + marked, expected, files: files, sourceLocation: sourceLocation)
}

/// Expects that the linter finds exactly this of one code in a marked rulebook, each at its mark.
func expectRulebookLint(
    _ code: Diagnostic.Code, _ marked: String, _ expected: [ExpectedDiagnostic], files: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let source = MarkedSource(marked)
    var diagnostics = DiagnosticCollector()
    let others = Dictionary(uniqueKeysWithValues: files.map { ($0.key, SourceFile(name: $0.key, text: $0.value)) })
    let rulebook = RulebookLoader.load(RulebookFiles(root: source.file, others: others), diagnostics: &diagnostics)
    #expect(diagnostics.sorted.isEmpty, "\(PlainRenderer().render(diagnostics.sorted))", sourceLocation: sourceLocation)
    let found = Linter().lint(try #require(rulebook, sourceLocation: sourceLocation))
    #expect(found.allSatisfy { $0.severity != .error }, sourceLocation: sourceLocation)
    expectDiagnostics(found.filter { $0.code == code }, in: source, expected, sourceLocation: sourceLocation)
}
