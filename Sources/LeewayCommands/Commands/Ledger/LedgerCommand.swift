import ArgumentParser

/// `leeway ledger`: what was recorded?
struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Show, verify and export what leeway record recorded.",
        usage: "leeway ledger <subcommand>",
        discussion: """
            Examples:
              leeway ledger show used.ledger
              leeway ledger verify --rulebook care used.ledger
              leeway ledger export used.ledger > entries.jsonl
            """,
        subcommands: [LedgerShowCommand.self, LedgerVerifyCommand.self, LedgerExportCommand.self])
}
