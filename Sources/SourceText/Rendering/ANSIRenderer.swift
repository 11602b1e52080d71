/// Shows diagnostics as ``PlainRenderer`` does, with the colours of a terminal.
public struct ANSIRenderer: Sendable {
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
        return render(collector.sorted) + "\n\(painted(summary.text, "1"))\n"
    }

    private func render(_ lines: [StyledLine]) -> String {
        lines.map { line in line.spans.map { span in show(span) }.joined() + "\n" }.joined()
    }

    private func show(_ span: StyledLine.Span) -> String {
        switch span.role {
        case .source: span.text
        case .message: painted(span.text, "1")
        case .severity(let severity): painted(span.text, "1;" + color(of: severity))
        case .mark(let severity): painted(span.text, "1;" + color(of: severity))
        case .frame, .label: painted(span.text, "34")
        case .help: painted(span.text, "36")
        case .suggestion: painted(span.text, "32")
        }
    }

    private func color(of severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "31"
        case .warning: "33"
        case .advice: "36"
        }
    }

    private func painted(_ text: String, _ color: String) -> String {
        text.isEmpty ? "" : "\u{1B}[\(color)m\(text)\u{1B}[0m"
    }
}
