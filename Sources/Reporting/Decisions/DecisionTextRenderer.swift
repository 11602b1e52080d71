import RulebookEngine
import RulebookModel

/// Shows decisions to people, for a terminal: what it comes to, why, what may be done instead, what to say.
public struct DecisionTextRenderer: Sendable {
    /// How much is told.
    public enum Detail: Sendable {
        /// The standards that stand in the way, are within discretion or excuse, and advice.
        case notable
        /// Also the standards that are met, with every clause that was asked and its place.
        case trace
    }

    /// The width for which lines are set.
    public static let columns = 100

    /// Whether the text carries colours.
    public let colour: TerminalColour
    /// The language of words for customers; nil takes the first that the rulebook gives.
    public let locale: String?
    /// How much is told.
    public let detail: Detail

    /// Makes a renderer.
    public init(colour: TerminalColour = .off, locale: String? = nil, detail: Detail = .notable) {
        self.colour = colour
        self.locale = locale
        self.detail = detail
    }

    /// Shows one decision.
    ///
    /// - Returns: lines that each end with a line feed.
    public func render(_ report: DecisionReport) -> String {
        var page = DecisionPage(renderer: self)
        page.heading(report)
        page.remark(report)
        for explanation in report.deciding where detail == .trace || explanation.status != .met {
            page.standard(explanation, of: report.decision.outcome)
        }
        let advice = report.advice.filter { detail == .trace || $0.status != .met }
        page.section("Advice:", advice, of: report.decision.outcome)
        page.section("Recognition:", report.recognition, of: report.decision.outcome)
        page.offers(report)
        page.words(report)
        page.duties(report)
        return page.text
    }
}
