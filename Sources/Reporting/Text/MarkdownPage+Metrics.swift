internal import Audit
import RulebookModel

extension MarkdownPage {
    /// What metrics came to, a table for each.
    mutating func metrics(_ report: ComplianceReport) {
        guard !report.metrics.isEmpty else { return }
        heading("Metrics")
        func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
        for index in MetricText.standards(report) {
            let standard = report.standards[index]
            let selection = MetricText.selection(
                report.metrics, of: index, atMost: MarkdownRenderer.figuresPerMetricMax)
            guard let first = selection.first else { continue }
            out.append("### \(escaped(standard.title.isEmpty ? standard.id : standard.title))\n\n")
            out.append(
                "\(escaped(standard.id)) · \(first.measure) · \(standard.severity.rawValue) · \(escaped(first.place))\n\n"
            )
            figures(selection.notable)
            if !selection.kept.isEmpty {
                let isFolded = !selection.notable.isEmpty
                if isFolded { out.append("\n<details><summary>\(selection.kept.count) that were met</summary>\n\n") }
                figures(selection.kept)
                if isFolded { out.append("\n</details>\n") }
            }
            if selection.hiddenCount > 0 {
                out.append("\nand \(NumberText.grouped(selection.hiddenCount)) more: see the JSON or CSV report\n")
            }
            out.append("\n")
        }
    }

    private mutating func figures(_ results: [MetricResult]) {
        guard !results.isEmpty else { return }
        func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
        out.append(MarkdownText.row(["For", "Period", "Figure", "Asked", "Population", "Status", "Remark"]))
        out.append("| --- | --- | ---: | --- | ---: | --- | --- |\n")
        for result in results {
            out.append(
                MarkdownText.row([
                    escaped(result.key), escaped(result.period), escaped(result.figure?.text ?? "–"),
                    escaped(result.bound), MetricText.population(result), MetricText.status(result),
                    escaped(MetricText.remark(result)),
                ]))
        }
    }

    /// What people took out of metrics.
    mutating func exclusions(_ report: ComplianceReport) {
        guard !report.exclusions.isEmpty else { return }
        heading(ExclusionText.title)
        out.append("\(ExclusionText.lead)\n\n")
        out.append(
            MarkdownText.row(ExclusionText.columns) + MarkdownText.rule(left: ExclusionText.columns.count, right: 0))
        for entry in report.exclusions.prefix(MarkdownRenderer.figuresPerMetricMax) {
            out.append(MarkdownText.row(ExclusionText.cells(entry, in: report).map { MarkdownText.escaped($0) }))
        }
        if report.exclusions.count > MarkdownRenderer.figuresPerMetricMax {
            let more = NumberText.grouped(report.exclusions.count - MarkdownRenderer.figuresPerMetricMax)
            out.append("\nand \(more) more: see the JSON or CSV report\n")
        }
        out.append("\n")
    }
}
