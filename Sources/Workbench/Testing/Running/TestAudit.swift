import Audit
import JSONSyntax
import RulebookEngine
import SourceText

/// Has the events of a test judged as a log.
struct TestAudit {
    private let versions: CompiledVersions
    private let generator: ReportGenerator

    init(_ versions: CompiledVersions, generator: ReportGenerator) {
        self.versions = versions
        self.generator = generator
    }

    /// The report on the events of a case, settled up to its `now`.
    func report(on test: TestCase) throws -> ComplianceReport {
        var writer = JSONWriter(style: .compact)
        for event in test.given + [test.question].compactMap(\.self) {
            writer.node(event.event.root)
            writer.endLine()
        }
        let options = AuditOptions(
            asOf: test.now, listing: .all, generator: generator, completeFrom: test.completeFrom)
        var auditor = try Auditor(rulebook: versions, mapping: nil, options: options)
        try auditor.consume(LogInput(name: test.range.file.name, source: .memory(writer.utf8)))
        return try auditor.finish()
    }
}
