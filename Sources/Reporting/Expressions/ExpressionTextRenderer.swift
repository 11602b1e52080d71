import CEL
import SourceText

/// Shows what an expression came to, for a terminal: the value, its type and cost, and on demand every part.
public struct ExpressionTextRenderer: Sendable {
    /// The width for which the tree of parts is set.
    public static let columns = 80
    /// The columns that the text of a part may take, its indentation included.
    private static let partColumns = 44
    /// How many levels are indented; what lies deeper stands below the last.
    private static let indentedDepthMax = 12
    /// How many parts are shown.
    private static let partCountMax = 1_000
    /// How many bytes of a part are looked at: no more can be shown.
    private static let partByteCountMax = 400

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
        let labels = shown.map(Self.label)
        let width = labels.map(VisibleText.width).max() ?? 0
        let room = Self.columns - width - 2
        var lines = zip(shown, labels).map { part, label in
            Self.padded(label, to: width) + "  " + values(of: part, columns: room)
        }
        if parts.count > shown.count { lines.append("… and \(parts.count - shown.count) more parts") }
        return lines
    }

    /// The text of a part as it was written, on one line.
    private static func label(_ part: ExpressionReport.Part) -> String {
        let margin = String(repeating: " ", count: 2 * min(part.depth, indentedDepthMax))
        let bytes = part.range.file.utf8[part.range.lowerBound..<part.range.upperBound]
        let text = String(decoding: bytes.prefix(partByteCountMax), as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline).enumerated().map { index, line in
            index == 0 ? String(line) : String(line.drop { $0 == " " || $0 == "\t" })
        }
        let line = VisibleText.oneLine(lines.joined(separator: " "))
        return margin + VisibleText.cut(line, columns: partColumns - margin.count)
    }

    private func values(of part: ExpressionReport.Part, columns: Int) -> String {
        guard let first = part.values.first else { return styled("not evaluated", "2") }
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
