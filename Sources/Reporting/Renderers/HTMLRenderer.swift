public import Audit
import RulebookModel

/// Writes the report as one page without scripts or anything from outside: for a screen, a phone, or paper.
public struct HTMLRenderer: ReportRenderer {
    /// How many notable findings are shown of each standard; the JSON and CSV reports list all.
    public static let findingsPerStandardMax = 200
    /// How many figures are shown of each metric, those that are not met first.
    public static let figuresPerMetricMax = 200
    /// How many findings that were met are shown of each standard, as a sample.
    public static let metPerStandardMax = 5

    /// Makes the renderer.
    public init() {}

    /// Writes the page; the pieces end between the groups of findings.
    public func render<Failure: Error>(
        _ report: ComplianceReport, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var page = HTMLPage()
        page.begin(report)
        page.header(report)
        page.writeLine("<main>")
        page.answer(report)
        page.navigation(Self.parts(of: report))
        if !report.standards.isEmpty { page.standards(report) }
        page.metrics(report)
        page.exclusions(report)
        page.timeline(report)
        page.scores(report)
        page.beginFindings(report)
        let limits = FindingSelection.Limits(notableMax: Self.findingsPerStandardMax, metMax: Self.metPerStandardMax)
        let selection = FindingSelection(report, limits: limits)
        let order =
            HTMLPage.worstFirst(report) + report.standardIndices(force: .should) + report.standardIndices(force: .may)
        for index in AppliedStandards(order, of: report).applied {
            page.group(selection.groups[index], at: index, in: report)
            try page.out.flush(to: sink)
        }
        if report.standards.isEmpty { page.writeLine("<p class=\"note\">No standard was judged.</p>") }
        page.endSection()
        page.missingFacts(report)
        page.basis(report)
        page.writeLine("</main>")
        page.end(report)
        try sink(page.out.take())
    }

    private static func parts(of report: ComplianceReport) -> [(id: String, title: String)] {
        var parts: [(id: String, title: String)] = []
        if !report.standards.isEmpty { parts.append(("standards", "Standards")) }
        if !report.metrics.isEmpty { parts.append(("metrics", "Metrics")) }
        if !report.exclusions.isEmpty { parts.append(("exclusions", "Taken out")) }
        if !report.timeline.points.isEmpty { parts.append(("time", "Over time")) }
        if report.scores.contains(where: { $0.kind != .overall }) { parts.append(("scores", "Scores")) }
        parts.append(("findings", "Findings"))
        if !report.missingFacts.isEmpty { parts.append(("missing", "Missing facts")) }
        return parts + [("basis", "What it rests on")]
    }
}
