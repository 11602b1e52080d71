public import RulebookEngine

/// Shows what an agent may do, for a terminal: each action, and for each choice what is allowed, justified or
/// approvable.
public struct OptionsTextRenderer: Sendable {
    /// The width for which lines are set.
    public static let columns = 100

    /// Whether the text carries colours.
    public let colour: TerminalColour

    /// Makes a renderer.
    public init(colour: TerminalColour = .off) {
        self.colour = colour
    }

    /// Shows the options, action by action in the order given.
    ///
    /// - Parameters:
    ///   - options: what was found for each action.
    ///   - titles: what people call the actions, by name.
    /// - Returns: lines that each end with a line feed.
    public func render(_ options: [ActionOptions], titles: [String: String] = [:]) -> String {
        options.map { render($0, title: titles[$0.action]) }.joined(separator: "\n")
    }

    private func render(_ options: ActionOptions, title: String?) -> String {
        var lines = [styled(options.action, "1") + (title.map { "  \(VisibleText.oneLine($0))" } ?? "")]
        if !options.isListed { lines.append("  no standard lists it, so the rulebook's `unlisted:` decides") }
        if options.fields.isEmpty {
            lines += wrapped(verdict(options.outcome, options.approver, options.missing), options.outcome)
        }
        for field in options.fields {
            lines.append("  \(field.name)")
            let ranges = field.segments.map(Self.range)
            let width = min(ranges.map(VisibleText.width).max() ?? 0, 40)
            for (segment, range) in zip(field.segments, ranges) {
                let padding = String(repeating: " ", count: max(0, width - VisibleText.width(range)))
                let words = verdict(segment.outcome, segment.approver, segment.missing) + Self.tie(segment)
                let text = "\(range)\(padding)  \(words)"
                lines += wrapped(text, segment.outcome, indent: 4)
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func range(_ segment: ActionOptions.Segment) -> String {
        let from = VisibleText.oneLine(segment.from)
        guard let to = segment.to else { return "from \(from)" }
        return segment.from == to ? from : "\(from) to \(VisibleText.oneLine(to))"
    }

    private static func tie(_ segment: ActionOptions.Segment) -> String {
        guard !segment.dependsOn.isEmpty, segment.outcome != .deny else { return "" }
        return ", depending on \(VisibleText.oneLine(segment.dependsOn.joined(separator: ", ")))"
    }

    private func verdict(_ outcome: Outcome, _ approver: String?, _ missing: [String]) -> String {
        switch outcome {
        case .allow: "allowed"
        case .justify: "with a reason"
        case .escalate: OutcomeWords.condition(outcome, approver: approver)
        case .undetermined: "not known without \(VisibleText.oneLine(missing.joined(separator: ", ")))"
        case .deny: "denied"
        }
    }

    private func wrapped(_ text: String, _ outcome: Outcome, indent: Int = 2) -> [String] {
        let margin = String(repeating: " ", count: indent)
        // Padding inside the text must survive, so only what is too long is broken.
        guard indent + 2 + VisibleText.width(text) > Self.columns else {
            return ["\(margin)\(styled(outcome.symbol, outcome.colourCode)) \(text)"]
        }
        let pieces = VisibleText.wrapped(text, columns: Self.columns - indent - 2)
        return pieces.enumerated().map { index, piece in
            index == 0
                ? "\(margin)\(styled(outcome.symbol, outcome.colourCode)) \(piece)" : "\(margin)  \(piece)"
        }
    }

    private func styled(_ text: String, _ code: String) -> String {
        switch colour {
        case .off: text
        case .on: "\u{1B}[\(code)m\(text)\u{1B}[0m"
        }
    }
}
