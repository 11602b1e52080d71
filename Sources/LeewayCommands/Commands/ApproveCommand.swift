import ArgumentParser
import Leeway

/// `leeway approve`: this action, yes.
struct ApproveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Say yes to one exact action, and keep that in a ledger until the action is recorded.",
        usage: "leeway approve [<options>] --by <id> --role <role> [<file>]",
        discussion: """
            The approval is bound to the action's type, fields, actor and entities, and to this version of the \
            rulebook; its id, time, reason, channel and conversation may differ. It holds once, and for a day. Who may \
            run this command for whom is for the house to settle: whoever runs it is believed.

            Example:
              leeway approve --rulebook care --ledger used.ledger --by s-9 --role supervisor \\
                event.json

            The first line is the approval's id, to be named in the event: "approval": {"id": "ap-…"}.

            Exit statuses: 0 it is kept, 65 it would say nothing, and those of leeway --help.
            """)

    @OptionGroup var rulebook: RulebookOptions
    @OptionGroup var ledger: LedgerOption

    @Option(help: ArgumentHelp("Who says yes.", valueName: "id"))
    var by: String

    @Option(help: ArgumentHelp("That person's role.", valueName: "role"))
    var role: String

    @Option(help: ArgumentHelp("How long it holds.", valueName: "span"))
    var expiresIn = TimeSpanArgument(ApprovalProposal.standardSpan)

    @Option(help: ArgumentHelp("When it is given; by default now.", valueName: "time"))
    var at: InstantArgument?

    @Option(
        help: ArgumentHelp(
            "The approval's id and idempotency key; by default a new one is made.", valueName: "key"))
    var key: String?

    @OptionGroup var proposal: ProposalOptions
    @OptionGroup var mapping: MappingOption
    @OptionGroup var ahead: AheadOption

    @Flag(help: "Write JSON instead of text.")
    var json = false

    func validate() throws {
        if key == "" { throw ValidationError("--key is empty") }
        if by.isEmpty { throw ValidationError("--by is empty") }
        if expiresIn.span.nanoseconds <= 0 { throw ValidationError("--expires-in is a length of time above 0s") }
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
            try ahead.guarding.check(at?.instant, in: "--at")
            let point = try rulebook.point()
            let program = try mapping.program(for: point, console: console)
            let action = try proposal.event(from: proposal.source, point: point, mapping: program)
            let recorder = try Recorder(point, ledgerAt: ledger.ledger)
            let approval = try recorder.approve(
                ApprovalProposal(
                    of: action, id: key ?? ApprovalProposal.makeID(), by: by, role: role, at: at?.instant,
                    lasting: expiresIn.span))
            if json {
                try console.write(approval.json(.pretty))
            } else {
                let renderer = DecisionTextRenderer(colour: console.colour(for: .output))
                try console.write(RecordedTextRenderer(renderer).render(approval))
            }
            return .success
        }
    }
}
