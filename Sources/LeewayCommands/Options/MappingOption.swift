import ArgumentParser
import Leeway

/// What the rows of an input mean.
struct MappingOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("A mapping file that says what rows of another form mean.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var map: String?

    /// Loads the mapping, and shows warnings about it.
    func program(for point: DecisionPoint, console: Console) throws(LeewayError) -> MappingProgram? {
        guard let map else { return nil }
        let (program, warnings) = try point.mapping(at: map)
        console.note(warnings)
        return program
    }
}
