internal import Workbench

/// The parts of a book's page, written in order.
struct HandbookHTMLPage {
    let paper: HandbookHTMLRenderer.Paper
    private(set) var html = ""
    private var quotes = (open: "", close: "")

    init(paper: HandbookHTMLRenderer.Paper) { self.paper = paper }

    // MARK: The frame

    /// The head of the document; its policy forbids scripts and everything from outside, whatever a rulebook holds.
    mutating func begin(_ book: Handbook) {
        quotes = book.quotes
        line("<!DOCTYPE html>")
        line("<html lang=\"\(HTMLText.escaped(book.language))\">")
        line("<head>")
        line("<meta charset=\"utf-8\">")
        line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        line("<meta name=\"color-scheme\" content=\"light dark\">")
        line("<title>\(HTMLText.escaped("\(book.title.plain) · \(book.kindTitle)"))</title>")
        line("<style>")
        html += HandbookStyle.sheet(paper, footer: book.footer)
        line("</style>")
        line("</head>")
        line("<body class=\"\(book.kind.rawValue)\">")
    }

    mutating func end() {
        line("</body>")
        line("</html>")
    }

    // MARK: Books

    mutating func front(_ book: Handbook) {
        line("<header class=\"front\">")
        line("<p class=\"kind\">\(HTMLText.escaped(book.kindTitle))</p>")
        line("<h1>\(inline(book.title))</h1>")
        line("<p class=\"audience\">\(HTMLText.escaped(book.audience))</p>")
        imprint(book)
        notices(book)
        if let guide = book.guide { line("<p class=\"guide\">\(HTMLText.escaped(guide))</p>") }
        line("</header>")
    }

    mutating func contents(_ book: Handbook) {
        guard book.chapters.count > 1, book.kind != .register else { return }
        line("<nav aria-labelledby=\"contents\"><h2 id=\"contents\">\(HTMLText.escaped(book.contentsTitle))</h2>")
        line("<ol>")
        for chapter in book.chapters {
            let number = chapter.number.map { "<span class=\"number\">\($0)</span> " } ?? ""
            line("<li><a href=\"#\(anchor(chapter.id))\">\(number)\(inline(chapter.title))</a>")
            let rules = chapter.blocks.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
            if book.kind == .booklet || book.kind == .regulation, !rules.isEmpty {
                line("<ol>")
                for rule in rules {
                    line(
                        "<li><a href=\"#\(anchor(rule.id))\"><span class=\"number\">\(rule.number)</span> \(inline(rule.title))</a></li>"
                    )
                }
                line("</ol>")
            }
            line("</li>")
        }
        line("</ol></nav>")
    }

    mutating func chapter(_ chapter: Handbook.Chapter, of book: Handbook) {
        line("<section class=\"chapter\" id=\"\(anchor(chapter.id))\">")
        let number = chapter.number.map { "<span class=\"number\">\($0)</span> " } ?? ""
        line("<h2>\(number)\(inline(chapter.title))</h2>")
        for block in chapter.blocks { self.block(block) }
        line("</section>")
    }

    /// Each card is a page, and says itself what it is.
    mutating func cards(_ book: Handbook) {
        for chapter in book.chapters {
            line("<section class=\"page\" id=\"\(anchor(chapter.id))\">")
            line("<header><p class=\"kind\">\(HTMLText.escaped(book.kindTitle)) · \(inline(book.title))</p>")
            line("<h1>\(inline(chapter.title))</h1></header>")
            notices(book)
            for block in chapter.blocks { self.block(block) }
            line("<footer>")
            for item in book.imprint.prefix(3) {
                line("<span>\(HTMLText.escaped(item.label)) \(inline(item.value))</span>")
            }
            line("<span>\(HTMLText.escaped(book.footer))</span></footer>")
            line("</section>")
        }
    }

    private mutating func imprint(_ book: Handbook) {
        line("<dl class=\"imprint\">")
        for item in book.imprint {
            line("<div><dt>\(HTMLText.escaped(item.label))</dt><dd>\(inline(item.value))</dd></div>")
        }
        line("</dl>")
    }

    private mutating func notices(_ book: Handbook) {
        for notice in book.notices { line("<p class=\"notice\">\(HTMLText.escaped(notice))</p>") }
    }

    // MARK: Blocks

    private mutating func block(_ block: HandbookBlock) {
        switch block {
        case .paragraph(let words, let tone): line("<p class=\"\(tone.name)\">\(inline(words))</p>")
        case .item(let label, let words):
            line("<p class=\"item\"><strong>\(HTMLText.escaped(label))</strong> \(inline(words))</p>")
        case .list(let label, let points):
            line("<div class=\"points\"><p class=\"item\"><strong>\(HTMLText.escaped(label))</strong></p>")
            list(points)
            line("</div>")
        case .steps(let label, let steps):
            line("<div class=\"points\"><p class=\"item\"><strong>\(HTMLText.escaped(label))</strong></p>")
            line("<ol>")
            for step in steps { line("<li>\(inline(step))</li>") }
            line("</ol>")
            line("</div>")
        case .table(let table): self.table(table)
        case .speech(let label, let words, let speech):
            line("<figure class=\"speech \(speech.name)\"><figcaption>\(HTMLText.escaped(label))</figcaption>")
            line("<blockquote>\(quotes.open)\(inline(words))\(quotes.close)</blockquote></figure>")
        case .heading(let words): line("<h3 class=\"section\">\(inline(words))</h3>")
        case .rule(let rule): self.rule(rule)
        }
    }

    private mutating func rule(_ rule: HandbookRule) {
        line("<article id=\"\(anchor(rule.id))\">")
        let marks = rule.marks.map { mark in
            " <span class=\"mark\(mark.isAlarm ? " alarm" : "")\">\(HTMLText.escaped(mark.text))</span>"
        }.joined()
        line("<h3><span class=\"number\">\(rule.number)</span> \(inline(rule.title))\(marks)</h3>")
        for block in rule.blocks { self.block(block) }
        line("</article>")
    }

    private mutating func list(_ points: [HandbookBlock.Point]) {
        line("<ul>")
        for point in points {
            html += "<li>\(inline(point.text))"
            if !point.points.isEmpty { list(point.points) }
            line("</li>")
        }
        line("</ul>")
    }

    private mutating func table(_ table: HandbookTable) {
        let shape = table.shape == .wideFirst ? " wide-first" : ""
        line("<table class=\"columns-\(table.columns.count)\(shape)\">")
        if !table.caption.isEmpty { line("<caption>\(inline(table.caption))</caption>") }
        html += "<thead><tr>"
        for column in table.columns { html += "<th scope=\"col\">\(HTMLText.escaped(column))</th>" }
        line("</tr></thead>")
        line("<tbody>")
        for row in table.rows {
            html += "<tr>"
            for (cell, column) in zip(row, table.columns) {
                html += "<td data-label=\"\(HTMLText.escaped(column))\">\(inline(cell))</td>"
            }
            line("</tr>")
        }
        line("</tbody></table>")
    }

    // MARK: Words

    private func inline(_ words: HandbookText) -> String {
        words.runs.map { run in
            let language = run.locale.map { $0.isEmpty ? " lang=\"\"" : " lang=\"\(HTMLText.escaped($0))\"" } ?? ""
            switch run.style {
            case .plain:
                return language.isEmpty
                    ? HTMLText.isolated(run.text) : "<bdi\(language)>\(HTMLText.escaped(run.text))</bdi>"
            case .strong: return "<strong\(language)>\(HTMLText.isolated(run.text))</strong>"
            case .code: return "<code>\(HTMLText.isolated(run.text))</code>"
            case .name: return "<code class=\"name\">\(HTMLText.identifier(run.text))</code>"
            }
        }.joined()
    }

    /// A name as an anchor: only letters, digits, dots and hyphens.
    private func anchor(_ name: String) -> String {
        String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") ? $0 : "_" })
    }

    private mutating func line(_ words: String) { html += words + "\n" }
}

extension HandbookBlock.Tone {
    fileprivate var name: String {
        switch self {
        case .plain: "plain"
        case .lead: "lead"
        case .small: "small"
        }
    }
}

extension HandbookBlock.Speech {
    fileprivate var name: String {
        switch self {
        case .say: "say"
        case .instead: "instead"
        case .avoid: "avoid"
        }
    }
}
