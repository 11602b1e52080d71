import ArgumentParser
import Leeway

/// `leeway explain`: what does this standard say, and why?
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tell everything about one standard, as people read it.",
        usage: "leeway explain [<options>] --rulebook <dir> <standard>",
        discussion: """
            Example:
              leeway explain coupons.goodwill --rulebook Policies/retail-care
            """)

    @OptionGroup var rulebook: RulebookOptions
    @OptionGroup var locale: LocaleOption

    @Argument(help: ArgumentHelp("The standard's id.", valueName: "standard"))
    var standard: String

    func run() throws {
        let console = rulebook.console
        try console.run { () throws(LeewayError) in
            let point = try rulebook.point()
            locale.check(point.rulebook, console: console)
            let renderer = StandardTextRenderer(colour: console.colour(for: .output), locale: locale.locale)
            try console.write(renderer.render(try point.standard(standard), of: point.rulebook))
            return .success
        }
    }
}
