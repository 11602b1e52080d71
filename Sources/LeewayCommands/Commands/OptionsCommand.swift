import ArgumentParser
import Leeway

/// `leeway options`: what may I do here?
struct OptionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "options",
        abstract: "Show what an agent may do here: for each action, what is allowed, justified and approvable.",
        usage: "leeway options [<options>] --rulebook <dir> [<file>]",
        discussion: """
            The situation comes from an event's file, from standard input (-), or from flags: who acts, for whom, and \
            what is settled already. Each choice that is left open is explored by itself.

            Examples:
              leeway options --rulebook Policies/retail-care --agent-role agent \\
                --fact customer.tier=gold
              leeway options --rulebook Policies/retail-care --action coupon.issue \\
                event.json
            """)

    @OptionGroup var rulebook: RulebookOptions
    @OptionGroup var proposal: ProposalOptions
    @OptionGroup var history: HistoryOption
    @OptionGroup var trust: TrustOption
    @OptionGroup var locale: LocaleOption

    @Flag(help: "Write JSON instead of text.")
    var json = false

    func validate() throws {
        if !proposal.field.isEmpty, proposal.action == nil, proposal.file == nil {
            throw ValidationError("--field belongs to an action; name it with --action")
        }
    }

    func run() throws {
        let console = rulebook.console
        try console.run { () throws(LeewayError) in
            var point = try rulebook.point()
            locale.check(point.rulebook, console: console)
            let document = try proposal.document(proposal.file)
            let version = proposal.rulebook(of: point, document?.root)
            let draft = try proposal.draft(for: version, start: document?.root)
            let actions = version.vocabulary.events.filter { event in
                event.kind == .action && (proposal.action ?? event.name) == event.name
            }
            var situations = try actions.map { action throws(LeewayError) in
                let situation = try draft.asked(about: action.name).document()
                return try point.event(situation.root, named: document?.name ?? "command line")
            }
            if let ledger = history.ledger {
                (point, situations) = try point.remembering(
                    ledgerAt: ledger, exploring: situations, trusting: trust.trust)
            } else {
                point = try history.applied(to: point, before: situations.first)
                if let id = situations.lazy.flatMap(\.approvalIDs).first {
                    console.note("only a ledger knows the approval `\(id)`; name it with --ledger\n")
                }
            }
            let options = situations.map { point.options(for: $0) }
            if json {
                try console.write(OptionsJSONRenderer().render(options))
            } else {
                let titles = actions.map { ($0.name, $0.title.map { locale.text($0) }) }
                try console.write(
                    OptionsTextRenderer(colour: console.colour(for: .output)).render(
                        options, titles: Dictionary(uniqueKeysWithValues: titles).compactMapValues { $0 }))
            }
            return .success
        }
    }
}
