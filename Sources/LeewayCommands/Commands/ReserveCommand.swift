import ArgumentParser
import Leeway

/// `leeway reserve`: may I, in a moment?
struct ReserveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reserve",
        abstract: "Decide an action, and keep back what it would use until it is committed, released or runs out.",
        usage: "leeway reserve [<options>] --rulebook <dir> --ledger <ledger> [<file>]",
        discussion: """
            What is reserved counts as used for every allowance, so that committing it stays within them. Nothing has \
            happened yet: facts and clocks do not see it. The same key with the same event gives the stored answer \
            again; with another event or another time to keep it back it is an error.

            Examples:
              leeway reserve --rulebook care --ledger used.ledger --key call-17 event.json
              leeway commit --rulebook care --ledger used.ledger call-17
              leeway release --rulebook care --ledger used.ledger call-17

            Exit statuses: those of leeway check.
            """)

    @OptionGroup var rulebook: RulebookOptions
    @OptionGroup var ledger: LedgerOption

    @Option(
        help: ArgumentHelp(
            "The idempotency key, by which it is committed or released; by default the event's id.", valueName: "key"))
    var key: String?

    @Option(name: .customLong("for"), help: ArgumentHelp("How long it is kept back.", valueName: "span"))
    var lasting = TimeSpanArgument(Recorder.reservationSpan)

    @OptionGroup var proposal: ProposalOptions
    @OptionGroup var mapping: MappingOption
    @OptionGroup var ahead: AheadOption
    @OptionGroup var trust: TrustOption
    @OptionGroup var locale: LocaleOption

    @Flag(help: "Write JSON instead of text.")
    var json = false

    @Flag(name: [.long, .customLong("verbose")], help: "Also show what is met, with every clause and its place.")
    var trace = false

    @Flag(inversion: .prefixedNo, help: "Look for what may be done instead.")
    var offers = true

    func validate() throws {
        if key == "" { throw ValidationError("--key is empty") }
        if lasting.span.nanoseconds <= 0 { throw ValidationError("--for is a length of time above 0s") }
        if proposal.source == nil, proposal.action == nil {
            throw ValidationError("name an event's file, - for standard input, or an --action")
        }
        if mapping.map != nil, proposal.hasFlags || proposal.source == nil {
            throw ValidationError("--map reads whole events, from a file or from standard input (-)")
        }
    }

    func run() throws {
        let console = rulebook.console
        try console.run { () throws(LeewayError) in
            let point = try rulebook.point()
            locale.check(point.rulebook, console: console)
            let program = try mapping.program(for: point, console: console)
            let event = try proposal.event(from: proposal.source, point: point, mapping: program)
            try ahead.guarding.check(event.time, in: proposal.source ?? "command line")
            let recorder = try Recorder(
                point, ledgerAt: ledger.ledger, offers: offers ? .sought : .omitted, trusting: trust.trust,
                locale: locale.locale)
            let reserved = try recorder.reserve(event, key: key, lasting: lasting.span)
            let renderer = DecisionTextRenderer(
                colour: console.colour(for: .output), locale: locale.locale, detail: trace ? .trace : .notable)
            try console.write(reserved, as: json ? .json : .text(renderer))
            return ExitStatus(reserved.outcome)
        }
    }
}
