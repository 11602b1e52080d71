import ArgumentParser
import Leeway

/// `leeway test`: does this rulebook say what we mean?
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run the tests that lie beside a rulebook, in its folder tests.",
        usage: "leeway test [<options>] [<dir>]",
        discussion: """
            A test gives events, and says what a decision comes to or what an audit finds. What is not listed as \
            allowed must be refused.

            Examples:
              leeway test Policies/published/call-frequency
              leeway test --filter 1a --format junit --output tests.xml care

            Exit statuses: 0 every case passed, 20 some failed, 65 the rulebook or its tests are wrong, and those \
            of leeway --help.
            """)

    @OptionGroup var appearance: AppearanceOptions

    @Argument(
        help: ArgumentHelp("The rulebook's folder, or its file; this folder by default.", valueName: "dir"),
        completion: .directory)
    var rulebook = "."

    @Option(help: ArgumentHelp("Run only cases whose title holds this text.", valueName: "text"))
    var filter: String?

    @Option(help: ArgumentHelp("The form of the results: text, junit or json.", valueName: "format"))
    var format: TestReportFormat = .text

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Where the results go; standard output by default.", valueName: "file"),
        completion: .file())
    var output: String?

    func run() throws {
        let console = appearance.console
        try console.run { () throws(LeewayError) in
            let point = try DecisionPoint(rulebookAt: rulebook)
            let file = try output.flatMap { $0 == "-" ? nil : $0 }.map { path throws(LeewayError) in
                try ReportFile(path, inputs: [])
            }
            let run = try point.test(TestDirectory().read(rulebook), filter: filter)
            if let file {
                try file.write(rendered(run, point, colour: .off))
                console.note("the results went to \(file.path)\n")
            } else {
                try console.write(rendered(run, point, colour: console.colour(for: .output)))
            }
            return run.failedCount > 0 ? .found : .success
        }
    }

    private func rendered(_ run: TestRun, _ point: DecisionPoint, colour: TerminalColour) -> [UInt8] {
        switch format {
        case .text: Array(TestTextRenderer(colour: colour).render(run, of: point.compiled).utf8)
        case .junit: JUnitRenderer().render(run, of: point.compiled)
        case .json: TestJSONRenderer().render(run, of: point.compiled)
        }
    }
}
