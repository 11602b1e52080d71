internal import Audit

extension HTMLPage {
    /// How many problems, unknown members and types are shown.
    static let listMax = 50

    /// The facts whose absence left findings undetermined.
    mutating func missingFacts(_ report: ComplianceReport) {
        guard !report.missingFacts.isEmpty else { return }
        section(
            "missing", "Missing facts", lead: "Without them these findings could not be decided; none counts as kept.")
        var table = HTMLTable(
            caption: "Findings left undetermined, by fact",
            columns: [("Fact", .name), ("Count", .figure), ("Standards that ask for it", .text)])
        let sources = MissingFactSources(report).standards
        let figures = Set(report.metrics.map(\.standard))
        for counted in report.missingFacts.prefix(Self.listMax) {
            let links = (sources[counted.text] ?? []).map { index in
                let target = figures.contains(index) ? "m\(index)" : "s\(index)"
                return "<a href=\"#\(target)\">\(Self.name(report.standards[index]))</a>"
            }
            table.rows.append([
                HTMLText.isolated(counted.text), NumberText.grouped(counted.count), links.joined(separator: "<br>"),
            ])
        }
        write(table.html)
        more(report.missingFacts.count, shown: table.rows.count)
        endSection()
    }

    /// What the report rests on: rulebooks, logs, and what could not be read.
    mutating func basis(_ report: ComplianceReport) {
        section("basis", "What this report rests on", lead: HTMLText.escaped(ReportWords.reading(report)) + ".")
        rulebooks(report.rulebooks)
        inputs(report.inputs)
        problems(report.reading)
        counted(report.reading.eventsByType, caption: "Events by type", header: "Type")
        counted(report.reading.unlistedActions, caption: "Actions that no standard lists", header: "Action")
        counted(report.reading.unknownMembers, caption: "Members of rows that no rule knows", header: "Member")
        endSection()
    }

    private mutating func rulebooks(_ rulebooks: [RulebookReference]) {
        guard !rulebooks.isEmpty else { return }
        var table = HTMLTable(
            caption: "Rulebooks",
            columns: [
                ("Rulebook", .name), ("Version", .text), ("Period", .text), ("Files", .figure), ("Digest", .text),
            ])
        for rulebook in rulebooks {
            table.rows.append([
                HTMLText.isolated(rulebook.id), HTMLText.isolated(rulebook.version),
                HTMLText.isolated(ReportWords.effective(rulebook)), NumberText.grouped(rulebook.fileCount),
                "<code class=\"digest\">\(HTMLText.escaped(rulebook.digest))</code>",
            ])
        }
        write(table.html)
    }

    private mutating func inputs(_ inputs: [InputReference]) {
        guard !inputs.isEmpty else { return }
        var table = HTMLTable(
            caption: "Logs",
            columns: [("Log", .name), ("Rows", .figure), ("Events", .figure), ("Size", .figure), ("Digest", .text)])
        for input in inputs {
            table.rows.append([
                HTMLText.isolated(input.name)
                    + (input.mapping.map { "<br>read through \(HTMLText.isolated($0))" } ?? ""),
                NumberText.grouped(input.rowCount),
                NumberText.grouped(input.eventCount), NumberText.bytes(input.byteCount),
                "<code class=\"digest\">\(HTMLText.escaped(input.digest))</code>",
            ])
        }
        write(table.html)
    }

    private mutating func problems(_ reading: ReadingSummary) {
        guard !reading.problems.isEmpty else { return }
        var table = HTMLTable(
            caption: "Rows that could not be read",
            columns: [("Place", .name), ("Problem", .text), ("Code", .text)])
        for problem in reading.problems.prefix(Self.listMax) {
            table.rows.append([
                HTMLText.isolated(problem.place), HTMLText.isolated(problem.message), HTMLText.isolated(problem.code),
            ])
        }
        write(table.html)
        more(reading.problemTotal, shown: table.rows.count)
    }

    private mutating func counted(_ texts: [CountedText], caption: String, header: String) {
        guard !texts.isEmpty else { return }
        var table = HTMLTable(caption: caption, columns: [(header, .name), ("Count", .figure)])
        table.rows = texts.prefix(Self.listMax).map { [HTMLText.isolated($0.text), NumberText.grouped($0.count)] }
        write(table.html)
        more(texts.count, shown: table.rows.count)
    }
}
