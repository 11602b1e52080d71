public import Audit
import RulebookModel

/// Writes the report for a terminal: what was kept, where not, and on what it rests.
public struct TextRenderer: ReportRenderer {
    /// The width for which lines are set.
    public static let columns = 100
    /// How many notable findings are shown of each standard; the JSON and CSV reports list all.
    public static let findingsPerStandardMax = 10
    /// How many figures are shown of each metric, those that are not met first.
    public static let figuresPerMetricMax = 20
    /// How many entries of other lists are shown.
    public static let listMax = 10

    /// Whether the text carries colours.
    public let colour: TerminalColour

    /// Makes the renderer.
    public init(colour: TerminalColour = .off) {
        self.colour = colour
    }

    /// Writes the report.
    public func render<Failure: Error>(
        _ report: ComplianceReport, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var text = TerminalText(colour: colour)
        text.header(report)
        text.answer(report)
        text.standards("Standards", report, force: .must)
        text.standards("Advice (not scored)", report, force: .should)
        text.standards("Recognition (not scored)", report, force: .may)
        text.metrics(report)
        text.exclusions(report)
        let limits = FindingSelection.Limits(notableMax: Self.findingsPerStandardMax, metMax: 0)
        let selection = FindingSelection(report, limits: limits)
        for index in report.standards.indices where !selection.groups[index].shown.isEmpty {
            text.findings(selection.groups[index], of: report.standards[index], in: report)
            try text.out.flush(to: sink)
        }
        text.scores(report)
        text.missingFacts(report)
        text.basis(report)
        try sink(text.out.take())
    }
}
