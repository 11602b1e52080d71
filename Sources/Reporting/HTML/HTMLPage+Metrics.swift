internal import Audit
import RulebookEngine

extension HTMLPage {
    /// What metrics came to, a table for each.
    mutating func metrics(_ report: ComplianceReport) {
        guard !report.metrics.isEmpty else { return }
        section("metrics", "Metrics", lead: "Figures over many events, for each period by itself.")
        for index in MetricText.standards(report) {
            let standard = report.standards[index]
            let (shown, hiddenCount) = MetricText.shown(
                report.metrics, of: index, atMost: HTMLRenderer.figuresPerMetricMax)
            guard let first = shown.first else { continue }
            var table = HTMLTable(
                caption: "\(standard.title.isEmpty ? standard.id : standard.title): \(first.measure)",
                columns: [
                    ("For", .name), ("Period", .text), ("Figure", .figure), ("Asked", .text), ("Population", .figure),
                    ("Status", .text),
                ])
            table.rows = shown.map(Self.row)
            write(table.html)
            if hiddenCount > 0 {
                writeLine(
                    "<p class=\"note\">and \(NumberText.grouped(hiddenCount)) more: see the JSON or CSV report</p>")
            }
        }
        endSection()
    }

    private static func row(_ result: MetricResult) -> [String] {
        let tone = result.status?.rawValue ?? ""
        let status = result.status?.badge ?? MetricText.withoutVerdict
        let remark = result.message.isEmpty ? "" : "<br><span class=\"id\">\(HTMLText.isolated(result.message))</span>"
        return [
            HTMLText.isolated(result.key), HTMLText.isolated(result.period),
            "<strong class=\"\(tone)\">\(HTMLText.escaped(result.figure?.text ?? "–"))</strong>",
            HTMLText.escaped(result.bound), MetricText.population(result), status + remark,
        ]
    }
}
