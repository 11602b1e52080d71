import RulebookModel

/// How far two rows of figures go together: Spearman's rank correlation.
///
/// It asks only whether who is higher in one is higher in the other, so neither units nor a single outlier turn it
/// (Spearman, "The proof and measurement of association between two things", American Journal of Psychology 15, 1904).
/// Equal figures share the mean of the ranks that they take up, and the coefficient is that of Pearson over the ranks.
struct RankCorrelation {
    /// How many digits after the point the coefficient is rounded to; by those it is compared.
    static let fractionDigits = 4

    /// The coefficient, from −1 to 1; nil where one row is the same throughout, or a pair has no order.
    let coefficient: ExactFraction?

    init(_ pairs: [(first: ExactFigure, second: ExactFigure)]) {
        guard pairs.count > 1, let first = Self.centredRanks(pairs.map(\.first)),
            let second = Self.centredRanks(pairs.map(\.second))
        else {
            coefficient = nil
            return
        }
        // Whole numbers throughout, and one correctly rounded division and root: the same on every machine.
        let product = zip(first, second).reduce(Int128(0)) { $0 + Int128($1.0) * Int128($1.1) }
        let (own, other) = (Self.squares(first), Self.squares(second))
        guard own > 0, other > 0 else {
            coefficient = nil
            return
        }
        let value = Double(product) / (Double(own).squareRoot() * Double(other).squareRoot())
        let scaled = (value * 10_000).rounded(.toNearestOrAwayFromZero)
        coefficient = ExactFraction(Int128(max(-10_000, min(10_000, scaled))), over: 10_000)?.reduced
    }

    private static func squares(_ ranks: [Int]) -> Int128 {
        ranks.reduce(Int128(0)) { $0 + Int128($1) * Int128($1) }
    }

    /// Twice the rank of each, less twice the mean rank, so that all are whole numbers; nil where two have no order.
    private static func centredRanks(_ figures: [ExactFigure]) -> [Int]? {
        guard let unit = figures.first?.unit, figures.allSatisfy({ $0.unit == unit }) else { return nil }
        let order = figures.indices.sorted { figures[$0].fraction < figures[$1].fraction }
        var ranks = Array(repeating: 0, count: figures.count)
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, figures[order[end]].fraction == figures[order[start]].fraction { end += 1 }
            // Ranks start + 1 to end; twice their mean is their first and last together.
            for place in start..<end { ranks[order[place]] = start + 1 + end - (figures.count + 1) }
            start = end
        }
        return ranks
    }
}
