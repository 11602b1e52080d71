internal import Audit
import RulebookEngine
import RulebookModel

extension HTMLPage {
    /// Up to how many findings of a standard stand open when the page opens.
    static let openMax = 25
    /// How many findings of a standard are printed on paper, those that ask most for a look.
    static let printedMax = 5

    /// Begins the findings.
    mutating func beginFindings(_ report: ComplianceReport) {
        var lead = "Each opens to its evidence: the event, the clause that decided, and the values that it read."
        if report.findingsOmitted > 0 { lead += " " + ReportWords.omitted(report.findingsOmitted) + "." }
        section("findings", "Findings", lead: lead)
    }

    /// The findings of a standard, under what the standard says.
    mutating func group(_ group: FindingSelection.Group, at index: Int, in report: ComplianceReport) {
        let standard = report.standards[index]
        let isOpen = standard.counts[.missed] > 0 && group.shown.count <= Self.openMax
        // On paper only what was missed at some event.
        let kind = group.shown.contains { $0.status == .missed } ? "group notable" : "group"
        writeLine("<details class=\"\(kind)\" id=\"s\(index)\"\(isOpen ? " open" : "")>")
        write("<summary><h3>\(Self.name(standard))</h3> \(Self.severity(standard))")
        if standard.force != .must { write(" <span class=\"severity\">\(standard.force.rawValue)</span>") }
        write("<span class=\"counts\">")
        for status in FindingStatus.byUrgency where standard.counts[status] > 0 && status != .notApplicable {
            write(
                "<span class=\"\(status.rawValue)\">\(NumberText.grouped(standard.counts[status])) \(status.word)</span> "
            )
        }
        writeLine("</span></summary>")
        if !standard.because.isEmpty {
            writeLine("<p class=\"because\" dir=\"auto\">\(HTMLText.escaped(standard.because))</p>")
        }
        writeLine("<dl class=\"facts\">")
        fact("Standard", "<code>\(HTMLText.escaped(standard.id))</code>")
        if !standard.place.isEmpty { fact("Defined at", "<code>\(HTMLText.escaped(standard.place))</code>") }
        if !standard.source.isEmpty { fact("Carries out", HTMLText.isolated(standard.source)) }
        if !standard.owner.isEmpty { fact("Owner", HTMLText.isolated(standard.owner)) }
        if !standard.topReasons.isEmpty {
            let reasons = standard.topReasons.map { "\(NumberText.grouped($0.count)) × \(HTMLText.isolated($0.text))" }
            fact("Most often", reasons.joined(separator: "<br>"))
        }
        writeLine("</dl>")
        for (number, finding) in group.shown.enumerated() {
            self.finding(finding, in: report.log, isPrinted: number < Self.printedMax)
        }
        let notable = group.shown.count { $0.status != .met } + group.notableHidden
        if notable > Self.printedMax {
            let more = NumberText.grouped(notable - Self.printedMax)
            writeLine("<p class=\"note paper\">and \(more) more in the file</p>")
        }
        if group.notableHidden > 0 {
            let more = NumberText.grouped(group.notableHidden)
            writeLine("<p class=\"note screen\">and \(more) more: see the JSON or CSV report</p>")
        }
        if group.shown.isEmpty {
            let isMetric = report.metrics.contains { $0.standard == index }
            let words =
                isMetric ? "<a href=\"#m\(index)\">Its figures</a> stand under Metrics." : "No findings to show."
            writeLine("<p class=\"note\">\(words)</p>")
        }
        writeLine("</details>")
    }

    private mutating func finding(_ finding: Finding, in log: FindingLog, isPrinted: Bool) {
        let event = log.event(of: finding)
        func text(_ id: TextTable.ID) -> String { HTMLText.isolated(log.texts[id]) }
        write(
            "<details class=\"finding\(isPrinted ? "" : " screen")\"><summary>\(finding.status.badge) <code>\(text(event.id))</code>"
        )
        write(" <time datetime=\"\(event.time.text)\">\(event.time.shortText)</time>")
        if !event.agent.isEmpty { write(" <span class=\"agent\">\(text(event.agent))</span>") }
        if !finding.message.isEmpty { write(" <span class=\"message\">\(text(finding.message))</span>") }
        writeLine("</summary>")
        writeLine("<div class=\"proof\">")
        values(log.evidence(of: finding), in: log)
        writeLine("<dl class=\"facts\">")
        let facts: [(String, TextTable.ID)] = [
            ("Type", event.type), ("Clause", finding.clause), ("Effect", finding.effect), ("Reason", event.reason),
            ("Approved by", event.approvedBy), ("Team", event.team), ("Interaction", event.interaction),
            ("Channel", event.channel),
        ]
        for (term, id) in facts where !id.isEmpty { fact(term, text(id)) }
        fact("Time", "<time>\(event.time.text)</time>")
        if !finding.place.isEmpty { fact("Decided at", "<code>\(HTMLText.escaped(log.texts[finding.place]))</code>") }
        writeLine("</dl></div></details>")
    }

    private mutating func values(_ values: ArraySlice<EvidenceValue>, in log: FindingLog) {
        guard !values.isEmpty else { return }
        writeLine("<dl class=\"values\" aria-label=\"Evidence\">")
        for value in values {
            let name = HTMLText.escaped(log.texts[value.name])
            fact("<code>\(name)</code>", HTMLText.isolated(log.texts[value.value]))
        }
        writeLine("</dl>")
    }
}
