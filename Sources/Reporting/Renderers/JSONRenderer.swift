public import Audit
import JSONSyntax

/// Writes the whole report as JSON, in the shape that ``ComplianceReportSchema`` publishes.
///
/// Summaries come first and the findings last, one a line, so that a reader of streams and a reader of differences are
/// both served.
public struct JSONRenderer: ReportRenderer {
    /// Makes the renderer.
    public init() {}

    /// Writes the report; the pieces end between findings.
    public func render<Failure: Error>(
        _ report: ComplianceReport, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var json = JSONWriter(style: .pretty)
        json.beginObject()
        json.member("schema", ComplianceReportSchema.identifier)
        json.name("generator")
        json.object(.inline) {
            $0.member("name", report.generator.name)
            $0.member("version", report.generator.version)
        }
        json.rulebooks(report.rulebooks)
        json.inputs(report.inputs)
        json.scope(report.scope)
        json.reading(report.reading)
        json.standards(report.standards)
        json.scores(report.scores)
        json.timeline(report.timeline)
        json.countedTexts("missing_facts", naming: "path", report.missingFacts)
        json.metrics(report)
        json.exclusions(report)
        json.member("findings_omitted", report.findingsOmitted)
        json.name("findings")
        json.beginList()
        for finding in report.log.findings {
            json.finding(finding, of: report)
            if json.utf8.count >= ReportBytes.pieceBytes { try sink(json.take()) }
        }
        json.endList()
        json.endObject()
        json.endLine()
        try sink(json.take())
    }
}
