internal import Audit
import RulebookEngine

/// Lines of text for a terminal, with optional colours.
struct TerminalText {
    /// What a piece of text is, which decides its colour.
    enum Role {
        case heading
        case quiet
        case status(FindingStatus)
        case alarm
    }

    var out = ReportBytes()
    let colour: TerminalColour

    init(colour: TerminalColour) {
        self.colour = colour
    }

    mutating func line(_ text: String = "") {
        out.append(text)
        out.append(UInt8(ascii: "\n"))
    }

    /// An empty line and a heading.
    mutating func heading(_ text: String) {
        line()
        paragraph(text, indent: 0, columns: TextRenderer.columns, role: .heading)
    }

    /// Text that fills as many lines as it needs.
    mutating func paragraph(_ text: String, indent: Int, columns: Int, role: Role? = nil) {
        let margin = String(repeating: " ", count: indent)
        for piece in VisibleText.wrapped(VisibleText.oneLine(text), columns: columns - indent) {
            line(margin + (role.map { styled(piece, $0) } ?? piece))
        }
    }

    /// The text with the role's colour, if there are colours.
    func styled(_ text: String, _ role: Role) -> String {
        switch colour {
        case .off: text
        case .on: "\u{1B}[\(Self.code(role))m\(text)\u{1B}[0m"
        }
    }

    private static func code(_ role: Role) -> String {
        switch role {
        case .heading: "1"
        case .quiet: "2"
        case .alarm: "1;31"
        case .status(.met): "32"
        case .status(.missed): "31"
        case .status(.discretion): "33"
        case .status(.pending): "34"
        case .status(.undetermined): "35"
        case .status(.excused), .status(.notApplicable): "2"
        }
    }
}
