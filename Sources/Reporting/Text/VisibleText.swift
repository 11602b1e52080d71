/// Text from a log, made safe to show on one line of a terminal or page.
package enum VisibleText {
    /// The text with line breaks and tabs as spaces, and control characters written out.
    ///
    /// A log must not be able to move the cursor, colour the terminal, or turn the direction of what stands beside it.
    package static func oneLine(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t", "\u{2028}", "\u{2029}": safe.append(" ")
            case _ where isUnsafe(scalar):
                safe.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
            default: safe.append(scalar)
            }
        }
        return String(safe)
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F: true  // C0, DEL and C1, with which terminal commands begin
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true  // marks of direction
        case 0x200B, 0x2028, 0x2029, 0xFEFF: true  // invisible
        default: false
        }
    }

    /// The number of terminal columns that a text takes.
    static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2  // Unicode, East Asian Width: wide and full-width
        default: return 1
        }
    }

    /// The text, cut with an ellipsis where it takes more than so many columns.
    static func cut(_ text: String, columns: Int) -> String {
        guard width(text) > columns else { return text }
        var kept = ""
        var keptWidth = 0
        for character in text {
            let characterWidth = width(String(character))
            guard keptWidth + characterWidth < columns else { break }
            kept.append(character)
            keptWidth += characterWidth
        }
        return kept + "…"
    }

    /// Lines of at most so many columns, broken at spaces, and inside a word only where it is longer than a line.
    static func wrapped(_ text: String, columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var lineWidth = 0
        for word in text.split(separator: " ", omittingEmptySubsequences: true) {
            for piece in pieces(of: word, columns: max(columns, 1)) {
                let pieceWidth = width(piece)
                if lineWidth > 0, lineWidth + 1 + pieceWidth > columns {
                    lines.append(line)
                    line = ""
                    lineWidth = 0
                }
                if lineWidth > 0 {
                    line += " "
                    lineWidth += 1
                }
                line += piece
                lineWidth += pieceWidth
            }
        }
        if lineWidth > 0 { lines.append(line) }
        return lines
    }

    /// A word cut into pieces that fit a line; the pieces of one word fill their lines, so none is joined by a space.
    private static func pieces(of word: Substring, columns: Int) -> [String] {
        guard width(String(word)) > columns else { return [String(word)] }
        var pieces: [String] = []
        var piece = ""
        var pieceWidth = 0
        for character in word {
            let characterWidth = width(String(character))
            if pieceWidth > 0, pieceWidth + characterWidth > columns {
                pieces.append(piece)
                piece = ""
                pieceWidth = 0
            }
            piece.append(character)
            pieceWidth += characterWidth
        }
        pieces.append(piece)
        return pieces
    }
}
