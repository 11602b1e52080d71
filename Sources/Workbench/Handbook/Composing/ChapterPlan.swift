import RulebookModel
import SourceText

/// What stands in which chapter: as the rulebook's `handbook:` says, else a chapter for each file.
struct ChapterPlan {
    /// Standards under one heading.
    struct Group {
        let title: HandbookText?
        let text: HandbookText?
        let standards: [Standard]
    }

    let id: String
    let title: HandbookText
    let text: HandbookText?
    let groups: [Group]

    /// The chapters of a rulebook, in the order of the book; what no chapter names comes last.
    static func chapters(_ teller: HandbookTeller) -> [ChapterPlan] {
        let outline = teller.rulebook.handbook
        let byID = Dictionary(uniqueKeysWithValues: teller.rulebook.standards.map { ($0.id, $0) })
        let ordered = outline.order.compactMap { byID[$0] }
        guard !outline.chapters.isEmpty else { return files(ordered, teller) }
        let chapters = outline.chapters.filter { $0.isFor(teller.role) }.map { chapter($0, byID, teller) }
        let named = Set(outline.chapters.flatMap(\.allStandards))
        let rest = ordered.filter { !named.contains($0.id) }
        guard !rest.isEmpty else { return chapters }
        let last = ChapterPlan(
            id: "other", title: HandbookText(teller.words.otherRules), text: nil,
            groups: [Group(title: nil, text: nil, standards: rest)])
        return chapters + [last]
    }

    private static func chapter(
        _ chapter: HandbookOutline.Chapter, _ byID: [String: Standard], _ teller: HandbookTeller
    ) -> ChapterPlan {
        let own = Group(title: nil, text: nil, standards: chapter.standards.compactMap { byID[$0] })
        let sections = chapter.sections.filter { $0.isFor(teller.role) }.map { section in
            Group(
                title: title(section, teller), text: section.text.map { teller.text($0) },
                standards: section.standards.compactMap { byID[$0] })
        }
        return ChapterPlan(
            id: chapter.id, title: title(chapter, teller), text: chapter.text.map { teller.text($0) },
            groups: (own.standards.isEmpty ? [] : [own]) + sections)
    }

    private static func title(_ chapter: HandbookOutline.Chapter, _ teller: HandbookTeller) -> HandbookText {
        if let title = chapter.title { return teller.text(title) }
        if let fixed = FixedChapter(rawValue: chapter.id) { return HandbookText(fixed.title(teller.words)) }
        return HandbookText(capitalized(HandbookTeller.readAloud(chapter.id)))
    }

    private static func files(_ standards: [Standard], _ teller: HandbookTeller) -> [ChapterPlan] {
        let rulebook = teller.rulebook
        var chapters: [ChapterPlan] = []
        var seen: Set<SourceFile> = []
        for standard in standards where seen.insert(standard.range.file).inserted {
            let file = standard.range.file
            let index = rulebook.files.firstIndex(of: file) ?? 0
            let title =
                index == 0
                ? rulebook.title.map { teller.text($0) } ?? HandbookText(rulebook.id)
                : HandbookText(name(rulebook.paths[index]))
            let own = standards.filter { $0.range.file == file }
            chapters.append(
                ChapterPlan(
                    id: "chapter-\(chapters.count + 1)", title: title, text: nil,
                    groups: [Group(title: nil, text: nil, standards: own)]))
        }
        return chapters
    }

    /// A file's name as a heading: `standards/pending-orders.yaml` is `Pending orders`.
    private static func name(_ path: String) -> String {
        let last = path.split(separator: "/").last ?? ""
        return capitalized(HandbookTeller.readAloud(String(last.prefix { $0 != "." })))
    }

    private static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

extension HandbookOutline.Chapter {
    /// Whether it is for somebody of a role; a book for everybody has all.
    fileprivate func isFor(_ role: String?) -> Bool { role.map { roles.isEmpty || roles.contains($0) } ?? true }
}
