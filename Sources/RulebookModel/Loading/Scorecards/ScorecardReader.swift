import CEL
import SourceText
import YAMLSyntax

/// Reads scorecards: which events they judge, by which items.
struct ScorecardReader {
    /// A form with more lines is filled in by nobody.
    static let itemCountMax = 200

    let patterns: PatternReader
    let environments: EnvironmentCache
    let symbols: RulebookSymbols

    private static let keys = KnownKeys(["title", "on", "items"])
    private static let itemKeys = KnownKeys(["title", "weight", "bonus", "critical", "pass", "points", "of", "when"])

    /// Reads one scorecard; nil where it was reported.
    func read(_ entry: YAMLMapping.Entry, diagnostics: inout DiagnosticCollector) -> Scorecard? {
        guard Spelling.isDottedName(entry.name) else {
            diagnostics.add(
                .malformedName(
                    entry.name, for: "a scorecard", help: "use letters, digits, `_`, `-`, and dots between",
                    at: entry.key.range))
            return nil
        }
        let subject = "the scorecard `\(entry.name)`"
        let errorsBefore = diagnostics.errorCount
        guard let map = entry.value.map(subject, keys: Self.keys, diagnostics: &diagnostics) else { return nil }
        for (key, help) in [
            ("on", "name the events that it judges, as in `on: call.reviewed`"),
            ("items", "list what is judged, as in `items: {greeting: {weight: 20, pass: event.greeted}}`"),
        ] where map[key] == nil && diagnostics.errorCount == errorsBefore {
            diagnostics.add(.missingKey(key, in: subject, help: help, at: entry.key.range))
        }
        guard let on = map["on"], let pattern = patterns.read(on, diagnostics: &diagnostics), let list = map["items"],
            let items = list.anyMap("`items`", diagnostics: &diagnostics)
        else { return nil }
        if let range = pattern.verdictRange {
            diagnostics.add(.verdictIsNoOccasion("a scorecard judges", at: range))
        }
        guard (1...Self.itemCountMax).contains(items.entries.count) else {
            list.refuse(
                "`items`", expected: "from 1 to \(Self.itemCountMax) items", found: "\(items.entries.count)",
                diagnostics: &diagnostics)
            return nil
        }
        let conditions = environments.reader(for: pattern.types)
        let read = items.entries.compactMap { item($0, conditions, diagnostics: &diagnostics) }
        guard diagnostics.errorCount == errorsBefore else { return nil }
        return Scorecard(
            name: entry.name, title: map["title"].flatMap { $0.localizedText("a title", diagnostics: &diagnostics) },
            pattern: pattern, items: read, range: entry.key.range)
    }

    private func item(
        _ entry: YAMLMapping.Entry, _ conditions: ConditionReader, diagnostics: inout DiagnosticCollector
    ) -> ScorecardItem? {
        let subject = "the item `\(entry.name)`"
        let errorsBefore = diagnostics.errorCount
        guard let map = entry.value.map(subject, keys: Self.itemKeys, diagnostics: &diagnostics) else { return nil }
        let grade = grade(map, conditions, subject: subject, key: entry.key, diagnostics: &diagnostics)
        let isCritical = map["critical"]?.bool("`critical`", diagnostics: &diagnostics) ?? false
        let worth = worth(map, isCritical: isCritical, diagnostics: &diagnostics)
        let when = map["when"].flatMap { conditions.read($0, diagnostics: &diagnostics) }
        let title = map["title"].flatMap { $0.localizedText("a title", diagnostics: &diagnostics) }
        guard let grade, diagnostics.errorCount == errorsBefore else { return nil }
        return ScorecardItem(
            label: entry.name, title: title, grade: grade, worth: worth, isCritical: isCritical, when: when,
            range: entry.key.range)
    }

    private func grade(
        _ map: YAMLMapping, _ conditions: ConditionReader, subject: String, key: YAMLNode,
        diagnostics: inout DiagnosticCollector
    ) -> ScorecardItem.Grade? {
        switch (map["pass"], map["points"]) {
        case (let pass?, nil):
            if let of = map["of"] {
                diagnostics.add(
                    .conflictingKeys("`of` belongs to `points`", at: of.range, help: "leave it out"))
            }
            return conditions.read(pass, diagnostics: &diagnostics).map(ScorecardItem.Grade.pass)
        case (nil, let points?):
            return self.points(points, map["of"], conditions, subject: subject, key: key, diagnostics: &diagnostics)
        case (_?, let points?):
            diagnostics.add(
                .conflictingKeys("an item passes or has points, not both", at: points.range))
        case (nil, nil):
            diagnostics.add(
                .missingKey(
                    "pass", in: subject, help: "write `pass: CONDITION`, or `points: event.mark` and `of: 5`",
                    at: key.range))
        }
        return nil
    }

    private func points(
        _ node: YAMLNode, _ most: YAMLNode?, _ conditions: ConditionReader, subject: String, key: YAMLNode,
        diagnostics: inout DiagnosticCollector
    ) -> ScorecardItem.Grade? {
        guard case .scalar(let scalar) = node.content, !node.isNull else {
            node.refuse("`points`", expected: "an expression", diagnostics: &diagnostics)
            return nil
        }
        guard let most else {
            diagnostics.add(
                .missingKey("of", in: subject, help: "say how many points there are, as in `of: 5`", at: key.range))
            return nil
        }
        let expression = conditions.expression(node, scalar, expecting: nil, diagnostics: &diagnostics)
        guard let of = positive(most, "`of`", diagnostics: &diagnostics), let expression else { return nil }
        guard symbols.numericType(expression.checked.type).map({ $0 == .int || $0 == .decimal }) ?? false else {
            diagnostics.add(
                .conditionType(
                    "points are a number; this is \(symbols.describe(expression.checked.type))", at: node.range))
            return nil
        }
        return .points(expression, of: of)
    }

    private func worth(
        _ map: YAMLMapping, isCritical: Bool, diagnostics: inout DiagnosticCollector
    ) -> ScorecardItem.Worth {
        switch (map["weight"], map["bonus"]) {
        case (let weight?, nil):
            return positive(weight, "a weight", diagnostics: &diagnostics).map(ScorecardItem.Worth.weight) ?? .nothing
        case (nil, let bonus?):
            if isCritical {
                diagnostics.add(
                    .conflictingKeys(
                        "a bonus is for more than was asked, so nothing critical can be one", at: bonus.range))
            }
            return positive(bonus, "a bonus", diagnostics: &diagnostics).map(ScorecardItem.Worth.bonus) ?? .nothing
        case (_?, let bonus?):
            diagnostics.add(
                .conflictingKeys(
                    "an item has a `weight` or a `bonus`, not both", at: bonus.range,
                    help: "what has a weight is asked of everybody; a bonus is kept apart"))
            return .nothing
        case (nil, nil): return isCritical ? .nothing : .weight(ExactDecimal(1))
        }
    }

    private func positive(
        _ node: YAMLNode, _ subject: String, diagnostics: inout DiagnosticCollector
    ) -> ExactDecimal? {
        guard let text = node.scalar?.text, let number = ExactDecimal(parsing: text), number > ExactDecimal(0),
            number <= ExactDecimal(1_000_000)
        else {
            node.refuse(
                subject, expected: "a number above 0 and up to 1,000,000", diagnostics: &diagnostics)
            return nil
        }
        return number
    }
}
