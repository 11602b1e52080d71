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

            Exit statuses: 0 no errors, 65 errors, or with --strict also warnings, and those of leeway --help.
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

    func run() throws {
        let console = appearance.console
        try console.run { () throws(LeewayError) in
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
