import RulebookModel
import SourceText

/// Weights of a scorecard that do not add up to a hundred, so that none of them is the percentage that it looks like.
enum WeightsOffHundred: LintCheck {
    static let name = "weights-off-hundred"
    static let level: LintSetting.Level? = .note

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        rulebook.scorecards.compactMap { scorecard in
            let weights = scorecard.items.compactMap(weight)
            // Items that all weigh the same are no percentages, and need none.
            guard Set(weights).count > 1, let sum = sum(weights), sum != hundred else { return nil }
            // Of items that apply by turns, more than a hundred may be listed.
            let fixed = self.sum(scorecard.items.filter { $0.when == nil }.compactMap(weight))
            if let fixed, fixed < hundred, sum > hundred { return nil }
            return Diagnostic(
                code: .weightsOffHundred, severity: .advice,
                message:
                    "the weights of `\(scorecard.name)` add up to \(sum.text()), so that none is the percentage it looks like",
                range: scorecard.range, help: "let them add up to 100")
        }
    }

    private static let hundred = ExactDecimal(100)

    private static func weight(_ item: ScorecardItem) -> ExactDecimal? {
        if case .weight(let weight) = item.worth { weight } else { nil }
    }

    private static func sum(_ weights: [ExactDecimal]) -> ExactDecimal? {
        weights.reduce(ExactDecimal(0)) { sum, weight in sum?.adding(weight) }
    }
}
