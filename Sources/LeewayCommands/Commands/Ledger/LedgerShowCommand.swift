import ArgumentParser
import Leeway

/// `leeway ledger show`: the ledger at a glance.
struct LedgerShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show how many decisions a ledger holds, by which rulebooks, and the last of them.",
        usage: "leeway ledger show [--last <count>] <ledger>")

    @OptionGroup var appearance: AppearanceOptions

    @Argument(help: ArgumentHelp("The ledger.", valueName: "ledger"), completion: .file())
    var file: String

    @Option(help: ArgumentHelp("How many of the last entries are shown.", valueName: "count"))
    var last = 10

    func validate() throws {
        guard last >= 0 else { throw ValidationError("--last counts entries, from 0 on") }
    }

    func run() throws {
        let console = appearance.console
        try console.run { () throws(LeewayError) in
            try console.write(LedgerTextRenderer().render(LedgerOverview(ledgerAt: file, last: last)))
            return .success
        }
    }
}
