import RulebookModel

/// Composes the booklet: every standard that asks something of the role, chapter by chapter.
struct BookletComposer {
    let teller: HandbookTeller
    let examples: HandbookExamples
    var detail: StandardTeller.Detail = .examples

    func chapters() -> [Handbook.Chapter] {
        var chapters: [Handbook.Chapter] = []
        var unlistedStands = false
        for plan in ChapterPlan.chapters(teller) {
            let number = chapters.count + 1
            var blocks = self.blocks(plan, number)
            if plan.id == FixedChapter.nonstandard.rawValue {
                blocks.append(noRule)
                unlistedStands = true
            }
            if blocks.isEmpty, plan.text == nil { continue }
            if let text = plan.text { blocks.insert(.paragraph(text, .lead), at: 0) }
            chapters.append(Handbook.Chapter(id: plan.id, number: number, title: plan.title, blocks: blocks))
        }
        if let scorecards = ScorecardTeller(teller: teller).chapter(number: chapters.count + 1) {
            chapters.append(scorecards)
        }
        if let phrases = PhraseTeller(teller: teller).chapter(number: chapters.count + 1) { chapters.append(phrases) }
        if detail.contains(.record), let lifetimes = LifetimeTeller(teller: teller).chapter(number: chapters.count + 1)
        {
            chapters.append(lifetimes)
        }
        if !unlistedStands {
            chapters.append(
                Handbook.Chapter(
                    id: "no-rule", number: chapters.count + 1, title: HandbookText(teller.words.noRule),
                    blocks: [.paragraph(HandbookText(UnlistedTeller(teller: teller).sentence), .plain)]))
        }
        return chapters
    }

    private var noRule: HandbookBlock {
        .item(label: teller.words.noRule, HandbookText(UnlistedTeller(teller: teller).sentence))
    }

    /// The rules of a chapter; none where none of them is for the role.
    private func blocks(_ plan: ChapterPlan, _ number: Int) -> [HandbookBlock] {
        let tellers = StandardTeller(teller: teller, examples: examples, detail: detail)
        var blocks: [HandbookBlock] = []
        var count = 0
        for group in plan.groups {
            var own: [HandbookBlock] = group.text.map { [.paragraph($0, .plain)] } ?? []
            for standard in group.standards {
                guard let rule = tellers.rule(standard, number: "\(number).\(count + 1)") else { continue }
                count += 1
                own.append(.rule(rule))
            }
            if let title = group.title, !own.isEmpty { own.insert(.heading(title), at: 0) }
            blocks += own
        }
        return blocks
    }
}
