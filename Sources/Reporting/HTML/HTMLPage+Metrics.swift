internal import Audit
import RulebookEngine

extension HTMLPage {
    /// What metrics came to, a table for each.
    mutating func metrics(_ report: ComplianceReport) {
        guard !report.metrics.isEmpty else { return }
        section("metrics", "Metrics", lead: "Figures over many events, for each period by itself.")
        for index in MetricText.standards(report) {
            let standard = report.standards[index]
            let selection = MetricText.selection(
                report.metrics, of: index, atMost: HTMLRenderer.figuresPerMetricMax)
            guard let first = selection.first else { continue }
            let caption = "\(standard.title.isEmpty ? standard.id : standard.title): \(first.measure)"
            writeLine("<div class=\"metric\" id=\"m\(index)\">")
            if !selection.notable.isEmpty { write(Self.table(caption, selection.notable)) }
            if !selection.kept.isEmpty {
                let count = NumberText.grouped(selection.kept.count)
                let title =
                    selection.notable.isEmpty ? "\(HTMLText.escaped(caption)): all \(count) met" : "\(count) met"
                writeLine("<details class=\"more\"><summary>\(title)</summary>")
                write(Self.table(caption, selection.kept))
                writeLine("</details>")
            }
            if selection.hiddenCount > 0 {
                let count = NumberText.grouped(selection.hiddenCount)
                writeLine("<p class=\"note\">and \(count) more: see the JSON or CSV report</p>")
            }
            writeLine("</div>")
        }
        endSection()
    }

    private static func table(_ caption: String, _ results: [MetricResult]) -> String {
        var table = HTMLTable(
            caption: caption,
            columns: [
                ("For", .name), ("Period", .text), ("Figure", .figure), ("Asked", .text), ("Population", .figure),
                ("Status", .text),
            ])
        table.rows = results.map(row)
        return table.html
    }

    /// What people took out of metrics.
    mutating func exclusions(_ report: ComplianceReport) {
        guard !report.exclusions.isEmpty else { return }
        section("exclusions", ExclusionText.title, lead: ExclusionText.lead)
        let kinds: [HTMLTable.Kind] = [.name, .text, .text, .text, .text, .text]
        var table = HTMLTable(
            caption: "By metric, in the order in which they were declared",
            columns: Array(zip(ExclusionText.columns, kinds)).map { (title: $0.0, kind: $0.1) })
        for entry in report.exclusions.prefix(HTMLRenderer.figuresPerMetricMax) {
            table.rows.append(ExclusionText.cells(entry, in: report).map { HTMLText.isolated($0) })
        }
        write(table.html)
        more(report.exclusions.count, shown: table.rows.count)
        endSection()
    }

    private static func row(_ result: MetricResult) -> [String] {
        let tone = result.status?.rawValue ?? ""
        let status = result.status?.badge ?? MetricText.withoutVerdict
        let words = MetricText.remark(result)
        let remark = words.isEmpty ? "" : "<br><span class=\"remark\">\(HTMLText.isolated(words))</span>"
        return [
            HTMLText.isolated(result.key), HTMLText.isolated(result.period),
            "<strong class=\"\(tone)\">\(HTMLText.escaped(result.figure?.text ?? "–"))</strong>",
            HTMLText.escaped(result.bound), MetricText.population(result), status + remark,
        ]
    }
}
