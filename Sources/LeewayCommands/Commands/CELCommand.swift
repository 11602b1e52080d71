import ArgumentParser
import Leeway

/// `leeway cel`: what does this expression come to?
struct CELCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cel",
        abstract: "Try an expression of the Common Expression Language, with values for its names.",
        usage: "leeway cel [<options>] <expr>",
        discussion: """
            Shows the value, its type, and what it cost beside the most that it could cost. Where what is unknown \
            decides, it shows what remains to be evaluated.

            Examples:
              leeway cel 'order.total > 100.0 && tier == "gold"' \\
                --set 'order={"total": 250.0}' --set 'tier="gold"'
              leeway cel 'items.filter(i, i.price > 20).size() < 3' --explain \\
                --set 'items=[{"price": 10}, {"price": 30}]'
              leeway cel 'now - placed < duration("336h") || tier == "gold"' \\
                --set 'now=timestamp("2026-11-20T09:14:03Z")' \\
                --set 'placed=timestamp("2026-11-12T00:00:00Z")' --set tier=?

            Exit statuses: 0 a value, 13 unknown, 65 the expression is wrong or its evaluation fails, and those of \
            leeway --help.
            """)

    @OptionGroup var expression: ExpressionOptions
    @OptionGroup var appearance: AppearanceOptions

    @Flag(help: "Also show each part with its values, literals left out.")
    var explain = false

    @Flag(help: "Write JSON instead of text.")
    var json = false

    func run() throws {
        let console = appearance.console
        try console.run { () throws(LeewayError) in
            var trial = try expression.trial()
            trial.explainsParts = explain
            let report = try trial.report()
            if json {
                try console.write(ExpressionJSONRenderer().render(report))
            } else {
                try console.write(ExpressionTextRenderer(colour: console.colour(for: .output)).render(report))
                console.note(report.diagnostics)
            }
            return ExitStatus(report)
        }
    }
}
