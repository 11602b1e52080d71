import RulebookEngine
import RulebookModel

/// Says what a correlation means, and what it doesn't.
struct CorrelationWords {
    /// What the two metrics are called.
    let first: String
    let second: String

    /// Sentences without a point.
    func sentences(_ finding: MetricFinding) -> [String] {
        var parts: [String] = []
        if let figure = finding.figure {
            parts.append(meaning(figure))
            parts.append("Spearman's rank correlation over \(finding.population) groups; it shows no cause")
        }
        guard let groups = finding.groups else { return parts }
        if groups.incomplete > 0 {
            parts.append("left out: \(groups.incomplete) with one of the two figures only, or of too few events")
        }
        if groups.uncertain > 0 {
            parts.append("left out: \(groups.uncertain) of which a figure is not certain")
        }
        return parts
    }

    /// The usual words for the size of a coefficient; they are a way to speak and no test.
    private func meaning(_ figure: ExactFigure) -> String {
        let hundredths = figure.fraction.rounded(fractionDigits: 2)?.units(fractionDigits: 2) ?? 0
        let strength: String
        switch hundredths.magnitude {
        case 0..<20: return "`\(first)` and `\(second)` hardly go together"
        case 20..<40: strength = "slight"
        case 40..<70: strength = "clear"
        default: strength = "strong"
        }
        let direction = hundredths > 0 ? "higher as well" : "lower"
        return "where `\(first)` is higher, `\(second)` tends to be \(direction): a \(strength) connection"
    }
}
