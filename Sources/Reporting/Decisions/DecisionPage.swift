import RulebookEngine
import RulebookModel
import SourceText

/// The lines of one decision.
struct DecisionPage {
    /// The most variants and other actions that are shown.
    static let offerCountMax = 8

    let renderer: DecisionTextRenderer
    private(set) var text = ""

    init(renderer: DecisionTextRenderer) { self.renderer = renderer }

    // MARK: Parts

    mutating func heading(_ report: DecisionReport) {
        let decision = report.decision
        var words = "\(decision.outcome.symbol) \(decision.outcome.heading)"
        switch decision.outcome {
        case .justify: words += " with a reason"
        case .escalate: words += decision.approver.map { " to \($0)" } ?? ""
        case .allow, .undetermined, .deny: break
        }
        let summary = ProposalSummary(decision.event, vocabulary: report.rulebook.vocabulary).text
        let lines = VisibleText.wrapped("\(words): \(summary)", columns: DecisionTextRenderer.columns)
        for (index, line) in lines.enumerated() {
            // Only the verdict is coloured, and it always fits the first line.
            let isFirst = index == 0 && line.hasPrefix(words)
            add(
                isFirst
                    ? styled(words, decision.outcome.colourCode) + line.dropFirst(words.count) : indented(line, by: 2))
        }
    }

    mutating func remark(_ report: DecisionReport) {
        let decision = report.decision
        switch decision.remark {
        case .unlisted:
            paragraph(
                "No standard of `\(report.rulebook.id)` lists `\(decision.event.type)`, so its `unlisted:` decides",
                indent: 2)
        case .notInForce:
            paragraph("`\(report.rulebook.id)` was not in force at the event's time", indent: 2)
        case .undated:
            paragraph(
                "`\(report.rulebook.id)` has several versions, and the event has no time that would choose one",
                indent: 2)
        case nil:
            if decision.outcome == .undetermined {
                paragraph("Not known: \(decision.missing.joined(separator: ", "))", indent: 2)
            }
        }
        guard decision.outcome == .escalate else { return }
        for approval in decision.event.approvals {
            let isOwn = approval.by == decision.event.actorID
            paragraph(
                isOwn
                    ? "`\(approval.by)` acts, and nobody approves his own action"
                    : "The approval of `\(approval.by)` (\(approval.role)) is not enough here", indent: 2)
        }
    }

    mutating func section(_ title: String, _ explanations: [Explanation], of outcome: Outcome) {
        guard !explanations.isEmpty else { return }
        add("  " + styled(title, "1"))
        for explanation in explanations { standard(explanation, of: outcome) }
    }

    mutating func standard(_ explanation: Explanation, of outcome: Outcome) {
        let standard = explanation.standard
        var name = standard.id
        if let title = standard.title { name += "  \(title.text(in: renderer.locale))" }
        if let note = Self.note(explanation, of: outcome) { name += " (\(note))" }
        header(VisibleText.oneLine(name), bold: standard.id, place: standard.range.place)
        paragraph(explanation.message, indent: 6)
        switch renderer.detail {
        case .notable:
            // What an allowance measures, and what is missing, stands in the message already.
            let measured = Set(explanation.clauses.map(\.text))
            let isNamed = explanation.status == .undetermined
            facts(isNamed ? [] : explanation.facts.filter { !measured.contains($0.name) }, indent: 6)
        case .trace:
            for clause in explanation.clauses {
                let label = clause.label.map { "\($0): " } ?? ""
                paragraph("\(label)`\(clause.text)` at \(clause.place.place)", indent: 6, code: "2")
                facts(clause.facts, indent: 8)
            }
        }
        if explanation.status != .met, let because = standard.because {
            paragraph("because: \(because.text(in: renderer.locale))", indent: 6)
        }
    }

    mutating func offers(_ report: DecisionReport) {
        guard let offers = report.offers else { return }
        var parts = offers.variants.map { variant in
            let condition = OutcomeWords.condition(variant, of: report.decision.event)
            if variant.changes.isEmpty { return "the same \(condition)" }
            let changes = variant.changes.map { "\($0.field) \($0.to)" }.joined(separator: ", ")
            return condition.isEmpty ? changes : "\(changes), \(condition)"
        }
        parts += offers.actions.map { action in
            let condition = OutcomeWords.condition(action.outcome, approver: action.approver)
            return condition.isEmpty ? "`\(action.name)`" : "`\(action.name)`, \(condition)"
        }
        guard !parts.isEmpty else { return }
        if parts.count > Self.offerCountMax {
            let rest = parts.count - Self.offerCountMax
            parts = parts.prefix(Self.offerCountMax) + ["\(rest) more: see --json"]
        }
        paragraph("You may instead: \(parts.joined(separator: " · "))", indent: 2, hang: 4)
    }

    mutating func words(_ report: DecisionReport) {
        let words = report.wordsToSay(locale: renderer.locale)
        for text in words.isEmpty ? report.wordsInstead(locale: renderer.locale) : words {
            paragraph("Say: \"\(text)\"", indent: 2, hang: 4)
        }
    }

    mutating func duties(_ report: DecisionReport) {
        for duty in report.duties {
            paragraph("Then: \(duty.message) (\(duty.standard.id))", indent: 2, hang: 4)
        }
    }

    // MARK: Lines

    /// What a standard comes to where that is not what the whole decision comes to.
    private static func note(_ explanation: Explanation, of outcome: Outcome) -> String? {
        if explanation.standard.force == .may { return nil }
        guard explanation.effect == .allow else {
            return explanation.effect.outcome == outcome ? nil : explanation.effect.outcome.rawValue
        }
        return explanation.status.rawValue
    }

    private mutating func header(_ name: String, bold: String, place: String) {
        let place = VisibleText.oneLine(place)
        let free = DecisionTextRenderer.columns - 2 - VisibleText.width(name) - VisibleText.width(place)
        let shown = name.hasPrefix(bold) ? styled(bold, "1") + name.dropFirst(bold.count) : name
        if free >= 2 {
            add("  \(shown)\(String(repeating: " ", count: free))\(styled(place, "2"))")
        } else {
            add("  \(shown)")
            add("      \(styled(place, "2"))")
        }
    }

    private mutating func facts(_ facts: [Explanation.FactReading], indent: Int) {
        guard !facts.isEmpty else { return }
        paragraph(facts.map { "\($0.name) = \($0.value)" }.joined(separator: ", "), indent: indent, code: "2")
    }

    private mutating func paragraph(_ content: String, indent: Int, hang: Int? = nil, code: String? = nil) {
        let hang = hang ?? indent
        let columns = DecisionTextRenderer.columns - max(indent, hang)
        for (index, line) in VisibleText.wrapped(VisibleText.oneLine(content), columns: columns).enumerated() {
            add(indented(code.map { styled(line, $0) } ?? line, by: index == 0 ? indent : hang))
        }
    }

    private func indented(_ line: String, by count: Int) -> String { String(repeating: " ", count: count) + line }

    private func styled(_ text: String, _ code: String) -> String {
        switch renderer.colour {
        case .off: text
        case .on: "\u{1B}[\(code)m\(text)\u{1B}[0m"
        }
    }

    private mutating func add(_ line: String) { text += line + "\n" }
}
