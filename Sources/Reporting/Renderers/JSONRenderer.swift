public import Audit

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
        var json = JSONOutput()
        json.beginObject()
        json.member("schema", ComplianceReportSchema.identifier)
        json.key("generator")
        json.beginObject(.inline)
        json.member("name", report.generator.name)
        json.member("version", report.generator.version)
        json.end()
        json.rulebooks(report.rulebooks)
        json.inputs(report.inputs)
        json.scope(report.scope)
        json.reading(report.reading)
        json.standards(report.standards)
        json.scores(report.scores)
        json.timeline(report.timeline)
        json.countedTexts("missing_facts", naming: "path", report.missingFacts)
        json.member("findings_omitted", report.findingsOmitted)
        json.key("findings")
        json.beginArray()
        for finding in report.log.findings {
            json.finding(finding, of: report)
            try json.out.flush(to: sink)
        }
        json.end()
        json.end()
        json.raw("\n")
        try sink(json.out.take())
    }
}
