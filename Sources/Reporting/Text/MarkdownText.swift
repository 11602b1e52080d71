/// Text from a log, made safe to stand inside a line or table cell of GitHub's Markdown.
enum MarkdownText {
    /// The text with all that Markdown or HTML would read as markup written so that it shows as it is.
    ///
    /// Mentions and bare links are broken as well: a log must not call people, nor lead readers away.
    static func escaped(_ text: String) -> String {
        var safe = ""
        for scalar in VisibleText.oneLine(text).unicodeScalars {
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "#", "~", "|", "!", "(", ")", "$":
                safe += "\\"
                safe.unicodeScalars.append(scalar)
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "@": safe += "&#64;"
            case ":": safe += "&#58;"
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe.replacing("www.", with: "www&#46;")
    }

    /// A row of a table.
    static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

    /// The line under a table's header: the first columns to the left, the others (figures) to the right.
    static func rule(left: Int, right: Int) -> String {
        row(Array(repeating: ":--", count: left) + Array(repeating: "--:", count: right))
    }
}
