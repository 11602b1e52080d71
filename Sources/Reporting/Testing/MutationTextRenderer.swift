import SourceText
public import Workbench

/// Shows how many mutants of a rulebook its tests notice, and every one that they do not.
public struct MutationTextRenderer: Sendable {
    /// Makes a renderer.
    public init() {}

    /// Shows the share, then every survivor with its place.
    ///
    /// - Returns: lines that each end with a line feed.
    public func render(_ run: MutationRun) -> String {
        let invalid = run.invalidCount == 0 ? "" : "; \(run.invalidCount) more make no rulebook"
        var lines = ["Mutants: \(PermilleText.of(run.permille)) noticed (\(run.killedCount) of \(run.count)\(invalid))"]
        for mutant in run.survivors {
            let kind = mutant.kind.rawValue
            let padding = String(repeating: " ", count: max(1, 10 - kind.count))
            lines.append(
                "  \(kind)\(padding)\(VisibleText.oneLine(mutant.range.place))  \(VisibleText.oneLine(mutant.text))")
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
