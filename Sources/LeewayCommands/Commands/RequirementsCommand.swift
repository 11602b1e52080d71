import ArgumentParser
import Leeway

/// `leeway requirements`: is everything that our documents demand in the rulebook?
struct RequirementsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "requirements",
        abstract: "Show what carries out each requirement of a register, and which nothing does.",
        usage: "leeway requirements [<options>] --rulebook <dir> [<register>]",
        discussion: """
            A register lists what documents demand. A requirement is carried out by the standards and tests whose \
            source names it, and by what the register names under carried_by: a check of the linter, a document, a \
            phrase set.

            Examples:
              leeway requirements --rulebook Policies/service-standards
              leeway requirements --rulebook care --format markdown \\
                --output COVERAGE.md register.yaml

            Exit statuses: 0 nothing is open, 20 some requirements are, 65 the register or the rulebook is wrong, and \
            those of leeway --help.
            """)

    /// The forms in which it can be written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, markdown, json
    }

    @OptionGroup var rulebook: RulebookOptions

    @Argument(
        help: ArgumentHelp(
            "The register's file; requirements.yaml beside the rulebook by default.", valueName: "register"),
        completion: .file())
    var register: String?

    @Option(help: ArgumentHelp("The form: text, markdown or json.", valueName: "format"))
    var format: Format = .text

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Where it goes; standard output by default.", valueName: "file"), completion: .file())
    var output: String?

    func run() throws {
        let console = rulebook.console
        try console.run { () throws(LeewayError) in
            let point = try rulebook.point()
            let besides = try DecisionPoint.register(ofRulebookAt: rulebook.rulebook)
            let register = self.register ?? besides
            let file = try output.flatMap { $0 == "-" ? nil : $0 }.map { path throws(LeewayError) in
                try ReportFile(path, inputs: [register])
            }
            let tests = try TestDirectory().readIfAny(rulebook.rulebook)
            let trace = try point.requirements(at: register, tests: tests)
            let bytes =
                switch format {
                case .text: Array(RequirementTextRenderer().render(trace).utf8)
                case .markdown: Array(RequirementMarkdownRenderer(folder: rulebook.rulebook).render(trace).utf8)
                case .json: RequirementJSONRenderer().render(trace)
                }
            if let file {
                try file.write(bytes)
                console.note("the requirements went to \(file.path)\n")
            } else {
                try console.write(bytes)
            }
            return trace.open.isEmpty ? .success : .found
        }
    }
}
