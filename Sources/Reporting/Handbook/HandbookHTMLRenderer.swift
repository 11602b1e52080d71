public import Workbench

/// Writes a book as one page without scripts or anything from outside: for paper, and for a screen or a phone.
public struct HandbookHTMLRenderer: Sendable {
    /// The paper for which it is set.
    public enum Paper: String, CaseIterable, Hashable, Sendable {
        /// 210 mm by 297 mm.
        case a4
        /// 148 mm by 210 mm.
        case a5
    }

    /// The paper for which it is set.
    public let paper: Paper

    /// Makes the renderer.
    public init(paper: Paper = .a4) { self.paper = paper }

    /// The book, in UTF-8; the same book gives the same bytes.
    public func render(_ book: Handbook) -> [UInt8] {
        var page = HandbookHTMLPage(paper: paper)
        page.begin(book)
        switch book.kind {
        case .card: page.cards(book)
        case .booklet, .register, .regulation:
            page.front(book)
            page.contents(book)
            for chapter in book.chapters { page.chapter(chapter, of: book) }
        }
        page.end()
        return Array(page.html.utf8)
    }
}
