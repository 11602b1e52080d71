import Foundation
import TestSupport

/// An article of the documentation, taken apart as tests need it.
struct Article {
    /// A fenced block.
    struct Block {
        /// What stands after the opening fence.
        let language: String
        /// The first line inside, counted from 1.
        let line: Int
        let lines: [String]
    }

    /// A row of a table, under the nearest heading.
    struct Row {
        let heading: String
        let line: Int
        let cells: [String]
    }

    /// A line outside of fences, under the nearest heading.
    struct Line {
        let heading: String
        let line: Int
        let text: String
    }

    private(set) var blocks: [Block] = []
    private(set) var lines: [Line] = []

    /// Reads an article at a path from the root of the repository.
    init(_ path: String) throws {
        let text = try String(contentsOf: repositoryRoot.appending(path: path), encoding: .utf8)
        var heading = ""
        var open: (language: String, line: Int, lines: [String])?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).enumerated()
        {
            if line.hasPrefix("```") {
                if let block = open {
                    blocks.append(Block(language: block.language, line: block.line, lines: block.lines))
                    open = nil
                } else {
                    open = (String(line.dropFirst(3)), index + 2, [])
                }
            } else if open != nil {
                open?.lines.append(line)
            } else {
                if line.hasPrefix("#") { heading = String(line.drop { $0 == "#" }.dropFirst()) }
                lines.append(Line(heading: heading, line: index + 1, text: line))
            }
        }
    }

    /// The rows of all tables but the lines that rule them off; `\|` in a cell is a bar of the text.
    var rows: [Row] {
        lines.filter { $0.text.hasPrefix("| ") && !$0.text.hasPrefix("| ---") }.map { line in
            let cells = line.text.replacing("\\|", with: "\u{0}").split(separator: "|").map {
                $0.trimmingCharacters(in: .whitespaces).replacing("\u{0}", with: "|")
            }
            return Row(heading: line.heading, line: line.line, cells: cells)
        }
    }

    /// The texts in backticks of a cell or line, in order.
    static func codeSpans(_ text: String) -> [String] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
}
