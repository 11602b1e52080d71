import ArgumentParser
import Leeway

/// `leeway watch`: are we keeping our standards right now?
struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Judge a log while it is being written: tell what is missed, and what is about to be.",
        usage: "leeway watch [<options>] --rulebook <dir> <file>",
        discussion: """
            The log is read from its beginning, and then followed as it grows, until Ctrl-C. Each finding is told as \
            soon as it is certain, the same as an audit of the log gives. While nothing comes in, the machine's clock \
            says which clocks ran out.

            Events may come out of order by as much as --lateness says: they are held back so long. One that comes \
            later is told and counted, and not judged. Standards that only a person can judge are left to audits.

            Examples:
              leeway watch --rulebook Policies/retail-care --lateness 5min log.jsonl
              leeway watch --rulebook Policies/retail-care --warn 10min --json log.jsonl
              leeway watch --rulebook Policies/retail-care --once log.jsonl

            Exit statuses: 0 it ended as asked and every row was read, 65 some rows could not be read, and those of \
            leeway --help.
            """)

    @OptionGroup var rulebook: RulebookOptions
    @OptionGroup var mapping: MappingOption
    @OptionGroup var locale: LocaleOption

    @Argument(help: ArgumentHelp("The log; - is standard input.", valueName: "file"), completion: .file())
    var file: String

    @Option(
        help: ArgumentHelp("How late events may come, such as 5min: they are judged in their order.", valueName: "time")
    )
    var lateness: SpanArgument?

    @Option(
        help: ArgumentHelp(
            "Tell which clocks are about to run out: so long before, such as 10min, or with so much of the time left, "
                + "such as 20%.", valueName: "lead"))
    var warn: WarningLead?

    @Option(
        help: ArgumentHelp(
            "Which findings are told: all, decided (where a standard applied), notable (neither met nor out of scope), "
                + "or none.",
            valueName: "which"))
    var findings: AuditOptions.Listing = .notable

    @Option(
        help: ArgumentHelp(
            "What says how late it is while nothing comes in: machine, or log (the events alone).", valueName: "clock"))
    var clock: WatchRequest.Clock = .machine

    @Flag(help: "Read to the end of the log as it is, and end there; the events alone say how late it is.")
    var once = false

    @Option(
        help: ArgumentHelp(
            "With --once: what ran out before this instant is over, such as 2026-12-01T00:00:00+01:00. Also the instant for mappings that ask for one.",
            valueName: "time"))
    var asOf: InstantArgument?

    @Option(
        help: ArgumentHelp(
            "From when on the log is complete, such as 2026-11-01T00:00:00+01:00: what reaches back further is "
                + "undetermined. Without it, nothing ever happened before the log.", valueName: "time"))
    var completeFrom: InstantArgument?

    @Flag(help: "Write JSON Lines instead of text.")
    var json = false

    func validate() throws {
        if asOf != nil, !once, mapping.map == nil {
            throw ValidationError("--as-of belongs to --once; otherwise the clock says how late it is")
        }
    }

    func run() throws {
        let console = rulebook.console
        try console.run { () throws(LeewayError) in
            let point = try rulebook.point()
            locale.check(point.rulebook, console: console)
            let request = WatchRequest(
                path: file, mapping: try mapping.program(for: point, console: console), asOf: asOf?.instant,
                options: WatchOptions(
                    lateness: lateness?.duration ?? CELDuration(nanoseconds: 0), warning: warn, listing: findings,
                    completeFrom: completeFrom?.instant),
                clock: clock, end: once ? .atEndOfLog(asOf: asOf?.instant) : .onRequest)
            let stop = StopSignals()
            let text = WatchTextRenderer(
                timeZone: point.rulebook.timeZone, colour: console.colour(for: .output), locale: locale.locale)
            let lines = WatchJSONRenderer(locale: locale.locale)
            let seen = try point.watch(request, isStopped: { stop.haveCome }) { notice throws(LeewayError) in
                try json ? console.write(lines.render(notice)) : console.write(text.render(notice))
            }
            try json
                ? console.write(lines.render(seen.summary, openClocks: seen.openClocks))
                : console.write(text.render(seen.summary, openClocks: seen.openClocks))
            return seen.summary.problems == 0 ? .success : .badInput
        }
    }
}
