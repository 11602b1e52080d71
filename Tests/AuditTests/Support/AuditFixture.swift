import Audit
import CEL
import Foundation
import JSONSyntax
import RulebookEngine
import RulebookModel
import SourceText
import Testing
import TestSupport

/// Rulebooks, mappings and audits made of texts.
enum AuditFixture {
    /// A rulebook of one text.
    static func rulebook(_ text: String) throws -> CompiledVersions {
        try compiled(RulebookFiles(root: SourceFile(name: "rulebook.yaml", text: text)))
    }

    /// A rulebook of the repository's `Policies` folder.
    static func policy(_ name: String) throws -> CompiledVersions {
        var others = try yamlFiles(in: "Policies/\(name)")
        let root = try #require(others["rulebook.yaml"])
        others["rulebook.yaml"] = nil
        return try compiled(RulebookFiles(root: root, others: others))
    }

    private static func compiled(_ files: RulebookFiles) throws -> CompiledVersions {
        var diagnostics = DiagnosticCollector()
        let rulebook = RulebookLoader.load(files, diagnostics: &diagnostics)
        let errors = diagnostics.sorted.filter { $0.severity == .error }.map { "\($0.range.place): \($0.message)" }
        #expect(errors.isEmpty)
        return CompiledVersions(try #require(rulebook))
    }

    /// A mapping of one text, made ready for a rulebook.
    static func mapping(_ text: String, for rulebook: CompiledVersions) throws -> MappingProgram {
        var diagnostics = DiagnosticCollector()
        let file = MappingFile.load(SourceFile(name: "mapping.yaml", text: text), diagnostics: &diagnostics)
        #expect(diagnostics.sorted.map { "\($0.range.place): \($0.message)" } == [])
        return MappingProgram(try #require(file), for: rulebook.versions.newest, diagnostics: &diagnostics)
    }

    /// A mapping of the repository's `Examples` folder.
    static func exampleMapping(_ name: String, for rulebook: CompiledVersions) throws -> MappingProgram {
        let url = repositoryRoot.appending(path: "Examples/mappings/\(name)")
        return try mapping(String(decoding: try Data(contentsOf: url), as: UTF8.self), for: rulebook)
    }

    /// The rulebook and the mapping of a folder of `Examples`.
    static func example(_ name: String) throws -> (rulebook: CompiledVersions, mapping: MappingProgram) {
        var others = try yamlFiles(in: "Examples/\(name)/rulebook")
        let found = others.removeValue(forKey: "rulebook.yaml")
        let root = try #require(found)
        let compiled = try compiled(RulebookFiles(root: root, others: others))
        let text = try String(
            contentsOf: repositoryRoot.appending(path: "Examples/\(name)/mapping.yaml"), encoding: .utf8)
        return (compiled, try mapping(text, for: compiled))
    }

    /// The report on a log.
    static func audit(
        _ log: String, name: String = "log.jsonl", by rulebook: CompiledVersions, mapping: MappingProgram? = nil,
        asOf: String? = nil, listing: AuditOptions.Listing = .decided
    ) throws -> ComplianceReport {
        let options = AuditOptions(
            asOf: asOf.flatMap { CELTimestamp(parsing: $0) }, listing: listing,
            generator: ReportGenerator(version: "test"))
        var auditor = try Auditor(rulebook: rulebook, mapping: mapping, options: options)
        try auditor.consume(LogInput(name: name, source: .memory(Array(log.utf8))))
        return try auditor.finish()
    }

    /// The rows that a log holds.
    static func rows(
        _ log: String, name: String = "log.jsonl", for rulebook: CompiledVersions, mapping: MappingProgram? = nil,
        asOf: String? = nil
    ) throws -> [LogRow] {
        var reader = try LogReader(
            LogInput(name: name, source: .memory(Array(log.utf8))), events: rulebook.reader, mapping: mapping,
            asOf: asOf.flatMap { CELTimestamp(parsing: $0) })
        var rows: [LogRow] = []
        while let row = try reader.next() { rows.append(row) }
        return rows
    }
}

extension ComplianceReport {
    /// Every finding as `event standard status`.
    var findingTexts: [String] {
        log.findings.map { finding in
            "\(log.texts[log.event(of: finding).id]) \(standards[log.standardIndex(of: finding)].id) \(finding.status.rawValue)"
        }
    }

    /// The counts of a standard.
    func counts(_ id: String) -> StatusCounts { standards.first { $0.id == id }?.counts ?? StatusCounts() }
}

extension LogRow {
    /// The events as compact JSON.
    var eventTexts: [String] {
        records.map { record in
            switch record {
            case .event(let event):
                var writer = JSONWriter()
                writer.value(event.root)
                return String(decoding: writer.utf8, as: UTF8.self)
            case .attestation(let attestation):
                return "attested \(attestation.event) \(attestation.standard) \(attestation.answer)"
            }
        }
    }
}
