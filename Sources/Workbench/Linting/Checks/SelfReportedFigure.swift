import CEL
import RulebookModel
import SourceText

/// A figure about agents that they may write down themselves: nothing looks at who recorded the events.
enum SelfReportedFigure: LintCheck {
    static let name = "self-reported-figure"
    static let level: LintSetting.Level? = .note

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        rulebook.standards.compactMap { standard in
            guard case .metric(let metric) = standard.body, metric.bound != nil,
                metric.key.parts.contains(where: { $0.path.first == "agent" })
            else { return nil }
            switch metric.subject {
            case .kept, .correlation: return nil
            case .measure, .ratio: break
            }
            let conditions = standard.pattern.alternatives.flatMap(\.conditions).flatMap(\.expressions)
            let reads = (conditions + standard.expressions).flatMap(\.checked.attributes)
            guard !reads.contains(where: { $0.path.names == ["event", "recorded_by"] }) else { return nil }
            return Diagnostic(
                code: .selfReportedFigure, severity: .advice,
                message: "whoever `\(standard.id)` measures may have written down the figures", range: standard.range,
                help: "leave out what was recorded by the agent, as in `when: event.recorded_by != agent.id`")
        }
    }
}
