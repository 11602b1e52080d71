public import Audit
import RulebookEngine
import RulebookModel

/// Writes one line a finding, then one a metric, period and key, whose type is `metric` and whose time is the end of
/// the period, then one for each time that somebody took rows out of a metric, whose status is `excluded`; as RFC 4180 says: comma, CRLF, quotes where they are needed.
///
/// A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a line break) gets an
/// apostrophe in front; who needs the exact text reads the JSON report. Evidence stands in one cell, as `name=value`
/// joined by `; `.
public struct CSVRenderer: ReportRenderer {
    /// The names of the columns, in order.
    public static let columns = [
        "event", "type", "time", "standard", "status", "severity", "force", "effect", "place", "clause", "message",
        "agent", "team", "interaction", "channel", "reason", "approved_by", "evidence",
    ]

    /// Makes the renderer.
    public init() {}

    /// Writes the findings; the pieces end between lines.
    public func render<Failure: Error>(
        _ report: ComplianceReport, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var out = ReportBytes()
        out.append(Self.columns.joined(separator: ",") + "\r\n")
        for finding in report.log.findings {
            appendLine(finding, of: report, to: &out)
            try out.flush(to: sink)
        }
        for metric in report.metrics {
            appendLine(metric, of: report, to: &out)
            try out.flush(to: sink)
        }
        for entry in report.exclusions {
            appendLine(entry, of: report, to: &out)
            try out.flush(to: sink)
        }
        try sink(out.take())
    }

    private func appendLine(_ finding: Finding, of report: ComplianceReport, to out: inout ReportBytes) {
        let log = report.log
        let event = log.event(of: finding)
        let standard = report.standards[log.standardIndex(of: finding)]
        func cell(_ text: TextTable.ID) {
            appendCell(log.texts.utf8(of: text), to: &out)
            out.append(UInt8(ascii: ","))
        }
        func cell(_ text: String) {
            appendCell(ArraySlice(text.utf8), to: &out)
            out.append(UInt8(ascii: ","))
        }
        cell(event.id)
        cell(event.type)
        cell(event.time.text)
        cell(standard.id)
        cell(finding.status.rawValue)
        cell(standard.severity.rawValue)
        cell(standard.force.rawValue)
        cell(finding.effect)
        cell(finding.place)
        cell(finding.clause)
        cell(finding.message)
        cell(event.agent)
        cell(event.team)
        cell(event.interaction)
        cell(event.channel)
        cell(event.reason)
        cell(event.approvedBy)
        var evidence: [UInt8] = []
        for value in log.evidence(of: finding) {
            if !evidence.isEmpty { evidence += "; ".utf8 }
            evidence += log.texts.utf8(of: value.name)
            evidence.append(UInt8(ascii: "="))
            evidence += log.texts.utf8(of: value.value)
        }
        appendCell(evidence[...], to: &out)
        out.append("\r\n")
    }

    private func appendLine(_ metric: MetricResult, of report: ComplianceReport, to out: inout ReportBytes) {
        let standard = report.standards[metric.standard]
        let evidence = MetricText.evidence(metric).map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
        let cells = [
            "", "metric", metric.end?.text ?? "", standard.id, metric.status?.rawValue ?? MetricText.withoutVerdict,
            standard.severity.rawValue, standard.force.rawValue, "", metric.place, metric.bound, metric.message, "", "",
            "", "", "", "", evidence,
        ]
        appendLine(cells, to: &out)
    }

    private func appendLine(_ entry: MetricExclusionEntry, of report: ComplianceReport, to out: inout ReportBytes) {
        let standard = report.standards[entry.standard]
        let cells = [
            entry.event, entry.type, entry.time?.text ?? "", standard.id, "excluded", standard.severity.rawValue,
            standard.force.rawValue, "", standard.place, "", entry.refusal, entry.who, "", "", "", entry.reason, "",
            "rows=\(entry.rows); removed=\(entry.removedCount)",
        ]
        appendLine(cells, to: &out)
    }

    private func appendLine(_ cells: [String], to out: inout ReportBytes) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            appendCell(ArraySlice(cell.utf8), to: &out)
        }
        out.append("\r\n")
    }

    private func appendCell(_ text: ArraySlice<UInt8>, to out: inout ReportBytes) {
        let quote = UInt8(ascii: "\"")
        let guarded = Self.looksLikeFormula(text)
        let mustQuote = text.contains { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D }
        if mustQuote { out.append(quote) }
        if guarded { out.append(UInt8(ascii: "'")) }
        for byte in text {
            if byte == quote { out.append(quote) }
            out.append(byte)
        }
        if mustQuote { out.append(quote) }
    }

    /// Whether a spreadsheet might run the cell; the full-width signs are read as formulas by some of them too.
    private static func looksLikeFormula(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: return true
        default: return ["＝", "＋", "－", "＠"].contains { text.starts(with: $0.utf8) }
        }
    }
}
