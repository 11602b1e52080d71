/// A table for a terminal: a first column that takes what is left, and columns of figures to its right.
struct TextTableLayout {
    /// The least width of the first column.
    static let firstColumnMin = 24

    let headers: [String]
    let columns: Int

    /// The lines of the table, its header first.
    ///
    /// The first text of a row is its name, the others belong under the headers after the first. A name that is too long
    /// stands on lines of its own above its figures.
    func lines(_ rows: [[String]]) -> [String] {
        var widths = headers.map(VisibleText.width)
        for row in rows {
            for index in row.indices.dropFirst() where index < widths.count {
                widths[index] = max(widths[index], VisibleText.width(row[index]))
            }
        }
        let figures = widths.dropFirst().reduce(0) { $0 + $1 + Self.gap }
        let longest = rows.map { VisibleText.width($0.first ?? "") }.max() ?? 0
        let first = max(min(columns - figures, max(longest, widths.first ?? 0)), Self.firstColumnMin)
        return ([headers] + rows).flatMap { row -> [String] in
            let figureText = row.indices.dropFirst().map { index in
                String(repeating: " ", count: Self.gap) + padded(row[index], index < widths.count ? widths[index] : 0)
            }.joined()
            var names = VisibleText.wrapped(row.first ?? "", columns: first)
            let last = names.popLast() ?? ""
            return names + [last + String(repeating: " ", count: max(first - VisibleText.width(last), 0)) + figureText]
        }
    }

    private static let gap = 2

    private func padded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(width - VisibleText.width(text), 0)) + text
    }
}
