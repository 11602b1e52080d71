import CEL

/// Shows what an expression came to, for a terminal: the value, its type and cost, and on demand every part.
public struct ExpressionTextRenderer: Sendable {
    /// The width for which the tree of parts is set.
    public static let columns = 80
    /// The columns between the text of a part and its values.
    private static let gap = 2
    /// The columns that the text of a part may take in any case, its indentation included.
    private static let partColumns = 44
    /// How many levels are indented; what lies deeper stands below the last.
    private static let indentedDepthMax = 12
    /// How many parts are shown.
    private static let partCountMax = 1_000
    /// How many characters of a part are looked at: no more can be shown.
    private static let partCharacterCountMax = 100

    /// Whether the text carries colours.
    public let colour: TerminalColour

    /// Makes a renderer.
    public init(colour: TerminalColour = .off) {
        self.colour = colour
    }

    /// Shows the value and the parts; what is wrong is shown as diagnostics, elsewhere.
    ///
    /// - Parameter report: what came of the expression.
    /// - Returns: lines that each end with a line feed; empty where there is nothing to show beside the diagnostics.
    public func render(_ report: ExpressionReport) -> String {
        guard let evaluation = report.evaluation else { return "" }
        var blocks: [[String]] = []
        if let summary = summary(evaluation) { blocks.append(summary) }
        if let parts = evaluation.parts { blocks.append(tree(parts)) }
        return blocks.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
    }

    /// The value and what belongs to it; nil where the evaluation failed, which the diagnostics tell.
    private func summary(_ evaluation: ExpressionReport.Evaluation) -> [String]? {
        let headline: String
        switch evaluation.value {
        case .error: return nil
        case .unknown: headline = styled(VisibleText.oneLine(evaluation.text), "35")
        default: headline = styled(VisibleText.oneLine(evaluation.text), "1")
        }
        var type = evaluation.type.description
        if evaluation.type == .dyn, evaluation.value.isKnown { type += ", here \(evaluation.value.typeName)" }
        let most = evaluation.estimate.maximum == .max ? ": unbounded" : " \(evaluation.estimate.maximum)"
        var rows = [("type", type), ("cost", "\(evaluation.cost) (at most\(most))")]
        if let residual = evaluation.residual { rows.insert(("remains", VisibleText.oneLine(residual)), at: 0) }
        let width = rows.map(\.0.count).max() ?? 0
        return [headline]
            + rows.map { label, text in
                "  " + styled(Self.padded(label, to: width), "2") + "  " + text
            }
    }

    // MARK: Parts

    private func tree(_ parts: [ExpressionReport.Part]) -> [String] {
        let shown = parts.prefix(Self.partCountMax)
        // Values keep their room; what they leave of it goes to the texts, and what those leave goes back.
        let least = Self.columns - Self.gap - Self.partColumns
        let needed = shown.map { VisibleText.width(values(of: $0, columns: least)) }.max() ?? 0
        let labels = shown.map { Self.label($0, columns: Self.columns - Self.gap - needed) }
        let width = labels.map(VisibleText.width).max() ?? 0
        var lines = zip(shown, labels).map { part, label in
            let value = values(of: part, columns: Self.columns - Self.gap - width)
            let code = Self.colourCode(part)
            return Self.padded(label, to: width + Self.gap) + (code.map { styled(value, $0) } ?? value)
        }
        if parts.count > shown.count { lines.append("… and \(parts.count - shown.count) more parts") }
        return lines
    }

    /// The text of a part, indented.
    private static func label(_ part: ExpressionReport.Part, columns: Int) -> String {
        let margin = String(repeating: " ", count: 2 * min(part.depth, indentedDepthMax))
        let line = VisibleText.oneLine(String(part.text.prefix(partCharacterCountMax)))
        return margin + VisibleText.cut(line, columns: columns - margin.count)
    }

    private func values(of part: ExpressionReport.Part, columns: Int) -> String {
        guard let first = part.values.first else { return "not evaluated" }
        guard part.evaluationCount > 1 else { return VisibleText.cut(VisibleText.oneLine(first), columns: columns) }
        var text = ""
        var count = 0
        for value in part.values {
            let next = (count == 0 ? "" : " · ") + VisibleText.oneLine(value)
            let rest = part.evaluationCount - count - 1
            let tail = rest == 0 ? "" : " · … \(rest) more"
            guard VisibleText.width(text + next + tail) <= columns else { break }
            text += next
            count += 1
        }
        let tail = " · … \(part.evaluationCount - max(count, 1)) more"
        if count == 0 { text = VisibleText.cut(VisibleText.oneLine(first), columns: columns - tail.count) }
        return max(count, 1) == part.evaluationCount ? text : text + tail
    }

    private static func colourCode(_ part: ExpressionReport.Part) -> String? {
        switch part.outcome {
        case .value: nil
        case .error: "31"
        case .unknown: "35"
        case .notEvaluated: "2"
        }
    }

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - VisibleText.width(text)))
    }

    private func styled(_ text: String, _ code: String) -> String {
        switch colour {
        case .off: text
        case .on: "\u{1B}[\(code)m\(text)\u{1B}[0m"
        }
    }
}
