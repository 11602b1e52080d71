import SourceText
public import Workbench

/// Shows what tests have tried of a rulebook, and what they have not.
public struct CoverageTextRenderer: Sendable {
    /// Makes a renderer.
    public init() {}

    /// Shows the shares, then every way that no test went.
    ///
    /// - Returns: lines that each end with a line feed.
    public func render(_ coverage: RulebookCoverage) -> String {
        let judged = coverage.standards.count(where: \.isJudged)
        var lines = [
            "Coverage: \(PermilleText.of(coverage.permille)) (\(coverage.seenCount) of \(coverage.wayCount))",
            "  standards judged        \(judged) of \(coverage.standards.count)",
            "  conditions both ways    \(seen(coverage.conditions))",
            "  limits on both sides    \(seen(coverage.limits))",
        ]
        lines += coverage.standards.filter { !$0.isJudged }.map { "  never judged            \($0.id)" }
        for item in coverage.conditions {
            if !item.sawFirst { lines.append(line("never true", item)) }
            if !item.sawSecond { lines.append(line("never false", item)) }
        }
        for item in coverage.limits {
            if !item.sawFirst { lines.append(line("never at the limit", item)) }
            if !item.sawSecond { lines.append(line("never past the limit", item)) }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func seen(_ items: [RulebookCoverage.Item]) -> String {
        "\(items.reduce(0) { $0 + $1.seenCount }) of \(2 * items.count)"
    }

    private func line(_ title: String, _ item: RulebookCoverage.Item) -> String {
        let padding = String(repeating: " ", count: max(1, 24 - title.count))
        let place = VisibleText.oneLine(item.range.place)
        return "  \(title)\(padding)\(place)  \(item.standard)  `\(VisibleText.oneLine(item.text))`"
    }
}
