import ArgumentParser

/// The ledger that a command writes to.
struct LedgerOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("The ledger; made where it is not there.", valueName: "ledger"), completion: .file())
    var ledger: String
}
