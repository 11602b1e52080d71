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
            A rulebook is a folder of YAML files. Agents ask before they act (check, options) and record what they \
            do (record, reserve, approve, ledger), managers keep it clear (lint, explain, test, handbook) and try conditions (cel), \
            auditors judge logs by it (audit), also while they are written (watch).

            Examples:
              leeway init care
              leeway check --rulebook care care/examples/coupon.json
              leeway audit --rulebook care --format html --output report.html log.jsonl

            Exit statuses:
              0   go ahead, or nothing to complain about
              10  the action needs a reason
              11  the action needs approval
              12  the action is denied
              13  undetermined: a fact is missing
              20  the audit found what --fail-on names, or a test failed
              64  wrong usage
              65  bad input: a rulebook, tests, an event, a log, a mapping or an expression
              66  no such file
              74  reading or writing failed
            """,
        version: LeewayVersion.text,
        subcommands: [
            CheckCommand.self, OptionsCommand.self, RecordCommand.self, ReserveCommand.self, CommitCommand.self,
            ReleaseCommand.self, ApproveCommand.self, LedgerCommand.self, AuditCommand.self, WatchCommand.self,
            LintCommand.self, TestCommand.self, ExplainCommand.self, HandbookCommand.self, RequirementsCommand.self,
            InitCommand.self,
            CELCommand.self,
        ])

    /// Makes the command.
    public init() {}

    /// Carries out what the command line asks for, and ends the program.
    public static func start() { main() }
}
