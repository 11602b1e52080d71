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
              leeway test --coverage --mutate care

            Exit statuses: 0 every case passed, 20 some failed or less was tried than --require-coverage says, 65 the \
            rulebook or its tests are wrong, and those of leeway --help.
            """)

    @OptionGroup var appearance: AppearanceOptions

    @Argument(
        help: ArgumentHelp("The rulebook's folder, or its file; this folder by default.", valueName: "dir"),
        completion: .directory)
    var rulebook = "."

    @Option(help: ArgumentHelp("Run only cases whose title holds this text.", valueName: "text"))
    var filter: String?

    @Flag(help: "Say which conditions and limits the cases tried, and which not.")
    var coverage = false

    @Option(
        help: ArgumentHelp("How many percent of all ways must be tried.", valueName: "percent"))
    var requireCoverage: Int?

    @Flag(help: "Change each limit and condition, one at a time, and say which changes no case notices.")
    var mutate = false

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
            let texts = try TestDirectory().read(rulebook)
            let covers = coverage || requireCoverage != nil
            let run = try point.test(texts, coversConditions: covers, filter: filter)
            // What fails already protects nothing.
            let progress = ProgressLine(console)
            let mutants =
                mutate && run.failedCount == 0
                ? try point.mutate(texts) { progress.update(done: $0, of: $1, "mutants") } : nil
            progress.end()
            if let file {
                try file.write(rendered(run, mutants, point, colour: .off))
                console.note("the results went to \(file.path)\n")
            } else {
                try console.write(rendered(run, mutants, point, colour: console.colour(for: .output)))
            }
            let isEnough = requireCoverage.map { $0 * 10 <= run.ways?.permille ?? 0 } ?? true
            return run.failedCount == 0 && isEnough ? .success : .found
        }
    }

    private func rendered(
        _ run: TestRun, _ mutants: MutationRun?, _ point: DecisionPoint, colour: TerminalColour
    ) -> [UInt8] {
        switch format {
        case .text:
            let parts = [
                TestTextRenderer(colour: colour).render(run, of: point.compiled),
                run.ways.map { CoverageTextRenderer().render($0) }, mutants.map { MutationTextRenderer().render($0) },
            ]
            return Array(parts.compactMap(\.self).joined(separator: "\n").utf8)
        case .junit: return JUnitRenderer().render(run, of: point.compiled)
        case .json: return TestJSONRenderer().render(run, of: point.compiled, mutants: mutants)
        }
    }

    func validate() throws {
        if let requireCoverage, !(0...100).contains(requireCoverage) {
            throw ValidationError("--require-coverage is a percentage from 0 to 100")
        }
    }
}
