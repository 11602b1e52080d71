internal import Audit
import RulebookEngine
import RulebookModel

extension TerminalText {
    private var columns: Int { TextRenderer.columns }

    /// What the report is about.
    mutating func header(_ report: ComplianceReport) {
        line(styled("Compliance report", .heading))
        for rulebook in report.rulebooks {
            paragraph("\(rulebook.title) (\(rulebook.id) \(rulebook.version))", indent: 0, columns: columns)
        }
        paragraph(ReportWords.period(report.scope), indent: 0, columns: columns, role: .quiet)
        for filter in report.scope.filters {
            paragraph("only \(filter)", indent: 0, columns: columns, role: .quiet)
        }
    }

    /// The figures that answer the first question: were the standards kept.
    mutating func answer(_ report: ComplianceReport) {
        let overall = report.overall
        line()
        let kept = NumberText.percent(overall.counts.compliance)
        line(styled(kept, .heading) + " kept of " + NumberText.counted(overall.counts.judged, "judged finding"))
        line(NumberText.percent(overall.score.share) + " weighted by severity (minor 1, major 3, critical 10)")
        if overall.criticalMissed > 0 {
            let count = NumberText.counted(overall.criticalMissed, "finding")
            line(styled("✗ \(count) of critical standards missed", .alarm))
        }
        let counts = FindingStatus.allCases.map { status in
            styled("\(status.symbol) \(NumberText.grouped(overall.counts[status])) \(status.word)", .status(status))
        }
        // Seven counts fit two lines of a hundred columns even in the millions.
        line(counts.prefix(4).joined(separator: "   "))
        line(counts.dropFirst(4).joined(separator: "   "))
        if let note = ReportWords.totals(report) { paragraph(note, indent: 0, columns: columns, role: .quiet) }
    }

    /// The counts of each standard of a force.
    mutating func standards(_ title: String, _ report: ComplianceReport, force: Force) {
        let parts = AppliedStandards(report.standardIndices(force: force), of: report)
        guard !parts.applied.isEmpty || !parts.never.isEmpty else { return }
        heading(title)
        let headers = ["id", "kept", "met", "missed", "discr.", "excused", "pending", "undet.", "n/a"]
        let rows = parts.applied.map { index in
            let standard = report.standards[index]
            return [VisibleText.oneLine(standard.id), NumberText.percent(standard.counts.compliance)]
                + FindingStatus.allCases.map { NumberText.grouped(standard.counts[$0]) }
        }
        if !rows.isEmpty {
            for line in TextTableLayout(headers: headers, columns: columns).lines(rows) { self.line(line) }
        }
        guard !parts.never.isEmpty else { return }
        let ids = parts.never.map { VisibleText.oneLine(report.standards[$0].id) }.joined(separator: ", ")
        paragraph("Never applied (\(parts.never.count)): \(ids)", indent: 2, columns: columns, role: .quiet)
    }

    /// The findings that are shown of a standard, each with its evidence.
    mutating func findings(
        _ group: FindingSelection.Group, of standard: StandardSummary, in report: ComplianceReport
    ) {
        heading(standard.title.isEmpty ? standard.id : "\(standard.title) (\(standard.id))")
        paragraph("\(standard.severity.rawValue) · \(standard.place)", indent: 2, columns: columns, role: .quiet)
        for finding in group.shown { self.finding(finding, in: report.log) }
        if group.notableHidden > 0 {
            line("  and \(NumberText.grouped(group.notableHidden)) more: see the JSON or CSV report")
        }
    }

    private mutating func finding(_ finding: Finding, in log: FindingLog) {
        let event = log.event(of: finding)
        var head = ["\(finding.status.symbol) \(finding.status.word)", log.texts[event.id], event.time.shortText]
        if !event.agent.isEmpty { head.append(log.texts[event.agent]) }
        if !finding.effect.isEmpty { head.append(log.texts[finding.effect]) }
        paragraph(head.joined(separator: " · "), indent: 2, columns: columns, role: .status(finding.status))
        if !finding.message.isEmpty { paragraph(log.texts[finding.message], indent: 6, columns: columns) }
        let evidence = log.evidence(of: finding).map { "\(log.texts[$0.name]) = \(log.texts[$0.value])" }
        if !evidence.isEmpty { paragraph(evidence.joined(separator: "; "), indent: 6, columns: columns) }
        if !finding.clause.isEmpty {
            paragraph("clause: \(log.texts[finding.clause])", indent: 6, columns: columns, role: .quiet)
        }
        let by = event.approvedBy.isEmpty ? "" : " (approved by \(log.texts[event.approvedBy]))"
        if !event.reason.isEmpty || !by.isEmpty {
            paragraph("reason: \(log.texts[event.reason])\(by)", indent: 6, columns: columns, role: .quiet)
        }
    }

    /// The scores of groups, the worst first.
    mutating func scores(_ report: ComplianceReport) {
        let kinds: [ScoreGroup.Kind] = [.agent, .team, .channel, .severity]
        for kind in kinds {
            let groups = ReportWords.worstFirst(report.scores.filter { $0.kind == kind })
            guard !groups.isEmpty else { continue }
            heading("Scores by \(kind.rawValue)")
            let rows = groups.prefix(TextRenderer.listMax).map { group in
                [
                    VisibleText.oneLine(group.name), NumberText.percent(group.score.share),
                    NumberText.percent(group.counts.compliance), NumberText.grouped(group.counts[.missed]),
                    NumberText.grouped(group.criticalMissed), NumberText.grouped(group.counts.judged),
                ]
            }
            let headers = [kind.rawValue, "score", "kept", "missed", "critical missed", "judged"]
            for line in TextTableLayout(headers: headers, columns: columns).lines(rows) { self.line(line) }
            more(groups.count, shown: rows.count)
        }
    }

    /// The facts whose absence left findings undetermined, with the standards that asked for them.
    mutating func missingFacts(_ report: ComplianceReport) {
        guard !report.missingFacts.isEmpty else { return }
        heading("Missing facts")
        let sources = MissingFactSources(report).standards
        for counted in report.missingFacts.prefix(TextRenderer.listMax) {
            let standards = (sources[counted.text] ?? []).map { report.standards[$0].id }
            let asked = standards.isEmpty ? "" : ": \(standards.joined(separator: ", "))"
            paragraph("\(NumberText.grouped(counted.count)) × \(counted.text)\(asked)", indent: 2, columns: columns)
        }
        more(report.missingFacts.count, shown: min(report.missingFacts.count, TextRenderer.listMax))
    }

    /// Texts with their counts.
    mutating func counted(_ title: String, _ texts: [CountedText]) {
        guard !texts.isEmpty else { return }
        heading(title)
        for counted in texts.prefix(TextRenderer.listMax) {
            paragraph("\(NumberText.grouped(counted.count)) × \(counted.text)", indent: 2, columns: columns)
        }
        more(texts.count, shown: min(texts.count, TextRenderer.listMax))
    }

    /// What the report rests on: what was read, and the digests of logs and rulebooks.
    mutating func basis(_ report: ComplianceReport) {
        heading("What this report rests on")
        paragraph(ReportWords.reading(report), indent: 2, columns: columns)
        for input in report.inputs {
            let rows = NumberText.counted(input.rowCount, "row")
            let through = input.mapping.map { ", read through \($0)" } ?? ""
            paragraph(
                "\(input.name): \(rows), \(NumberText.bytes(input.byteCount))\(through)", indent: 2, columns: columns)
            paragraph(input.digest, indent: 6, columns: columns, role: .quiet)
        }
        for rulebook in report.rulebooks {
            let files = NumberText.counted(rulebook.fileCount, "file")
            paragraph(
                "\(rulebook.id) \(rulebook.version): \(ReportWords.effective(rulebook)), \(files)", indent: 2,
                columns: columns)
            paragraph(rulebook.digest, indent: 6, columns: columns, role: .quiet)
        }
        for problem in report.reading.problems.prefix(TextRenderer.listMax) {
            paragraph("\(problem.place): \(problem.message) [\(problem.code)]", indent: 2, columns: columns)
        }
        more(report.reading.problemTotal, shown: min(report.reading.problems.count, TextRenderer.listMax))
        counted("Unknown members", report.reading.unknownMembers)
        counted("Actions that no standard lists", report.reading.unlistedActions)
        if report.findingsOmitted > 0 {
            line()
            line(ReportWords.omitted(report.findingsOmitted))
        }
        line()
        line(styled("\(report.generator.name) \(report.generator.version)", .quiet))
    }

    private mutating func more(_ total: Int, shown: Int) {
        if total > shown { line("  and \(NumberText.grouped(total - shown)) more") }
    }
}
