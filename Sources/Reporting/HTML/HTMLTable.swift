/// A table that turns into cards on a narrow screen.
struct HTMLTable {
    /// What stands in a column, which decides how it is set.
    enum Kind: String {
        /// The row's name; a header of its row.
        case name
        case text
        case figure
        case bar
        /// A bar in a table with few columns.
        case wideBar = "bar wide"
    }

    /// How many rows are printed on paper; tables put first what asks most for a look.
    static let printedRowsMax = 25

    let caption: String
    let columns: [(title: String, kind: Kind)]
    /// Cells as HTML, in the order of the columns.
    var rows: [[String]] = []

    /// The table as HTML.
    ///
    /// Roles are written out, because the narrow layout's `display` would take them from the elements.
    var html: String {
        var html =
            "<table role=\"table\"><caption>\(HTMLText.escaped(caption))</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">"
        for column in columns {
            html += "<th role=\"columnheader\" scope=\"col\" class=\"\(column.kind.rawValue)\">\(column.title)</th>"
        }
        html += "</tr></thead>\n<tbody role=\"rowgroup\">\n"
        for row in rows {
            html += "<tr role=\"row\">"
            for (column, cell) in zip(columns, row) {
                switch column.kind {
                case .name:
                    html += "<th role=\"rowheader\" scope=\"row\" class=\"name\">\(cell)</th>"
                case .text, .figure, .bar, .wideBar:
                    html +=
                        "<td role=\"cell\" class=\"\(column.kind.rawValue)\" data-label=\"\(column.title)\">\(cell)</td>"
                }
            }
            html += "</tr>\n"
        }
        html += "</tbody></table>\n"
        guard rows.count > Self.printedRowsMax else { return html }
        let more = NumberText.grouped(rows.count - Self.printedRowsMax)
        return html + "<p class=\"note paper\">and \(more) more in the file</p>\n"
    }
}
