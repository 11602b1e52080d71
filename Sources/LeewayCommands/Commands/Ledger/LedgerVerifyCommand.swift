import ArgumentParser
import Leeway

/// `leeway ledger verify`: is it as it was written?
struct LedgerVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify that no entry of a ledger was changed, taken away or moved.",
        usage: "leeway ledger verify [--rulebook <dir>] <ledger>",
        discussion: """
            Each entry is chained to the one before by its digest. With --rulebook, what that rulebook decided is \
            decided again and must come to the same. Whoever can write the file can make a whole new chain: keep the \
            last digest elsewhere, too.

            Exit statuses: 0 everything is as it was written, 20 something is not, and those of leeway --help.
            """)

    @OptionGroup var appearance: AppearanceOptions

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The rulebook that decides again.", valueName: "dir"),
        completion: .directory)
    var rulebook: String?

    @Argument(help: ArgumentHelp("The ledger.", valueName: "ledger"), completion: .file())
    var file: String

    func run() throws {
        let console = appearance.console
        try console.run { () throws(LeewayError) in
            var point: DecisionPoint?
            if let rulebook { point = try DecisionPoint(rulebookAt: rulebook) }
            let found = try LedgerOverview.verify(ledgerAt: file, deciding: point)
            try console.write(LedgerTextRenderer().render(found))
            return found.problemCount == 0 ? .success : .found
        }
    }
}
