/// The forms in which a report can be written.
public enum ReportFormat: String, CaseIterable, Hashable, Sendable {
    /// For a terminal.
    case text
    /// For a wiki or a merge request.
    case markdown
    /// One page that needs nothing else.
    case html
    /// For programs; see ``ComplianceReportSchema``.
    case json
    /// One line a finding, for a spreadsheet.
    case csv

    /// The renderer of a form.
    ///
    /// - Parameter colour: whether text for a terminal carries colours.
    /// - Returns: what gives a report that form.
    public func renderer(colour: TerminalColour = .off) -> any ReportRenderer {
        switch self {
        case .text: TextRenderer(colour: colour)
        case .markdown: MarkdownRenderer()
        case .html: HTMLRenderer()
        case .json: JSONRenderer()
        case .csv: CSVRenderer()
        }
    }
}
