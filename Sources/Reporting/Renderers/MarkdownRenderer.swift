public import Audit
import RulebookModel

/// Writes the report as GitHub's Markdown, for a pull request, a wiki or a letter.
public struct MarkdownRenderer: ReportRenderer {
    /// How many notable findings are shown of each standard; the JSON and CSV reports list all.
    public static let findingsPerStandardMax = 50
    /// How many figures are shown of each metric, those that are not met first.
    public static let figuresPerMetricMax = 100
    /// How many entries of other lists are shown.
    public static let listMax = 20

    /// Makes the renderer.
    public init() {}

    /// Writes the report.
    public func render<Failure: Error>(
        _ report: ComplianceReport, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var page = MarkdownPage()
        page.summary(report)
        page.standards("Standards", report, force: .must)
        page.standards("Advice", report, force: .should)
        page.standards("Recognition", report, force: .may)
        page.metrics(report)
        page.exclusions(report)
        let limits = FindingSelection.Limits(notableMax: Self.findingsPerStandardMax, metMax: 0)
        let selection = FindingSelection(report, limits: limits)
        if selection.groups.contains(where: { !$0.shown.isEmpty }) { page.heading("Findings") }
        for index in report.standards.indices where !selection.groups[index].shown.isEmpty {
            page.findings(selection.groups[index], of: report.standards[index], in: report.log)
            try page.out.flush(to: sink)
        }
        page.scores(report)
        page.missingFacts(report)
        page.basis(report)
        try sink(page.out.take())
    }
}
