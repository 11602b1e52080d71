import ArgumentParser
import Leeway

/// An expression, what its names stand for, and how it is read.
struct ExpressionOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "The expression, in quotes; - is standard input. After -- it may begin with -.", valueName: "expr"))
    var expression: [String] = []

    @Option(
        help: ArgumentHelp(
            "The value of a name, itself an expression; ? where it is not known. May be repeated.",
            valueName: "name=value"))
    var set: [Assignment] = []

    @Option(
        help: ArgumentHelp(
            "What is not known: a name, or a part such as order.items[*].price. May be repeated.", valueName: "part"))
    var unknown: [String] = []

    @Option(help: ArgumentHelp("The namespace in which names are looked up first.", valueName: "name"))
    var container: String?

    @Flag(help: "Read and, or and not as operators, as rulebooks do.")
    var words = false

    @Flag(help: "Check no types before the expression runs.")
    var unchecked = false

    @Option(
        help: ArgumentHelp("Switch on this library only; by default all are on. May be repeated.", valueName: "library")
    )
    var library: [CELLibrary] = []

    @Flag(help: "Switch off all libraries.")
    var noLibraries = false

    func validate() throws {
        if expression.isEmpty {
            throw ValidationError("write an expression, or - for standard input; one that begins with - comes after --")
        }
        if expression.count > 1 {
            throw ValidationError(
                "the expression is one argument; put quotes around it: '\(expression.joined(separator: " "))'")
        }
        if noLibraries, !library.isEmpty { throw ValidationError("--no-libraries leaves none for --library") }
    }

    /// Prepares the expression.
    func trial() throws(LeewayError) -> ExpressionTrial {
        var trial = try ExpressionTrial(reading: expression.first ?? "-")
        trial.values = set.map { ExpressionTrial.Value(name: $0.name, source: $0.value) }
        trial.unknowns = unknown
        trial.container = container ?? ""
        trial.typing = unchecked ? .unchecked : .checked
        trial.options.wordOperators = words
        if noLibraries || !library.isEmpty { trial.options.libraries = Set(library) }
        return trial
    }
}
