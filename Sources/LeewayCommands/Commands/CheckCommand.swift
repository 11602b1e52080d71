import ArgumentParser
import Leeway

/// `leeway check`: may I?
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Decide a proposed action: go ahead, with a reason, with approval, or no.",
        usage: "leeway check [<options>] --rulebook <dir> [<file>]",
        discussion: """
            The event comes from a file, from standard input (-), or from flags. With --batch, one event a line is \
            read, and one decision a line is written as JSON, in the same order; a row that cannot be read gives a \
            line with the outcome error, and the exit status is 65.

            Examples:
              leeway check --rulebook Policies/retail-care event.json
              leeway check --rulebook Policies/retail-care --action coupon.issue \\
                --field count=5 --field value="10 EUR" \\
                --fact customer.tier=gold --agent-role agent
              leeway check --rulebook Policies/retail-care --history log.jsonl event.json
              leeway check --rulebook Policies/retail-care --ledger used.ledger event.json
              leeway check --rulebook Policies/retail-care --batch < events.jsonl

            Exit statuses: 0 go ahead, 10 needs a reason, 11 needs approval, 12 denied, 13 undetermined, and those of \
            leeway --help. With --batch: 0 every row was decided, 65 some could not be read.
            """)

    @OptionGroup var rulebook: RulebookOptions
    @OptionGroup var proposal: ProposalOptions
    @OptionGroup var mapping: MappingOption
    @OptionGroup var history: HistoryOption
    @OptionGroup var trust: TrustOption
    @OptionGroup var locale: LocaleOption

    @Flag(help: "Write JSON instead of text.")
    var json = false

    @Flag(help: "Decide every line of the input, as JSON Lines.")
    var batch = false

    @Flag(name: [.long, .customLong("verbose")], help: "Also show what is met, with every clause and its place.")
    var trace = false

    @Flag(inversion: .prefixedNo, help: "Look for what may be done instead; by default, except with --batch.")
    var offers: Bool?

    func validate() throws {
        if batch, proposal.hasFlags {
            throw ValidationError(
                "--batch reads whole events; --action, --field, --fact, --agent-role and --reason belong to one")
        }
        if batch, history.isGiven {
            throw ValidationError(
                "--batch decides every event by itself, and --history or --ledger is what happened before one; audit "
                    + "judges a log, record --batch records one")
        }
        if !batch, proposal.source == nil, proposal.action == nil {
            throw ValidationError("name an event's file, - for standard input, or an --action")
        }
        if !batch, mapping.map != nil, proposal.hasFlags {
            throw ValidationError(
                "--map reads whole events; --action, --field, --fact, --agent-role and --reason belong to one")
        }
        if !batch, mapping.map != nil, proposal.source == nil {
            throw ValidationError("--map needs a file to read, or - for standard input")
        }
    }

    func run() throws {
        let console = rulebook.console
        try console.run { () throws(LeewayError) in
            let point = try rulebook.point()
            locale.check(point.rulebook, console: console)
            return try batch ? checkAll(point, console) : checkOne(point, console)
        }
    }

    private func checkAll(_ point: DecisionPoint, _ console: Console) throws(LeewayError) -> ExitStatus {
        let program = try mapping.program(for: point, console: console)
        let file = try OpenFile(reading: proposal.file ?? "-")
        let check = BatchCheck(
            point, mapping: program, asOf: proposal.asOf?.instant, offers: offers == true ? .sought : .omitted,
            locale: locale.locale)
        let summary = try check.run(LogInput(name: file.name, source: file.source)) { lines throws(LeewayError) in
            try console.write(lines)
        }
        return summary.unreadableRowCount == 0 ? .success : .badInput
    }

    private func checkOne(_ forgetful: DecisionPoint, _ console: Console) throws(LeewayError) -> ExitStatus {
        let program = try mapping.program(for: forgetful, console: console)
        let asked = try proposal.event(from: proposal.source, point: forgetful, mapping: program)
        let (point, event) = try history.applied(
            to: forgetful, deciding: asked, trusting: trust.trust, mapping: program, asOf: proposal.asOf?.instant)
        if history.ledger == nil, let id = event.approvalIDs.first, event.approvals.isEmpty {
            console.note("only a ledger knows the approval `\(id)`; name it with --ledger")
        }
        let decision = point.check(event)
        if decision.outcome == .undetermined, decision.remark == nil, point.compiled.remembers, point.memory == nil {
            console.note("what happened before is not known; give a log of it with --history, or a --ledger\n")
        }
        let found = decision.outcome == .allow || offers == false ? nil : point.counterOffers(for: decision)
        let report = point.report(on: decision, offers: found)
        if json {
            try console.write(DecisionJSONRenderer(locale: locale.locale).render(report))
        } else {
            let renderer = DecisionTextRenderer(
                colour: console.colour(for: .output), locale: locale.locale, detail: trace ? .trace : .notable)
            try console.write(renderer.render(report))
        }
        return ExitStatus(decision.outcome)
    }
}
