internal import Audit
import RulebookModel

extension TerminalText {
    /// What metrics came to, a table for each.
    mutating func metrics(_ report: ComplianceReport) {
        for index in MetricText.standards(report) {
            let standard = report.standards[index]
            let (shown, hiddenCount) = MetricText.shown(
                report.metrics, of: index, atMost: TextRenderer.figuresPerMetricMax)
            guard let first = shown.first else { continue }
            heading(standard.title.isEmpty ? standard.id : "\(standard.title) (\(standard.id))")
            // A bound can depend on whose figure it is; then it stands with each.
            let isOneBound = shown.allSatisfy { $0.bound == first.bound }
            let asked = isOneBound && !first.bound.isEmpty ? "\(first.measure), \(first.bound)" : first.measure
            paragraph(
                "\(asked) · \(standard.severity.rawValue) · \(first.place)", indent: 2, columns: TextRenderer.columns,
                role: .quiet)
            let rows = shown.map { result in
                [
                    VisibleText.oneLine("\(result.key), \(result.period)" + (isOneBound ? "" : ", \(result.bound)")),
                    result.figure?.text ?? "–",
                    MetricText.population(result), MetricText.status(result),
                ]
            }
            let headers = ["for", "figure", "of", "status"]
            for line in TextTableLayout(headers: headers, columns: TextRenderer.columns).lines(rows) { self.line(line) }
            for result in shown where !result.message.isEmpty {
                paragraph(
                    "\(result.key), \(result.period): \(result.message)", indent: 2, columns: TextRenderer.columns,
                    role: .quiet)
            }
            if hiddenCount > 0 { line("  and \(NumberText.grouped(hiddenCount)) more: see the JSON or CSV report") }
        }
    }
}
