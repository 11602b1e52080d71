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
            let (shown, hiddenCount) = MetricText.shown(
                report.metrics, of: index, atMost: MarkdownRenderer.figuresPerMetricMax)
            guard let first = shown.first else { continue }
            out.append("### \(escaped(standard.title.isEmpty ? standard.id : standard.title))\n\n")
            out.append(
                "\(escaped(standard.id)) · \(first.measure) · \(standard.severity.rawValue) · \(escaped(first.place))\n\n"
            )
            out.append(MarkdownText.row(["For", "Period", "Figure", "Asked", "Population", "Status", "Remark"]))
            out.append("| --- | --- | ---: | --- | ---: | --- | --- |\n")
            for result in shown {
                out.append(
                    MarkdownText.row([
                        escaped(result.key), escaped(result.period), escaped(result.figure?.text ?? "–"),
                        escaped(result.bound), MetricText.population(result), MetricText.status(result),
                        escaped(result.message),
                    ]))
            }
            if hiddenCount > 0 {
                out.append("\nand \(NumberText.grouped(hiddenCount)) more: see the JSON or CSV report\n")
            }
            out.append("\n")
        }
    }
}
