import ArgumentParser

/// How a command prints.
struct AppearanceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("When to use colours: auto, always or never.", valueName: "when"))
    var color: ColourChoice = .auto

    var console: Console { Console(choice: color) }
}
