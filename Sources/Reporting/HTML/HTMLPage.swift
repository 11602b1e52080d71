internal import Audit
import RulebookEngine

/// The parts of the page, written in order.
struct HTMLPage {
    var out = ReportBytes()

    mutating func write(_ html: String) { out.append(html) }

    mutating func writeLine(_ html: String) {
        out.append(html)
        out.append(UInt8(ascii: "\n"))
    }

    /// The head of the document; its policy forbids scripts and everything from outside, whatever the findings hold.
    mutating func begin(_ report: ComplianceReport) {
        let titles = report.rulebooks.map(\.title).filter { !$0.isEmpty }
        let title = (["Compliance report"] + titles).joined(separator: " · ")
        writeLine("<!DOCTYPE html>")
        writeLine("<html lang=\"en\">")
        writeLine("<head>")
        writeLine("<meta charset=\"utf-8\">")
        writeLine(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
        writeLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        writeLine("<meta name=\"color-scheme\" content=\"light dark\">")
        writeLine("<meta name=\"generator\" content=\"\(generator(report))\">")
        writeLine("<title>\(HTMLText.escaped(title))</title>")
        writeLine("<style>")
        write(HTMLStyle.sheet)
        writeLine("</style>")
        writeLine("</head>")
        writeLine("<body>")
        writeLine("<a class=\"skip\" href=\"#findings\">Skip to the findings</a>")
    }

    /// The title of the report, what it speaks about, and the ways to its parts.
    mutating func header(_ report: ComplianceReport) {
        writeLine("<header>")
        writeLine("<p class=\"eyebrow\">Compliance report</p>")
        let titles = report.rulebooks.map { $0.title.isEmpty ? $0.id : $0.title }
        let names = titles.isEmpty ? "No rulebook" : titles.map(HTMLText.isolated).joined(separator: ", ")
        writeLine("<h1>\(names)</h1>")
        writeLine("<p class=\"period\">\(HTMLText.isolated(ReportWords.period(report.scope)))</p>")
        for filter in report.scope.filters {
            writeLine("<p class=\"period\">Only \(HTMLText.isolated(filter))</p>")
        }
        writeLine("</header>")
    }

    /// Links to the parts that the page has.
    mutating func navigation(_ parts: [(id: String, title: String)]) {
        writeLine("<nav aria-label=\"Parts of the report\"><ul>")
        for part in parts { writeLine("<li><a href=\"#\(part.id)\">\(part.title)</a></li>") }
        writeLine("</ul></nav>")
    }

    /// Begins a part of the page.
    mutating func section(_ id: String, _ title: String, lead: String? = nil) {
        writeLine("<section id=\"\(id)\" aria-labelledby=\"\(id)-title\">")
        writeLine("<h2 id=\"\(id)-title\">\(title)</h2>")
        if let lead { writeLine("<p class=\"lead\">\(lead)</p>") }
    }

    /// Ends a part of the page.
    mutating func endSection() { writeLine("</section>") }

    /// The foot of the document.
    mutating func end(_ report: ComplianceReport) {
        writeLine("<footer><p>Made by \(generator(report)). The same rulebook and the same logs give this page again,")
        writeLine("byte for byte; to check a log, compare its SHA-256 digest with the one above.</p></footer>")
        writeLine("</body>")
        writeLine("</html>")
    }

    private func generator(_ report: ComplianceReport) -> String {
        HTMLText.escaped(report.generator.name + " " + report.generator.version)
    }
}

extension FindingStatus {
    /// The status as a sign and a word, in its colour.
    var badge: String {
        "<span class=\"badge \(rawValue)\"><span aria-hidden=\"true\">\(symbol)</span> \(word)</span>"
    }
}
