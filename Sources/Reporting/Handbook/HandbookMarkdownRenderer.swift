public import Workbench

/// Writes a book as GitHub's Markdown.
public struct HandbookMarkdownRenderer: Sendable {
    /// Makes the renderer.
    public init() {}

    /// The book, in UTF-8; the same book gives the same bytes.
    public func render(_ book: Handbook) -> [UInt8] {
        var page = HandbookMarkdownPage()
        page.front(book)
        for chapter in book.chapters { page.chapter(chapter) }
        page.foot(book)
        return Array(page.text.utf8)
    }
}

/// The lines of a book.
private struct HandbookMarkdownPage {
    private(set) var text = ""
    private var quotes = (open: "", close: "")

    mutating func front(_ book: Handbook) {
        quotes = book.quotes
        line("# \(inline(book.title))")
        line("**\(escaped(book.kindTitle))** · \(escaped(book.audience))")
        for item in book.imprint { text += "- \(escaped(item.label)): \(inline(item.value))\n" }
        text += "\n"
        for notice in book.notices { line("> \(escaped(notice))") }
        if let guide = book.guide { line(escaped(guide)) }
    }

    mutating func chapter(_ chapter: Handbook.Chapter) {
        let number = chapter.number.map { "\($0). " } ?? ""
        line("## \(number)\(inline(chapter.title))")
        for block in chapter.blocks { self.block(block) }
    }

    mutating func foot(_ book: Handbook) { text += "---\n\n\(escaped(book.footer))\n" }

    private mutating func block(_ block: HandbookBlock) {
        switch block {
        case .paragraph(let words, .small): line("<sub>\(inline(words))</sub>")
        case .paragraph(let words, .plain), .paragraph(let words, .lead): line(inline(words))
        case .item(let label, let words): line("**\(escaped(label)):** \(inline(words))")
        case .list(let label, let points):
            line("**\(escaped(label)):**")
            list(points, depth: 0)
            text += "\n"
        case .steps(let label, let steps):
            line("**\(escaped(label)):**")
            for (index, step) in steps.enumerated() { text += "\(index + 1). \(inline(step))\n" }
            text += "\n"
        case .table(let table): self.table(table)
        case .speech(let label, let words, _):
            line("> **\(escaped(label)):** \(quotes.open)\(inline(words))\(quotes.close)")
        case .heading(let words): line("### \(inline(words))")
        case .rule(let rule):
            let marks = rule.marks.map { " *(\(escaped($0.text)))*" }.joined()
            line("### \(rule.number) \(inline(rule.title))\(marks)")
            for block in rule.blocks { self.block(block) }
        }
    }

    private mutating func list(_ points: [HandbookBlock.Point], depth: Int) {
        for point in points {
            text += String(repeating: "  ", count: depth) + "- \(inline(point.text))\n"
            list(point.points, depth: depth + 1)
        }
    }

    private mutating func table(_ table: HandbookTable) {
        if !table.caption.isEmpty { line("**\(inline(table.caption))**") }
        text += MarkdownText.row(table.columns.map(escaped))
        text += MarkdownText.rule(left: table.columns.count, right: 0)
        for row in table.rows { text += MarkdownText.row(row.map(inline)) }
        text += "\n"
    }

    private mutating func line(_ words: String) { text += words + "\n\n" }

    /// Escaped text that stays readable as it is: a colon is written out only where it would make a link.
    private func escaped(_ text: String) -> String {
        MarkdownText.escaped(text).replacing("&#58;", with: ":").replacing("://", with: "&#58;//")
            .replacing("\\(", with: "(").replacing("\\)", with: ")")
    }

    private func inline(_ words: HandbookText) -> String {
        words.runs.map { run in
            let safe = escaped(run.text)
            switch run.style {
            case .plain: return safe
            case .strong: return "**\(safe)**"
            // Escaped text in a `code` element, since Markdown's own code spans know no escapes.
            case .code, .name: return "<code>\(safe)</code>"
            }
        }.joined()
    }
}
