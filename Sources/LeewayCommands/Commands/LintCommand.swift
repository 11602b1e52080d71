import ArgumentParser
import Leeway

/// `leeway lint`: is this rulebook clear?
struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Find what is wrong in rulebooks, and what is probably not meant.",
        usage: "leeway lint [<options>] <dir> ...",
        discussion: """
            Examples:
              leeway lint Policies/retail-care
              leeway lint --strict Policies/*
              leeway lint --house house-rules Policies/retail-care
              leeway lint --fix --dry-run Policies/retail-care

            Exit statuses: 0 no errors, 20 with --dry-run there is something to mend, 65 errors, or with --strict also \
            warnings, and those of leeway --help.
            """)

    @OptionGroup var appearance: AppearanceOptions

    @Argument(help: ArgumentHelp("Rulebooks' folders or files.", valueName: "dir"), completion: .directory)
    var rulebooks: [String]

    @Option(
        help: ArgumentHelp("A rulebook of standards about rulebooks, which these are to keep.", valueName: "dir"),
        completion: .directory)
    var house: String?

    @Flag(help: "Write JSON instead of text.")
    var json = false

    @Flag(help: "Warnings count as errors.")
    var strict = false

    @Flag(help: "Mend what can be mended without changing what the rulebook says, then look again.")
    var fix = false

    @Flag(help: "With --fix, show what would change, and write nothing.")
    var dryRun = false

    func validate() throws {
        if dryRun, !fix { throw ValidationError("--dry-run goes with --fix") }
        if dryRun, json { throw ValidationError("--dry-run shows a difference, which is no JSON") }
    }

    func run() throws {
        let console = appearance.console
        try console.run { () throws(LeewayError) in
            if fix {
                let fixes = try LintFixes(rulebooks, house: house)
                if dryRun {
                    try console.write(fixes.difference)
                    return fixes.changes.isEmpty ? .success : .found
                }
                try fixes.write()
                console.note(fixes.summary)
            }
            let result = try LintRun(rulebooks, house: house)
            if json {
                try console.write(SourceText.JSONRenderer().render(result.diagnostics))
            } else {
                let text = console.rendered(result.diagnostics, for: .output)
                try console.write(text.isEmpty ? result.summary : "\(text)\n\(result.summary)")
            }
            return result.errorCount > 0 || (strict && result.warningCount > 0) ? .badInput : .success
        }
    }
}
