import JSONSyntax
import RulebookEngine
import RulebookModel
import SourceText
import Testing

/// A rulebook read from text, compiled, ready to decide events given as JSON.
struct RulebookFixture {
    let compiled: CompiledRulebook

    /// Reads a rulebook that must be without errors.
    init(
        _ yaml: String, others: [String: String] = [:], isIndexed: Bool = true,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        var diagnostics = DiagnosticCollector()
        let files = RulebookFiles(
            root: SourceFile(name: "rulebook.yaml", utf8: Array(yaml.utf8)),
            others: others.reduce(into: [:]) { $0[$1.key] = SourceFile(name: $1.key, utf8: Array($1.value.utf8)) })
        let rulebook = RulebookLoader.load(files, diagnostics: &diagnostics)
        let told = diagnostics.sorted.map { "\($0.range.place): \($0.message) (\($0.help ?? ""))" }
        compiled = CompiledRulebook(
            try #require(rulebook, "\(told)\n\(yaml)", sourceLocation: sourceLocation), isIndexed: isIndexed)
    }

    /// Reads an event that must be without problems.
    func event(_ json: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Event {
        let reading = compiled.reader.read(try JSONDocument.parse(json).root)
        return try #require(reading.event, "\(reading.problems)\n\(json)", sourceLocation: sourceLocation)
    }

    /// Decides an event.
    func decide(_ json: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Decision {
        compiled.makeDecider().decide(try event(json, sourceLocation: sourceLocation))
    }

    /// The status of each standard that spoke, by id.
    func statuses(_ decision: Decision) -> [String: String] {
        decision.results.reduce(into: [:]) { statuses, result in
            statuses[compiled.rulebook.standards[result.standard].id] = result.status.rawValue
        }
    }
}
