import ArgumentParser
import Leeway

/// `leeway handbook`: the rulebook as a book to hold in the hand.
struct HandbookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handbook",
        abstract: "Make a book of a rulebook: a booklet, a card, the register or the regulation.",
        usage: "leeway handbook [<options>] --rulebook <dir>",
        discussion: """
            A booklet tells every standard that asks something of a role: what may be done by oneself, what needs whom, \
            what to say, why, and examples taken from the rulebook's tests. A card tells it on one page. The register \
            lists the documents in force, the regulation is the whole in fixed chapters. Books are made in English \
            (en), Slovenian (sl), Afrikaans (af), Latvian (lv) and Russian (ru).

            Examples:
              leeway handbook --rulebook Policies/retail-care --role agent \\
                --locale sl --output booklet.html
              leeway handbook --rulebook Policies/retail-care --kind card \\
                --format markdown
            """)

    @OptionGroup var rulebook: RulebookOptions

    @Option(help: ArgumentHelp("The book: booklet, card, register or regulation.", valueName: "kind"))
    var kind: HandbookKind = .booklet

    @Option(help: ArgumentHelp("For whom it is; for everybody by default, a card for each role.", valueName: "role"))
    var role: String?

    @Option(
        help: ArgumentHelp("The language: en, sl, af, lv or ru; the rulebook's first by default.", valueName: "tag"))
    var locale: String?

    @Option(help: ArgumentHelp("The instant whose version is taken; the newest by default.", valueName: "time"))
    var asOf: InstantArgument?

    @Option(help: ArgumentHelp("The form: html or markdown.", valueName: "format"))
    var format: HandbookFormat = .html

    @Option(help: ArgumentHelp("The paper of html: a4 or a5.", valueName: "size"))
    var paper: HandbookHTMLRenderer.Paper = .a4

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Where the book goes; standard output by default.", valueName: "file"),
        completion: .file())
    var output: String?

    func run() throws {
        let console = rulebook.console
        try console.run { () throws(LeewayError) in
            let point = try rulebook.point()
            let file = try output.flatMap { $0 == "-" ? nil : $0 }.map { path throws(LeewayError) in
                try ReportFile(path, inputs: [])
            }
            // A register and a regulation show no examples.
            let tests = kind == .booklet ? try TestDirectory().readIfAny(rulebook.rulebook) : []
            let book = try point.handbook(kind, role: role, locale: locale, at: asOf?.instant, tests: tests)
            let bytes =
                switch format {
                case .html: HandbookHTMLRenderer(paper: paper).render(book)
                case .markdown: HandbookMarkdownRenderer().render(book)
                }
            for notice in book.notices { console.note("note: \(notice)\n") }
            guard let file else {
                try console.write(bytes)
                return .success
            }
            try file.write(bytes)
            console.note("the book went to \(file.path)\n")
            return .success
        }
    }
}
