internal import Audit
import RulebookEngine
import RulebookModel

extension HTMLPage {
    /// How many agents, teams or channels a table of scores shows.
    static let scoresMax = 50

    /// The standards with their bars: binding ones worst first, then advice and recognition in rulebook order.
    mutating func standards(_ report: ComplianceReport) {
        section("standards", "Standards", lead: "Those whose misses weigh most come first.")
        legend()
        standardsTable("Binding standards", Self.worstFirst(report), report)
        standardsTable("Advice: counted, never scored", report.standardIndices(force: .should), report)
        standardsTable("Recognition: counted when met, never scored", report.standardIndices(force: .may), report)
        endSection()
    }

    private mutating func legend() {
        write("<p class=\"legend\">")
        for status in StatusBar.statuses { write(status.badge + " ") }
        writeLine("</p>")
    }

    private mutating func standardsTable(_ caption: String, _ indices: [Int], _ report: ComplianceReport) {
        let parts = AppliedStandards(indices, of: report)
        defer { neverApplied(parts.never, report) }
        guard !parts.applied.isEmpty else { return }
        var table = HTMLTable(
            caption: caption,
            columns: [
                ("Standard", .name), ("Findings", .bar), ("Kept", .figure), ("Met", .figure), ("Missed", .figure),
                ("Discretion", .figure), ("Undetermined", .figure), ("Pending", .figure), ("Excused", .figure),
                ("Not applicable", .figure),
            ])
        let order: [FindingStatus] = [.met, .missed, .discretion, .undetermined, .pending, .excused, .notApplicable]
        for index in parts.applied {
            let standard = report.standards[index]
            let figures = order.map { Self.figure(standard.counts[$0], $0) }
            table.rows.append(
                [
                    "<a href=\"#s\(index)\">\(Self.name(standard))</a> \(Self.severity(standard))"
                        + (standard.title.isEmpty
                            ? "" : "<span class=\"id\">\(HTMLText.identifier(standard.id))</span>"),
                    StatusBar(counts: standard.counts).svg,
                    "<strong>\(NumberText.percent(standard.counts.compliance))</strong>",
                ] + figures)
        }
        write(table.html)
    }

    /// The standards that no event was about, in one folded list.
    private mutating func neverApplied(_ indices: [Int], _ report: ComplianceReport) {
        guard !indices.isEmpty else { return }
        let count = NumberText.counted(indices.count, "standard")
        writeLine("<details class=\"more\"><summary>\(count) that never applied</summary><ul class=\"never\">")
        for index in indices {
            let standard = report.standards[index]
            let id = standard.title.isEmpty ? "" : " <span class=\"id\">\(HTMLText.identifier(standard.id))</span>"
            writeLine("<li id=\"s\(index)\">\(Self.name(standard))\(id)</li>")
        }
        writeLine("</ul></details>")
    }

    /// The severity of a standard as a tag.
    static func severity(_ standard: StandardSummary) -> String {
        "<span class=\"severity \(standard.severity.rawValue)\">\(standard.severity.rawValue)</span>"
    }

    /// A count in the colour of its status; a zero steps back.
    static func figure(_ count: Int, _ status: FindingStatus) -> String {
        count == 0
            ? "<span class=\"zero\">0</span>" : "<span class=\"\(status.rawValue)\">\(NumberText.grouped(count))</span>"
    }

    /// What was missed and what was judged, over time.
    mutating func timeline(_ report: ComplianceReport) {
        let timeline = report.timeline.coarsened(toAtMost: ColumnChart.columnsMax)
        guard let first = timeline.points.first, let last = timeline.points.last else { return }
        let step = timeline.step.rawValue
        section("time", "Over time", lead: "By \(step), in the time zone of the report.")
        let missed = ColumnChart(timeline: timeline, statuses: [.missed], title: "Missed findings by \(step)")
        let judged = ColumnChart(
            timeline: timeline, statuses: [.met, .discretion, .missed], title: "Judged findings by \(step)")
        // Few columns fill only the left of the chart: a date at its right end would say something else.
        let axis =
            timeline.stretchCount < ColumnChart.slotsMin
            ? "<span>\(first.date == last.date ? "" : first.date.text + " to ")\(last.date.text)</span>"
            : "<span>\(first.date.text)</span><span>\(last.date.text)</span>"
        if missed.maximum > 0 {
            figure(missed, caption: FindingStatus.missed.badge, axis: axis)
        } else {
            writeLine("<p class=\"calm\"><span aria-hidden=\"true\">✓</span> Nothing was missed.</p>")
        }
        let statuses: [FindingStatus] = [.met, .discretion, .missed]
        figure(judged, caption: "Judged: " + statuses.map(\.badge).joined(separator: " "), axis: axis)
        writeLine("<details class=\"more\"><summary>The figures</summary>")
        var table = HTMLTable(
            caption: "Findings by \(step)",
            columns: [("First day", .name)] + FindingStatus.allCases.map { ($0.word, .figure) })
        for point in timeline.points {
            table.rows.append([point.date.text] + FindingStatus.allCases.map { Self.figure(point.counts[$0], $0) })
        }
        write(table.html)
        writeLine("</details>")
        endSection()
    }

    private mutating func figure(_ chart: ColumnChart, caption: String, axis: String) {
        writeLine("<figure><figcaption>\(caption)</figcaption>")
        writeLine(
            "<div class=\"plot\"><span class=\"peak\">\(NumberText.grouped(chart.maximum))</span>\(chart.svg)</div>")
        writeLine("<p class=\"axis\">\(axis)</p></figure>")
    }

    /// The scores of agents, teams, channels and severities, the worst first.
    mutating func scores(_ report: ComplianceReport) {
        let kinds: [(ScoreGroup.Kind, String)] = [
            (.agent, "Agents"), (.team, "Teams"), (.channel, "Channels"), (.severity, "Severities"),
        ]
        guard report.scores.contains(where: { $0.kind != .overall }) else { return }
        section(
            "scores", "Scores",
            lead: "Weighted by severity; a missed critical standard stands beside the score, which cannot outweigh it.")
        for (kind, title) in kinds {
            let groups = ReportWords.worstFirst(report.scores.filter { $0.kind == kind })
            guard !groups.isEmpty else { continue }
            var table = HTMLTable(
                caption: title,
                columns: [
                    (String(title.prefix(1)) + kind.rawValue.dropFirst(), .name),
                    ("Kept and missed, by weight", .wideBar),
                    ("Score", .figure), ("Missed", .figure), ("Critical missed", .figure), ("Judged", .figure),
                ])
            for group in groups.prefix(Self.scoresMax) {
                let critical = Self.figure(group.criticalMissed, .missed)
                table.rows.append([
                    HTMLText.isolated(group.name), Self.scoreBar(group),
                    "<strong>\(NumberText.percent(group.score.share))</strong>",
                    Self.figure(group.counts[.missed], .missed), critical, NumberText.grouped(group.counts.judged),
                ])
            }
            write(table.html)
            more(groups.count, shown: min(groups.count, Self.scoresMax))
        }
        endSection()
    }

    /// The weights kept against the weights missed, in the colours of both.
    private static func scoreBar(_ group: ScoreGroup) -> String {
        let title = HTMLText.escaped("score \(NumberText.percent(group.score.share))")
        var svg =
            "<svg class=\"stack\" viewBox=\"0 0 \(StatusBar.width) 10\" preserveAspectRatio=\"none\" role=\"img\">"
        svg += "<title>\(title)</title><rect class=\"track\" width=\"\(StatusBar.width)\" height=\"10\"/>"
        let kept = group.score.kept
        for segment in StatusBar(counts: StatusCounts([.met: kept, .missed: group.score.judged - kept])).segments {
            let x = segment.status == .met ? 0 : StatusBar.width - segment.width
            svg += "<rect class=\"\(segment.status.rawValue)\" x=\"\(x)\" width=\"\(segment.width)\" height=\"10\"/>"
        }
        return svg + "</svg>"
    }

    /// Says how many entries of a list are not shown.
    mutating func more(_ total: Int, shown: Int) {
        guard total > shown else { return }
        writeLine("<p class=\"note\">and \(NumberText.grouped(total - shown)) more: see the JSON report</p>")
    }
}
