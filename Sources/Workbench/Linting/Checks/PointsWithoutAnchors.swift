import CEL
import RulebookModel
import SourceText

/// Points of a scorecard that come from a field which does not say what its numbers mean: two reviewers give two.
enum PointsWithoutAnchors: LintCheck {
    static let name = "points-without-anchors"
    static let level: LintSetting.Level? = .warning

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        var found: [SourceRange: Diagnostic] = [:]
        for scorecard in rulebook.scorecards {
            let events = scorecard.pattern.types.compactMap(rulebook.vocabulary.event)
            for item in scorecard.items {
                guard case .points(let expression, let most) = item.grade else { continue }
                let names = expression.checked.attributes.map(\.path.names)
                for field in events.flatMap(\.fields)
                where names.contains(["event", field.name]) && field.anchors.isEmpty && isScale(field) {
                    found[field.range] = diagnostic(field, item, most: most)
                }
            }
        }
        return Array(found.values)
    }

    /// What is counted or measured needs no words; what somebody judges does.
    private static func isScale(_ field: FieldDefinition) -> Bool { field.type == .int || field.type == .decimal }

    private static func diagnostic(
        _ field: FieldDefinition, _ item: ScorecardItem, most: ExactDecimal
    ) -> Diagnostic {
        Diagnostic(
            code: .pointsWithoutAnchors, severity: .warning,
            message: "nothing says what the numbers of `\(field.name)` mean, from which points are taken",
            range: field.range, labels: [.init(range: item.range, message: "taken here, of \(most.text())")],
            help: "say it of both ends at least, as in `anchors: {1: …, \(most.text()): …}`")
    }
}
