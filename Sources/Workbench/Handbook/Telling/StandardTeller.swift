import RulebookModel

/// Tells one standard, whole.
struct StandardTeller {
    /// What a book tells of its standards beside what they ask.
    struct Detail: OptionSet {
        let rawValue: Int
        /// Situations and their answers.
        static let examples = Detail(rawValue: 1)
        /// Who answers for it, what it carries out, and since when.
        static let record = Detail(rawValue: 2)
    }

    let teller: HandbookTeller
    let examples: HandbookExamples
    let detail: Detail

    private var words: HandbookWords { teller.words }

    /// The standard; nil where it asks nothing of the book's role.
    func rule(_ standard: Standard, number: String) -> HandbookRule? {
        let figures = FigureNotes()
        let conditions = ConditionTeller(teller: teller, types: standard.pattern.types, figures: figures)
        let when = StandardScope(conditions: conditions).told(standard)
        guard !when.isNever else { return nil }
        var blocks: [HandbookBlock] = []
        if let because = standard.because { blocks.append(.item(label: words.why, teller.text(because))) }
        blocks.append(
            .item(label: words.appliesTo, HandbookText(PatternTeller(teller: teller).types(standard.pattern))))
        blocks += block(words.when, when)
        if let unless = standard.unless { blocks += block(words.exceptWhen, conditions.tell(unless)) }
        blocks += body(standard, conditions)
        let phrases = PhraseTeller(teller: teller)
        blocks += phrases.sets(standard).flatMap(phrases.blocks)
        blocks += consequences(standard)
        blocks += figures.tables.map(HandbookBlock.table)
        if detail.contains(.examples),
            let table = ExampleTeller(teller: teller, standard: standard).table(
                examples.examples(of: standard.id, for: teller.role))
        {
            blocks.append(table)
        }
        blocks.append(.paragraph(record(standard), .small))
        return HandbookRule(
            id: standard.id, number: number, title: title(standard), marks: marks(standard), blocks: blocks)
    }

    func title(_ standard: Standard) -> HandbookText {
        standard.title.map { teller.text($0) } ?? HandbookText(standard.id, .name)
    }

    private func marks(_ standard: Standard) -> [HandbookRule.Mark] {
        var marks: [HandbookRule.Mark] = []
        if standard.severity == .critical { marks.append(.init(text: words.critical, isAlarm: true)) }
        switch standard.force {
        case .must: break
        case .should: marks.append(.init(text: words.advice, isAlarm: false))
        case .may: marks.append(.init(text: words.recognition, isAlarm: false))
        }
        return marks
    }

    private func block(_ label: String, _ told: ToldCondition) -> [HandbookBlock] {
        let points = told.points(words)
        if points.isEmpty { return [] }
        if points.count == 1, points[0].points.isEmpty { return [.item(label: label, points[0].text.capitalized)] }
        if points.count == 1 {
            let group = points[0].text.plain
            let name = group.hasSuffix(":") ? String(group.dropLast()) : group
            return [.list(label: "\(label) (\(name))", points[0].points.map { .init($0.text.capitalized, $0.points) })]
        }
        return [.list(label: label, points.map { .init($0.text.capitalized, $0.points) })]
    }

    private func body(_ standard: Standard, _ conditions: ConditionTeller) -> [HandbookBlock] {
        switch standard.body {
        case .require(let condition): return block(words.mustHold, conditions.tell(condition))
        case .forbid(let condition): return block(words.mustNotHold, conditions.tell(condition))
        case .allowance(let allowance):
            return AllowanceTeller(conditions: conditions).blocks(allowance, otherwise: standard.otherwise)
        case .timeline(let rule):
            return TimelineTeller(conditions: conditions).blocks(rule, begin: standard.pattern)
        case .metric(let metric): return MetricTeller(conditions: conditions).blocks(metric)
        case .manual(let questions):
            let points = questions.map { question in
                let label = question.label.isEmpty ? "" : "\(teller.word(question.label)): "
                return HandbookBlock.Point(HandbookText(label) + teller.text(question.text))
            }
            return [.list(label: words.judgedByPeople, points)]
        }
    }

    private func consequences(_ standard: Standard) -> [HandbookBlock] {
        var blocks: [HandbookBlock] = []
        let needs = NeedTeller(teller: teller)
        if isAsked(standard), standard.force == .must, let need = needs.need(standard.otherwise) {
            blocks.append(.item(label: words.otherwise, HandbookText(needs.text(need))))
        }
        if let say = standard.say { blocks.append(.speech(label: words.say, teller.text(say), .say)) }
        switch standard.instead {
        case .words(let text)?: blocks.append(.speech(label: words.instead, teller.text(text), .instead))
        case .phrases(let name)?:
            if let words = PhraseTeller(teller: teller).spoken(name) {
                blocks.append(.speech(label: self.words.instead, words, .instead))
            }
        case .action(let name, _)?: blocks.append(.item(label: words.offer, HandbookText(teller.event(name))))
        case nil: break
        }
        return blocks
    }

    /// Whether a proposed action may fail it; the ladder of an allowance says itself what follows.
    private func isAsked(_ standard: Standard) -> Bool {
        let isAction = standard.pattern.types.contains { teller.rulebook.vocabulary.event($0)?.kind == .action }
        switch standard.body {
        case .require, .forbid: return isAction
        case .timeline(let rule):
            switch rule.demand {
            // They open a duty, and refuse nothing.
            case .response, .recurrence: return false
            case .precedence, .absence, .interval, .procedure: return isAction
            }
        case .allowance, .metric, .manual: return false
        }
    }

    private func record(_ standard: Standard) -> HandbookText {
        var line = HandbookText(standard.id, .name)
        guard detail.contains(.record) else { return line }
        func add(_ label: String, _ text: String?) {
            if let text { line = line + " · \(label): \(text)" }
        }
        if let period = teller.period(standard.effective) { line = line + " · \(period)" }
        add(words.source, standard.source.map(teller.reference))
        add(words.readAs, (standard.reading?.text).map(teller.reference))
        add(words.owner, standard.owner)
        return line
    }
}
