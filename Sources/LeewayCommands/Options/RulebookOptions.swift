import ArgumentParser
import Leeway

/// Which rulebook a command works with, and how it prints.
struct RulebookOptions: ParsableArguments {
    @Option(
        name: .shortAndLong, help: ArgumentHelp("The rulebook's folder, or its file.", valueName: "dir"),
        completion: .directory)
    var rulebook: String

    @OptionGroup var appearance: AppearanceOptions

    var console: Console { appearance.console }

    /// Loads the rulebook.
    func point() throws(LeewayError) -> DecisionPoint { try DecisionPoint(rulebookAt: rulebook) }
}
