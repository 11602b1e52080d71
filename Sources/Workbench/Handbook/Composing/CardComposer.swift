import RulebookModel

/// Composes a card: what somebody of a role may do, on one page.
struct CardComposer {
    /// How many lines of a page there are for rules, at a width of ``lineLength`` characters.
    static let lineCountMax = 58
    /// How many more a table of figures may take, of which each line is sure to be short.
    static let spareLineCount = 4
    /// How many characters stand in a line.
    static let lineLength = 95

    /// How long a condition may be to stand behind its title.
    static let detailLengthMax = 64

    let teller: HandbookTeller
    private let figures = FigureNotes()

    init(teller: HandbookTeller) { self.teller = teller }

    private var words: HandbookWords { teller.words }

    /// A heading of a card with its lines, the gravest first.
    private struct Group {
        let label: String
        var lines: [(text: HandbookText, severity: Severity)]

        var lineCount: Int { lines.isEmpty ? 0 : 2 + lines.reduce(0) { $0 + CardComposer.lineCount($1.text.plain) } }
    }

    func chapter() -> Handbook.Chapter {
        let standards = applying
        let ladders = rows(standards)
        var groups = [
            group(words.onlyIf, standards) { if case .refusal = $0 { true } else { false } },
            group(words.askUnless, standards) { if case .approval = $0 { true } else { false } },
            group(words.reasonUnless, standards) { if case .reason = $0 { true } else { false } },
            Group(label: words.inTime, lines: timelines(standards)),
            Group(label: words.alwaysKeep, lines: always(standards)),
        ]
        let (rows, leftOut) = fit(ladders, &groups)
        var blocks: [HandbookBlock] = []
        if !rows.isEmpty {
            blocks.append(
                .table(
                    HandbookTable(
                        caption: HandbookText(words.whatYouMay),
                        columns: [words.action, words.columnAlone, words.columnReason, words.columnApproval], rows: rows
                    )))
        }
        // Tables of figures stand where there is room for them.
        let used = rows.map(Self.rowLineCount).reduce(0, +) + groups.map(\.lineCount).reduce(0, +)
        var free = Self.lineCountMax + Self.spareLineCount - used
        for table in figures.tables {
            free -= 3 + 2 * table.rows.count
            if free >= 0 { blocks.append(.table(table)) }
        }
        for group in groups where !group.lines.isEmpty {
            blocks.append(.list(label: group.label, group.lines.map { .init($0.text) }))
        }
        if leftOut > 0 {
            blocks.append(
                .paragraph(HandbookText(teller.language.counted(leftOut, words.moreInBooklet)), .small))
        }
        blocks.append(.item(label: words.noRule, HandbookText(UnlistedTeller(teller: teller).sentence)))
        let title = teller.role.map { words.forRole.filled(["role": teller.word($0)]) } ?? words.forEverybody
        return Handbook.Chapter(
            id: teller.role.map { "card-\($0)" } ?? "card", number: nil, title: HandbookText(title), blocks: blocks)
    }

    // MARK: What a card holds

    /// The binding standards that ask something of the role, in the order of the book.
    private var applying: [(standard: Standard, conditions: ConditionTeller, when: ToldCondition)] {
        ChapterPlan.chapters(teller).flatMap { $0.groups.flatMap(\.standards) }.compactMap { standard in
            let conditions = ConditionTeller(teller: teller, types: standard.pattern.types, figures: figures)
            let when = StandardScope(conditions: conditions).told(standard)
            return standard.force == .must && !when.isNever ? (standard, conditions, when) : nil
        }
    }

    /// The ladders: an action, and how far it goes by oneself, with a reason and with approval.
    private func rows(
        _ standards: [(standard: Standard, conditions: ConditionTeller, when: ToldCondition)]
    ) -> [[HandbookText]] {
        standards.compactMap { standard, conditions, when in
            guard case .allowance(let allowance) = standard.body else { return nil }
            let ladder = AllowanceTeller(conditions: conditions)
            var cells = ["", "", ""]
            for step in ladder.steps(allowance, otherwise: standard.otherwise) {
                switch step.need {
                case .nothing: add(step.reach, to: &cells[0])
                case .reason(let lengthMin):
                    let need = lengthMin > 1 ? ": \(NeedTeller(teller: teller).text(step.need))" : ""
                    add(step.reach + need, to: &cells[1])
                case .approval(let roles):
                    add("\(step.reach): \(roles.map(teller.word).joined(separator: " + "))", to: &cells[2])
                case .refusal: break
                }
            }
            let what = ladder.what(allowance.measure).plain
            let window = allowance.window.map { ladder.window($0) }
            let details = [what, window].compactMap { $0 }.joined(separator: ", ")
            var name = StandardTeller(teller: teller, examples: .none, detail: []).title(standard)
            name = HandbookText(runs: name.runs.map { .init(text: $0.text, style: .strong, locale: $0.locale) })
            return [name + " (\(details))"] + cells.map { HandbookText($0.isEmpty ? "–" : $0) }
        }
    }

    private func add(_ text: String, to cell: inout String) { cell += cell.isEmpty ? text : "; \(text)" }

    /// The titles of what must hold of actions, with a need where it does not.
    private func group(
        _ label: String, _ standards: [(standard: Standard, conditions: ConditionTeller, when: ToldCondition)],
        where isWanted: (NeedTeller.Need) -> Bool
    ) -> Group {
        let needs = NeedTeller(teller: teller)
        let lines = standards.compactMap { standard, conditions, _ -> (text: HandbookText, severity: Severity)? in
            guard isCondition(standard), isAction(standard), let need = needs.need(standard.otherwise), isWanted(need)
            else { return nil }
            var line = title(standard) + detail(standard, conditions)
            if case .approval(let roles) = need { line = line + ": \(roles.map(teller.word).joined(separator: " + "))" }
            return (line, standard.severity)
        }
        return Group(label: label, lines: lines)
    }

    private func timelines(
        _ standards: [(standard: Standard, conditions: ConditionTeller, when: ToldCondition)]
    ) -> [(text: HandbookText, severity: Severity)] {
        standards.compactMap { standard, conditions, _ in
            guard case .timeline(let rule) = standard.body else { return nil }
            let limit = TimelineTeller(conditions: conditions).limit(rule)
            return (title(standard) + (limit.isEmpty ? "" : ": \(limit)"), standard.severity)
        }
    }

    /// The titles of what must hold of events that merely happen.
    private func always(
        _ standards: [(standard: Standard, conditions: ConditionTeller, when: ToldCondition)]
    ) -> [(text: HandbookText, severity: Severity)] {
        standards.compactMap { standard, _, _ in
            if case .manual = standard.body { return (title(standard), standard.severity) }
            return isCondition(standard) && !isAction(standard) ? (title(standard), standard.severity) : nil
        }
    }

    /// What a standard asks, where that is short and says more than its title.
    private func detail(_ standard: Standard, _ conditions: ConditionTeller) -> String {
        guard case .require(let condition) = standard.body else { return "" }
        let told = conditions.tell(condition)
        guard case .line(let text) = told, !told.isCode, text.plain.count <= Self.detailLengthMax else { return "" }
        return " (\(text.plain))"
    }

    private func title(_ standard: Standard) -> HandbookText {
        StandardTeller(teller: teller, examples: .none, detail: []).title(standard)
    }

    private func isCondition(_ standard: Standard) -> Bool {
        switch standard.body {
        case .require, .forbid: true
        case .allowance, .timeline, .metric, .manual: false
        }
    }

    private func isAction(_ standard: Standard) -> Bool {
        standard.pattern.types.contains { teller.rulebook.vocabulary.event($0)?.kind == .action }
    }

    // MARK: One page

    /// Leaves out what a page has no room for: the least grave line of the longest list first.
    private func fit(_ rows: [[HandbookText]], _ groups: inout [Group]) -> (rows: [[HandbookText]], leftOut: Int) {
        var rows = rows
        var leftOut = 0
        func lineCount() -> Int {
            let table = rows.reduce(rows.isEmpty ? 0 : 3) { $0 + Self.rowLineCount($1) }
            return table + groups.reduce(0) { $0 + $1.lineCount }
        }
        while lineCount() > Self.lineCountMax {
            leftOut += 1
            let longest = groups.indices.max { groups[$0].lines.count < groups[$1].lines.count }
            if let longest, groups[longest].lines.count >= max(rows.count / 2, 1) {
                let weights = groups[longest].lines.map(\.severity.weight)
                let least = weights.min() ?? 0
                groups[longest].lines.remove(at: weights.lastIndex(of: least) ?? 0)
            } else {
                rows.removeLast()
            }
        }
        return (rows, leftOut)
    }

    private static func lineCount(_ text: String) -> Int { 1 + text.count / lineLength }

    private static func rowLineCount(_ cells: [HandbookText]) -> Int {
        // The first column takes two fifths of the width, each of the others one fifth.
        let counts = cells.enumerated().map { 1 + $1.plain.count / (lineLength * ($0 == 0 ? 2 : 1) / 5) }
        return (counts.max() ?? 1) + 1
    }
}

extension Severity {
    /// The graver, the more.
    fileprivate var weight: Int {
        switch self {
        case .minor: 0
        case .major: 1
        case .critical: 2
        }
    }
}

extension Allowance {
    /// The window where it is more than the action by itself.
    fileprivate var window: MeasureWindow? { remembers ? measure.window : nil }
}
