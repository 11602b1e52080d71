import ArgumentParser
import Leeway

/// `leeway ledger export`: everything, for other tools.
struct LedgerExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write every entry of a ledger as JSON Lines: the event, the decision, and what proves them.",
        usage: "leeway ledger export <ledger>")

    @OptionGroup var appearance: AppearanceOptions

    @Argument(help: ArgumentHelp("The ledger.", valueName: "ledger"), completion: .file())
    var file: String

    func run() throws {
        let console = appearance.console
        try console.run { () throws(LeewayError) in
            try LedgerExport(ledgerAt: file).run { lines throws(LeewayError) in try console.write(lines) }
            return .success
        }
    }
}
