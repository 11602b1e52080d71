internal import Audit
import RulebookModel

extension TerminalText {
    /// What metrics came to, a table for each.
    mutating func metrics(_ report: ComplianceReport) {
        for index in MetricText.standards(report) {
            let standard = report.standards[index]
            let selection = MetricText.selection(
                report.metrics, of: index, atMost: TextRenderer.figuresPerMetricMax)
            guard let first = selection.first else { continue }
            let shown = selection.shown
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
            for result in shown where !MetricText.remark(result).isEmpty {
                paragraph(
                    "\(result.key), \(result.period): \(MetricText.remark(result))", indent: 2,
                    columns: TextRenderer.columns,
                    role: .quiet)
            }
            if selection.hiddenCount > 0 {
                line("  and \(NumberText.grouped(selection.hiddenCount)) more: see the JSON or CSV report")
            }
        }
    }

    /// What people took out of metrics.
    mutating func exclusions(_ report: ComplianceReport) {
        guard !report.exclusions.isEmpty else { return }
        heading(ExclusionText.title)
        for entry in report.exclusions.prefix(TextRenderer.listMax) {
            let cells = ExclusionText.cells(entry, in: report)
            paragraph("\(cells[1]), \(cells[2]): \(cells[3])", indent: 2, columns: TextRenderer.columns)
            paragraph(
                "\(cells[0]): \(cells[4]); taken out: \(cells[5])", indent: 6, columns: TextRenderer.columns,
                role: .quiet)
        }
        if report.exclusions.count > TextRenderer.listMax {
            let more = NumberText.grouped(report.exclusions.count - TextRenderer.listMax)
            line("  and \(more) more: see the JSON or CSV report")
        }
    }
}
