import ArgumentParser
import Leeway

/// `leeway commit`: what was reserved happens.
struct CommitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commit",
        abstract: "Let happen what was reserved: it is decided again as of now, and recorded.",
        usage: "leeway commit [<options>] --rulebook <dir> --ledger <ledger> <key>",
        discussion: """
            Its own reservation is lifted, so that what was kept back is there for it. Where another standard refuses \
            it by now, it has not happened, and the reservation stays open. A repeated commit gives the stored answer \
            again; what was released or has run out is an error.

            Example:
              leeway commit --rulebook care --ledger used.ledger call-17

            Exit statuses: those of leeway check.
            """)

    @OptionGroup var rulebook: RulebookOptions
    @OptionGroup var ledger: LedgerOption

    @Argument(help: ArgumentHelp("The reservation's key.", valueName: "key"))
    var key: String

    @Option(
        help: ArgumentHelp(
            "When it happens, such as 2026-11-20T09:14:03+01:00; by default now.", valueName: "time"))
    var at: InstantArgument?

    @OptionGroup var ahead: AheadOption
    @OptionGroup var locale: LocaleOption

    @Flag(help: "Write JSON instead of text.")
    var json = false

    @Flag(name: [.long, .customLong("verbose")], help: "Also show what is met, with every clause and its place.")
    var trace = false

    func run() throws {
        let console = rulebook.console
        try console.run { () throws(LeewayError) in
            try ahead.guarding.check(at?.instant, in: "--at")
            let point = try rulebook.point()
            locale.check(point.rulebook, console: console)
            let recorder = try Recorder(point, ledgerAt: ledger.ledger, locale: locale.locale)
            let committed = try recorder.commit(key, at: at?.instant)
            let renderer = DecisionTextRenderer(
                colour: console.colour(for: .output), locale: locale.locale, detail: trace ? .trace : .notable)
            try console.write(committed, as: json ? .json : .text(renderer))
            return ExitStatus(committed.outcome)
        }
    }
}
