import SourceText
import YAMLSyntax

/// Reads the openings of a day: `"08:00-18:00"`, a list of such, or `closed`.
struct OpeningReader {
    private static let example = "write times of two digits, as in `\"08:00-18:00\"`, or `closed`"

    /// Reads them; what is wrong is reported and left out.
    func read(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> [DayOpening] {
        if case .scalar(let scalar) = node.content, scalar.text == "closed" { return [] }
        if case .sequence(let elements) = node.content, elements.isEmpty {
            node.refuse(
                "opening hours", expected: "at least one opening, or `closed`", found: "an empty list",
                diagnostics: &diagnostics)
        }
        var found: [(opening: DayOpening, range: SourceRange)] = []
        for element in node.oneOrMore {
            guard let text = element.text("an opening", diagnostics: &diagnostics),
                let opening = readOpening(text, at: element.range, diagnostics: &diagnostics)
            else { continue }
            if let other = found.first(where: { !$0.opening.limited(to: [opening]).isEmpty }) {
                diagnostics.add(
                    .badValue(
                        "`\(opening.text)` overlaps `\(other.opening.text)`",
                        help: "write each hour once; openings that touch are one", at: element.range))
                continue
            }
            found.append((opening, element.range))
        }
        return found.map(\.opening).sorted { $0.opensMinute < $1.opensMinute }
    }

    private func readOpening(
        _ text: String, at range: SourceRange, diagnostics: inout DiagnosticCollector
    ) -> DayOpening? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let opens = WeeklyHours.minutes(ends[0]), let closes = WeeklyHours.minutes(ends[1])
        else {
            diagnostics.add(.badValue("`\(text)` is no opening", help: Self.example, at: range))
            return nil
        }
        guard opens < closes else {
            let isOverMidnight = closes < opens && opens < 1_440
            let rest = closes == 0 ? "" : ", and `00:00-\(ends[1])` on the day after"
            diagnostics.add(
                .badValue(
                    "`\(text)` ends before it begins",
                    help: isOverMidnight
                        ? "hours over midnight belong to two days: write `\(ends[0])-24:00`\(rest)" : Self.example,
                    at: range))
            return nil
        }
        return DayOpening(opensMinute: opens, closesMinute: closes)
    }
}
