/// Shows diagnostics as plain text, each with an excerpt of its line and carets under its range.
public struct PlainRenderer: Sendable {
    /// The columns of a line that are shown unless the caller says otherwise.
    public static let defaultWidth = 100

    /// How many columns of a line are shown; of longer ones, the part around the range.
    public let width: Int

    /// Makes a renderer.
    public init(width: Int = PlainRenderer.defaultWidth) {
        self.width = width
    }

    /// Shows diagnostics in the order given, with an empty line between two of them.
    ///
    /// - Parameter diagnostics: what to show.
    /// - Returns: lines that each end with a line feed; empty where there is nothing to show.
    public func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { render(DiagnosticLayout(width: width).lines(for: $0)) }.joined(separator: "\n")
    }

    /// Shows everything gathered, and a line that sums it up.
    ///
    /// - Parameter collector: what to show.
    /// - Returns: lines that each end with a line feed; empty where there is nothing to show.
    public func render(_ collector: DiagnosticCollector) -> String {
        guard let summary = DiagnosticSummary(collector) else { return "" }
        return render(collector.sorted) + "\n\(summary.text)\n"
    }

    private func render(_ lines: [StyledLine]) -> String {
        lines.map { line in line.spans.map(\.text).joined() + "\n" }.joined()
    }
}
