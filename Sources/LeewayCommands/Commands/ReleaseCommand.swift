import ArgumentParser
import Leeway

/// `leeway release`: what was reserved does not happen.
struct ReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Give back what was reserved and will not happen.",
        usage: "leeway release [<options>] --rulebook <dir> --ledger <ledger> <key>",
        discussion: """
            A repeated release gives the stored answer again; what was committed or has run out is an error.

            Example:
              leeway release --rulebook care --ledger used.ledger call-17

            Exit statuses: those of leeway --help.
            """)

    @OptionGroup var rulebook: RulebookOptions
    @OptionGroup var ledger: LedgerOption

    @Argument(help: ArgumentHelp("The reservation's key.", valueName: "key"))
    var key: String

    @Flag(help: "Write JSON instead of text.")
    var json = false

    func run() throws {
        let console = rulebook.console
        try console.run { () throws(LeewayError) in
            let recorder = try Recorder(try rulebook.point(), ledgerAt: ledger.ledger)
            let released = try recorder.release(key)
            if json {
                try console.write(released.json(.pretty))
            } else {
                let renderer = DecisionTextRenderer(colour: console.colour(for: .output))
                try console.write(RecordedTextRenderer(renderer).render(released))
            }
            return .success
        }
    }
}
