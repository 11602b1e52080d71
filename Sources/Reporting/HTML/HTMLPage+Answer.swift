internal import Audit
import RulebookEngine
import RulebookModel

extension HTMLPage {
    /// How many standards the first screen names.
    static let worstMax = 5

    /// The first screen: were the standards kept, where not, and how does the reader know.
    mutating func answer(_ report: ComplianceReport) {
        writeLine("<div class=\"answers\">")
        kept(report.overall)
        whereNot(report)
        howKnown(report)
        writeLine("</div>")
        writeLine("<ul class=\"tally\" aria-label=\"Findings by status\">")
        for status in FindingStatus.allCases {
            let count = NumberText.grouped(report.overall.counts[status])
            writeLine("<li class=\"\(status.rawValue)\"><strong>\(count)</strong> \(status.badge)</li>")
        }
        writeLine("</ul>")
        if let note = ReportWords.totals(report) { writeLine("<p class=\"note totals\">\(note)</p>") }
    }

    private mutating func kept(_ overall: ScoreGroup) {
        writeLine("<section aria-labelledby=\"kept\">")
        writeLine("<h2 id=\"kept\" class=\"question\">Did we keep our standards?</h2>")
        writeLine("<p class=\"great\">\(NumberText.percent(overall.counts.compliance))</p>")
        writeLine("<p class=\"verdict\">\(Self.verdict(overall.counts))</p>")
        writeLine(StatusBar(counts: overall.counts).svg)
        let score = NumberText.percent(overall.score.share)
        writeLine(
            "<p class=\"note\"><strong>\(score)</strong> weighted by severity (minor 1, major 3, critical 10)</p>")
        if overall.criticalMissed > 0 {
            let count = NumberText.grouped(overall.criticalMissed)
            let noun = overall.criticalMissed == 1 ? "finding misses" : "findings miss"
            writeLine("<p class=\"alarm\"><span aria-hidden=\"true\">✗</span> \(count) \(noun) a critical standard</p>")
        } else if overall.counts.judged > 0 {
            let tone = overall.counts[.missed] == 0 ? "calm" : "note"
            writeLine(
                "<p class=\"\(tone)\"><span aria-hidden=\"true\">✓</span> No finding misses a critical standard</p>")
        }
        writeLine("</section>")
    }

    private static func verdict(_ counts: StatusCounts) -> String {
        if counts.judged == 0 { return "Nothing was judged." }
        let judged = NumberText.counted(counts.judged, "judged finding")
        if counts[.missed] == 0 { return "kept: none of \(judged) missed its standard." }
        return
            "kept: \(NumberText.grouped(counts[.missed])) of \(judged) missed \(counts[.missed] == 1 ? "its" : "their") standard."
    }

    private mutating func whereNot(_ report: ComplianceReport) {
        writeLine("<section aria-labelledby=\"where\">")
        writeLine("<h2 id=\"where\" class=\"question\">Where not?</h2>")
        let worst = Self.worstFirst(report).filter { report.standards[$0].counts[.missed] > 0 }
        if worst.isEmpty {
            let nowhere = report.overall.counts.judged > 0 ? "No binding standard was missed." : "Nothing can be said."
            writeLine("<p class=\"verdict\">\(nowhere)</p>")
        } else {
            writeLine("<ol class=\"worst\">")
            // None of what is critical is hidden behind a link.
            let shownCount = max(Self.worstMax, worst.count { report.standards[$0].severity == .critical })
            for index in worst.prefix(shownCount) {
                let standard = report.standards[index]
                let missed = NumberText.grouped(standard.counts[.missed])
                let kept = NumberText.percent(standard.counts.compliance)
                write("<li><a href=\"#s\(index)\">\(Self.name(standard))</a>")
                if standard.severity == .critical { write(" <span class=\"severity critical\">critical</span>") }
                writeLine("<span class=\"note\">\(missed) missed, \(kept) kept</span></li>")
            }
            writeLine("</ol>")
            if worst.count > shownCount {
                let more = NumberText.grouped(worst.count - shownCount)
                writeLine("<p class=\"note\"><a href=\"#standards\">and \(more) more</a></p>")
            }
        }
        let open = report.overall.counts[.undetermined]
        if open > 0 {
            let facts = report.missingFacts.isEmpty ? "" : ": <a href=\"#missing\">the facts that are missing</a>"
            writeLine("<p class=\"note\">\(NumberText.grouped(open)) could not be decided\(facts)</p>")
        }
        writeLine("</section>")
    }

    private mutating func howKnown(_ report: ComplianceReport) {
        writeLine("<section aria-labelledby=\"how\">")
        writeLine("<h2 id=\"how\" class=\"question\">How do I know?</h2>")
        writeLine("<dl class=\"facts\">")
        let reading = report.reading
        fact("Read", NumberText.counted(reading.rows, "row") + ", " + NumberText.counted(reading.events, "event"))
        let unreadable = NumberText.counted(reading.unreadableRows, "row")
        fact("Unreadable", reading.unreadableRows == 0 ? "none" : "<a href=\"#basis\">\(unreadable)</a>")
        for rulebook in report.rulebooks {
            let version = HTMLText.isolated(rulebook.id + " " + rulebook.version)
            fact("Rulebook", version + Self.shortDigest(rulebook.digest))
        }
        for input in report.inputs.prefix(Self.worstMax) {
            fact("Log", HTMLText.isolated(input.name) + Self.shortDigest(input.digest))
        }
        writeLine("</dl>")
        writeLine("<p class=\"note\"><a href=\"#basis\">Digests, periods and what could not be read</a></p>")
        writeLine("</section>")
    }

    /// Writes a term and what is said of it, as HTML.
    mutating func fact(_ term: String, _ html: String) {
        writeLine("<div><dt>\(term)</dt><dd>\(html)</dd></div>")
    }

    /// The first characters of a digest, enough to tell versions apart by eye.
    private static func shortDigest(_ digest: String) -> String {
        " <code>" + HTMLText.escaped(String(digest.prefix("sha256:".count + 12))) + "…</code>"
    }

    /// A standard's title, or its id where it has none.
    static func name(_ standard: StandardSummary) -> String {
        HTMLText.isolated(standard.title.isEmpty ? standard.id : standard.title)
    }

    /// The binding standards: critical ones that were missed first, then by what the misses weigh, by undetermined
    /// findings and by rulebook order.
    static func worstFirst(_ report: ComplianceReport) -> [Int] {
        report.standardIndices(force: .must).sorted { left, right in
            let first = report.standards[left]
            let second = report.standards[right]
            let critical = (Self.isCriticalMiss(first), Self.isCriticalMiss(second))
            if critical.0 != critical.1 { return critical.0 }
            let firstWeight = first.counts[.missed] * first.severity.weight
            let secondWeight = second.counts[.missed] * second.severity.weight
            if firstWeight != secondWeight { return firstWeight > secondWeight }
            let open = (first.counts[.undetermined], second.counts[.undetermined])
            return open.0 != open.1 ? open.0 > open.1 : left < right
        }
    }

    private static func isCriticalMiss(_ standard: StandardSummary) -> Bool {
        standard.severity == .critical && standard.counts[.missed] > 0
    }
}
