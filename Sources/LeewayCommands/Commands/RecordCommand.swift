import ArgumentParser
import Leeway

/// `leeway record`: may I, and if so, it is used.
struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Decide an action by what a ledger remembers, and record it there in the same step.",
        usage: "leeway record [<options>] --rulebook <dir> --ledger <ledger> [<file>]",
        discussion: """
            What goes ahead uses what it asks for; what is refused is recorded and uses nothing. Nothing is printed \
            before it is durable: without an answer there is no permit. The same key with the same event gives the \
            stored answer again, so that a request may be repeated; with another event it is an error.

            Examples:
              leeway record --rulebook care --ledger used.ledger event.json
              leeway record --rulebook care --ledger used.ledger --key call-17 \\
                --action coupon.issue --field count=1 --fact customer.id=cu-5
              leeway record --rulebook care --ledger used.ledger --batch < events.jsonl

            Exit statuses: those of leeway check. With --batch: 0 every row was recorded, 65 some could not be read \
            or recorded.
            """)

    @OptionGroup var rulebook: RulebookOptions

    @OptionGroup var ledger: LedgerOption

    @Option(
        help: ArgumentHelp(
            "The idempotency key: the same key never counts twice; by default the event's id.", valueName: "key"))
    var key: String?

    @OptionGroup var proposal: ProposalOptions
    @OptionGroup var mapping: MappingOption
    @OptionGroup var ahead: AheadOption
    @OptionGroup var trust: TrustOption
    @OptionGroup var locale: LocaleOption

    @Flag(help: "Write JSON instead of text.")
    var json = false

    @Flag(help: "Record every line of the input, as JSON Lines; each event's id is its key.")
    var batch = false

    @Flag(name: [.long, .customLong("verbose")], help: "Also show what is met, with every clause and its place.")
    var trace = false

    @Flag(inversion: .prefixedNo, help: "Look for what may be done instead; by default, except with --batch.")
    var offers: Bool?

    func validate() throws {
        if batch, proposal.hasFlags || key != nil {
            throw ValidationError(
                "--batch reads whole events; --key, --action, --field, --fact, --agent-role and --reason belong to one")
        }
        if key == "" { throw ValidationError("--key is empty") }
        if !batch, proposal.source == nil, proposal.action == nil {
            throw ValidationError("name an event's file, - for standard input, or an --action")
        }
        if !batch, mapping.map != nil, proposal.hasFlags || proposal.source == nil {
            throw ValidationError("--map reads whole events, from a file or from standard input (-)")
        }
    }

    func run() throws {
        let console = rulebook.console
        try console.run { () throws(LeewayError) in
            let point = try rulebook.point()
            locale.check(point.rulebook, console: console)
            let recorder = try Recorder(
                point, ledgerAt: ledger.ledger, offers: offers ?? !batch ? .sought : .omitted,
                trusting: trust.trust, locale: locale.locale)
            let program = try mapping.program(for: point, console: console)
            return try batch ? recordAll(recorder, program, console) : recordOne(recorder, program, console)
        }
    }

    private func recordAll(
        _ recorder: Recorder, _ program: MappingProgram?, _ console: Console
    ) throws(LeewayError) -> ExitStatus {
        let file = try OpenFile(reading: proposal.file ?? "-")
        let recording = BatchRecording(mapping: program, asOf: proposal.asOf?.instant, ahead: ahead.guarding)
        let input = LogInput(name: file.name, source: file.source)
        let summary = try recording.run(input, with: recorder) { lines throws(LeewayError) in
            try console.write(lines)
        }
        return summary.unreadableRowCount == 0 ? .success : .badInput
    }

    private func recordOne(
        _ recorder: Recorder, _ program: MappingProgram?, _ console: Console
    ) throws(LeewayError) -> ExitStatus {
        let event = try proposal.event(from: proposal.source, point: recorder.point, mapping: program)
        try ahead.guarding.check(event.time, in: proposal.source ?? "command line")
        let recorded = try recorder.record(event, key: key)
        let renderer = DecisionTextRenderer(
            colour: console.colour(for: .output), locale: locale.locale, detail: trace ? .trace : .notable)
        try console.write(recorded, as: json ? .json : .text(renderer))
        return ExitStatus(recorded.outcome)
    }
}
