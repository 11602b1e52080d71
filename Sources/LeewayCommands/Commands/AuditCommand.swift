import ArgumentParser
import Leeway

/// `leeway audit`: did we keep our standards?
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Judge logs by a rulebook and write a report.",
        usage: "leeway audit [<options>] --rulebook <dir> <file> ...",
        discussion: """
            Logs are JSON Lines in the event format, or any JSON Lines or CSV through a mapping (--map). A row that \
            cannot be read is counted and named in the report, and the exit status is 65. Compressed logs are read \
            through a pipe.

            Examples:
              leeway audit --rulebook Policies/retail-care log.jsonl
              leeway audit --rulebook Policies/retail-care --format html \\
                --output report.html log.jsonl
              zcat requests.csv.gz | leeway audit --rulebook Policies/city-requests \\
                --map Examples/mappings/boston311.yaml \\
                --as-of 2016-01-13T00:00:00-05:00 --format json -

            Exit statuses: 0 every row was read, 65 some rows could not be read, 20 what --fail-on names was found, \
            and those of leeway --help.
            """)

    /// What makes the audit end with a status of its own.
    enum Failure: String, CaseIterable, ExpressibleByArgument {
        case missed
        case critical
        case undetermined

        func isFound(in report: ComplianceReport) -> Bool {
            switch self {
            case .missed: report.overall.counts[.missed] > 0
            case .critical: report.overall.criticalMissed > 0
            case .undetermined: report.overall.counts[.undetermined] > 0
            }
        }
    }

    @OptionGroup var rulebook: RulebookOptions
    @OptionGroup var mapping: MappingOption

    @Argument(
        help: ArgumentHelp("Logs, read in this order; - is standard input.", valueName: "file"), completion: .file())
    var files: [String]

    @Option(help: ArgumentHelp("The instant of the audit, such as 2026-12-01T00:00:00+01:00.", valueName: "time"))
    var asOf: InstantArgument?

    @Option(
        help: ArgumentHelp(
            "From when on the log is complete, such as 2026-11-01T00:00:00+01:00: what reaches back further is "
                + "undetermined. Without it, nothing ever happened before the log.", valueName: "time"))
    var completeFrom: InstantArgument?

    @Option(help: ArgumentHelp("The form of the report: text, markdown, html, json or csv.", valueName: "format"))
    var format: ReportFormat = .text

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Where the report goes; standard output by default.", valueName: "file"), completion: .file()
    )
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Which findings are listed: all, decided (where a standard applied), notable (neither met nor out of scope), "
                + "or none; all are counted.",
            valueName: "which"))
    var findings: AuditOptions.Listing = .decided

    @Option(
        help: ArgumentHelp(
            "Groups with scores of their own: agent, team, channel, severity; commas between.", valueName: "groups"))
    var groupBy: GroupList = .all

    @Option(
        help: ArgumentHelp(
            "End with status 20 where there is such a finding: missed, critical (missed) or undetermined.",
            valueName: "what"))
    var failOn: Failure?

    func validate() throws {
        if files.isEmpty { throw ValidationError("name a log, or - for standard input") }
    }

    func run() throws {
        let console = rulebook.console
        try console.run { () throws(LeewayError) in
            let point = try rulebook.point()
            let program = try mapping.program(for: point, console: console)
            let file = try output.flatMap { $0 == "-" ? nil : $0 }.map { path throws(LeewayError) in
                try ReportFile(path, inputs: files)
            }
            let progress = ProgressLine(console)
            defer { progress.end() }
            let report = try point.audit(
                AuditRequest(
                    paths: files, mapping: program, asOf: asOf?.instant, completeFrom: completeFrom?.instant,
                    listing: findings, groups: groupBy.kinds),
                progress: progress.update)
            progress.end()
            try write(report, to: file, console)
            if report.reading.unreadableRows > 0 { return .badInput }
            return failOn?.isFound(in: report) == true ? .found : .success
        }
    }

    private func write(_ report: ComplianceReport, to file: ReportFile?, _ console: Console) throws(LeewayError) {
        guard let file else {
            let renderer = format.renderer(colour: console.colour(for: .output))
            return try renderer.render(report) { (bytes: [UInt8]) throws(LeewayError) in try console.write(bytes) }
        }
        try file.write(report, with: format.renderer())
        console.note("the report went to \(file.path)\n")
        if report.reading.unreadableRows > 0 {
            console.note(
                "\(report.reading.unreadableRows) of \(report.reading.rows) rows could not be read; the report names them\n"
            )
        }
    }
}
