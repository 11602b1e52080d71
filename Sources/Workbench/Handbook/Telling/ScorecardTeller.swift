import CEL
import RulebookModel

/// Tells by which items events are judged, and what each of them weighs.
struct ScorecardTeller {
    let teller: HandbookTeller

    private var words: HandbookWords { teller.words }

    /// What people call a scorecard.
    func name(_ name: String) -> String {
        teller.rulebook.scorecards.first { $0.name == name }?.title.map(teller.string) ?? teller.word(name)
    }

    /// All scorecards, each under its name.
    func chapter(number: Int) -> Handbook.Chapter? {
        let scorecards = teller.rulebook.scorecards
        guard !scorecards.isEmpty else { return nil }
        let lead = HandbookBlock.paragraph(HandbookText(words.scoreRule), .plain)
        return Handbook.Chapter(
            id: "scorecards", number: number, title: HandbookText(words.scorecards),
            blocks: [lead]
                + scorecards.flatMap { scorecard in
                    [.heading(HandbookText(name(scorecard.name)).capitalized)] + blocks(scorecard)
                })
    }

    private func blocks(_ scorecard: Scorecard) -> [HandbookBlock] {
        let conditions = ConditionTeller(teller: teller, types: scorecard.pattern.types, figures: FigureNotes())
        let rows = scorecard.items.map { item in
            [
                (item.title.map { teller.text($0) } ?? HandbookText(title(item, conditions))).capitalized,
                grade(item, conditions).capitalized, HandbookText(worth(item)),
            ]
        }
        return [
            .item(
                label: words.appliesTo, HandbookText(PatternTeller(teller: teller).types(scorecard.pattern))),
            .table(
                HandbookTable(
                    caption: HandbookText(""), columns: [words.scoredItem, words.scoredBy, words.scoreWeight],
                    rows: rows)),
        ] + conditions.figures.tables.map(HandbookBlock.table)
    }

    /// An item without a title goes by the field that its points are taken from.
    private func title(_ item: ScorecardItem, _ conditions: ConditionTeller) -> String {
        if case .points(let expression, _) = item.grade, let field = field(expression), field.title != nil {
            return conditions.subject(expression).plain
        }
        return teller.word(item.label)
    }

    private func grade(_ item: ScorecardItem, _ conditions: ConditionTeller) -> HandbookText {
        var parts: [HandbookText] = []
        switch item.grade {
        case .pass(let condition): parts.append(conditions.tell(condition).line(words))
        case .points(let expression, let most):
            parts.append(HandbookText(words.pointsOutOf.filled(["most": teller.language.marks.text(most)])))
            let anchors = field(expression)?.anchors ?? []
            parts += anchors.map { HandbookText("\(teller.language.marks.text($0.value)): \(teller.string($0.text))") }
        }
        if let when = item.when {
            parts.append(
                HandbookText(words.appliesIf.filled(["condition": conditions.tell(when).line(words).plain])))
        }
        return parts.joined("; ")
    }

    /// The field that points are taken from, where they are one.
    private func field(_ expression: ConditionExpression) -> FieldDefinition? {
        guard let path = expression.checked.attributePath(of: expression.checked.root)?.names, path.count == 2,
            path[0] == "event"
        else { return nil }
        return teller.rulebook.vocabulary.events.compactMap { $0.field(path[1]) }.first { !$0.anchors.isEmpty }
            ?? teller.rulebook.vocabulary.events.compactMap { $0.field(path[1]) }.first
    }

    private func worth(_ item: ScorecardItem) -> String {
        let worth: String? =
            switch item.worth {
            case .weight(let weight): teller.language.marks.text(weight)
            case .bonus(let bonus): words.bonusPoints.filled(["amount": teller.language.marks.text(bonus)])
            case .nothing: nil
            }
        return [worth, item.isCritical ? words.critical : nil].compactMap(\.self).joined(separator: ", ")
    }
}
