public import ArgumentParser
import Leeway

/// The command `leeway`.
public struct RootCommand: ParsableCommand {
    /// What the command is called, and what it offers.
    public static let configuration = CommandConfiguration(
        commandName: "leeway",
        abstract: "Decide actions of customer service by a rulebook, and audit what was done.",
        usage: "leeway <subcommand>",
        discussion: """
            A rulebook is a folder of YAML files. Agents ask before they act (check, options), managers keep it clear
            (lint, explain), auditors judge logs by it (audit).

            Examples:
              leeway init care
              leeway check --rulebook care care/examples/coupon.json
              leeway audit --rulebook care --format html --output report.html log.jsonl

            Exit statuses: 0 go ahead, 10 needs a reason, 11 needs approval, 12 denied, 13 undetermined,
            20 --fail-on, 64 wrong usage, 65 bad input, 66 no such file, 74 input or output failed.
            """,
        version: LeewayVersion.text,
        subcommands: [
            CheckCommand.self, OptionsCommand.self, AuditCommand.self, LintCommand.self, ExplainCommand.self,
            InitCommand.self,
        ])

    /// Makes the command.
    public init() {}

    /// Carries out what the command line asks for, and ends the program.
    public static func start() { main() }
}
