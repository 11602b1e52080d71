internal import Audit
import RulebookEngine
import RulebookModel

/// The sections of a report in Markdown.
struct MarkdownPage {
    var out = ReportBytes()

    private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }

    mutating func heading(_ text: String) { out.append("\n## \(text)\n\n") }

    /// The title and the figures that answer the first question.
    mutating func summary(_ report: ComplianceReport) {
        let title = report.rulebooks.map { escaped($0.title) }.joined(separator: ", ")
        out.append("# Compliance report" + (title.isEmpty ? "" : ": " + title) + "\n\n")
        out.append(escaped(ReportWords.period(report.scope)) + "\n\n")
        for filter in report.scope.filters { out.append("Only \(escaped(filter))\n\n") }
        let overall = report.overall
        let judged = NumberText.counted(overall.counts.judged, "judged finding")
        out.append("**\(NumberText.percent(overall.counts.compliance))** kept of \(judged); ")
        out.append("**\(NumberText.percent(overall.score.share))** weighted by severity.\n\n")
        if overall.criticalMissed > 0 {
            let count = NumberText.counted(overall.criticalMissed, "finding")
            out.append("**✗ \(count) of critical standards missed.**\n\n")
        }
        out.append(MarkdownText.row(FindingStatus.allCases.map { "\($0.symbol) \($0.word)" }))
        out.append(MarkdownText.rule(left: 0, right: FindingStatus.allCases.count))
        out.append(MarkdownText.row(FindingStatus.allCases.map { NumberText.grouped(overall.counts[$0]) }))
        if let note = ReportWords.totals(report) { out.append("\n\(note)\n") }
    }

    /// The counts of each standard of a force.
    mutating func standards(_ title: String, _ report: ComplianceReport, force: Force) {
        let parts = AppliedStandards(report.standardIndices(force: force), of: report)
        guard !parts.applied.isEmpty || !parts.never.isEmpty else { return }
        heading(title)
        if !parts.applied.isEmpty {
            out.append(MarkdownText.row(["Standard", "Severity", "Kept"] + FindingStatus.allCases.map(\.word)))
            out.append(MarkdownText.rule(left: 2, right: 1 + FindingStatus.allCases.count))
        }
        for index in parts.applied {
            let standard = report.standards[index]
            let name = standard.title.isEmpty ? "" : "<br>" + escaped(standard.title)
            let head = [escaped(standard.id) + name, standard.severity.rawValue]
            let kept = [NumberText.percent(standard.counts.compliance)]
            let counts = FindingStatus.allCases.map { NumberText.grouped(standard.counts[$0]) }
            out.append(MarkdownText.row(head + kept + counts))
        }
        guard !parts.never.isEmpty else { return }
        let names = parts.never.map { "- " + escaped(report.standards[$0].id) }.joined(separator: "\n")
        out.append("\n<details><summary>\(parts.never.count) that never applied</summary>\n\n\(names)\n\n</details>\n")
    }

    /// The findings that are shown of a standard.
    mutating func findings(_ group: FindingSelection.Group, of standard: StandardSummary, in log: FindingLog) {
        out.append("### \(escaped(standard.title.isEmpty ? standard.id : standard.title))\n\n")
        out.append("\(escaped(standard.id)) · \(standard.severity.rawValue) · \(escaped(standard.place))\n\n")
        out.append(MarkdownText.row(["Status", "Event", "Time", "Agent", "What", "Evidence"]))
        out.append(MarkdownText.rule(left: 6, right: 0))
        for finding in group.shown {
            let event = log.event(of: finding)
            func text(_ id: TextTable.ID) -> String { escaped(log.texts[id]) }
            var what = [text(finding.message), text(finding.clause)].filter { !$0.isEmpty }
            if !event.reason.isEmpty { what.append("reason: " + text(event.reason)) }
            if !event.approvedBy.isEmpty { what.append("approved by " + text(event.approvedBy)) }
            let evidence = log.evidence(of: finding).map { "\(text($0.name)) = \(text($0.value))" }
            out.append(
                MarkdownText.row([
                    "\(finding.status.symbol) \(finding.status.word)", text(event.id), event.time.text,
                    text(event.agent), what.joined(separator: "<br>"), evidence.joined(separator: "<br>"),
                ]))
        }
        if group.notableHidden > 0 {
            out.append("\nand \(NumberText.grouped(group.notableHidden)) more: see the JSON or CSV report\n")
        }
        out.append("\n")
    }

    /// The scores of groups, the worst first.
    mutating func scores(_ report: ComplianceReport) {
        let kinds: [ScoreGroup.Kind] = [.agent, .team, .channel, .severity]
        for kind in kinds {
            let groups = ReportWords.worstFirst(report.scores.filter { $0.kind == kind })
            guard !groups.isEmpty else { continue }
            heading("Scores by \(kind.rawValue)")
            out.append(
                MarkdownText.row([kind.rawValue, "Score", "Kept", "Missed", "Critical missed", "Judged"]))
            out.append(MarkdownText.rule(left: 1, right: 5))
            for group in groups.prefix(MarkdownRenderer.listMax) {
                out.append(
                    MarkdownText.row([
                        escaped(group.name), NumberText.percent(group.score.share),
                        NumberText.percent(group.counts.compliance), NumberText.grouped(group.counts[.missed]),
                        NumberText.grouped(group.criticalMissed), NumberText.grouped(group.counts.judged),
                    ]))
            }
            more(groups.count, shown: min(groups.count, MarkdownRenderer.listMax))
        }
    }

    /// The facts whose absence left findings undetermined.
    mutating func missingFacts(_ report: ComplianceReport) {
        guard !report.missingFacts.isEmpty else { return }
        heading("Missing facts")
        let sources = MissingFactSources(report).standards
        out.append(MarkdownText.row(["Fact", "Count", "Standards that ask for it"]))
        out.append("| --- | ---: | --- |\n")
        for counted in report.missingFacts.prefix(MarkdownRenderer.listMax) {
            let standards = (sources[counted.text] ?? []).map { escaped(report.standards[$0].id) }
            out.append(
                MarkdownText.row([
                    escaped(counted.text), NumberText.grouped(counted.count), standards.joined(separator: ", "),
                ]))
        }
        more(report.missingFacts.count, shown: min(report.missingFacts.count, MarkdownRenderer.listMax))
    }

    /// What the report rests on.
    mutating func basis(_ report: ComplianceReport) {
        heading("What this report rests on")
        out.append("\(ReportWords.reading(report))\n\n")
        out.append(MarkdownText.row(["Source", "What", "Digest"]) + MarkdownText.rule(left: 3, right: 0))
        for input in report.inputs {
            let size = NumberText.counted(input.rowCount, "row") + ", " + NumberText.bytes(input.byteCount)
            let what = size + (input.mapping.map { ", read through \(escaped($0))" } ?? "")
            out.append(MarkdownText.row([escaped(input.name), what, escaped(input.digest)]))
        }
        for rulebook in report.rulebooks {
            let what = "\(rulebook.version), \(ReportWords.effective(rulebook))"
            out.append(MarkdownText.row([escaped(rulebook.id), escaped(what), escaped(rulebook.digest)]))
        }
        problems(report.reading)
        if !report.reading.unknownMembers.isEmpty {
            heading("Unknown members")
            counted(report.reading.unknownMembers, header: "Member")
        }
        if !report.reading.unlistedActions.isEmpty {
            heading("Actions that no standard lists")
            counted(report.reading.unlistedActions, header: "Action")
        }
        if report.findingsOmitted > 0 { out.append("\n\(ReportWords.omitted(report.findingsOmitted))\n") }
        out.append("\n\(escaped(report.generator.name)) \(escaped(report.generator.version))\n")
    }

    private mutating func problems(_ reading: ReadingSummary) {
        guard !reading.problems.isEmpty else { return }
        heading("Rows that could not be read")
        out.append(MarkdownText.row(["Place", "Problem", "Code"]) + MarkdownText.rule(left: 3, right: 0))
        for problem in reading.problems.prefix(MarkdownRenderer.listMax) {
            out.append(
                MarkdownText.row([escaped(problem.place), escaped(problem.message), escaped(problem.code)]))
        }
        more(reading.problemTotal, shown: min(reading.problems.count, MarkdownRenderer.listMax))
    }

    private mutating func counted(_ texts: [CountedText], header: String) {
        out.append(MarkdownText.row([header, "Count"]) + MarkdownText.rule(left: 1, right: 1))
        for counted in texts.prefix(MarkdownRenderer.listMax) {
            out.append(MarkdownText.row([escaped(counted.text), NumberText.grouped(counted.count)]))
        }
        more(texts.count, shown: min(texts.count, MarkdownRenderer.listMax))
    }

    private mutating func more(_ total: Int, shown: Int) {
        if total > shown { out.append("\nand \(NumberText.grouped(total - shown)) more\n") }
    }
}
