/// Text from a log, made safe to stand in a page.
enum HTMLText {
    /// The text with markup characters as references, for elements and for attributes in double quotes.
    static func escaped(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "'": safe += "&#39;"
            case "\n", "\r", "\t": safe += " "
            // HTML, section 13.1.4: no control characters, not even as references.
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": safe += "\u{FFFD}"
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    /// The escaped text in an element of its own direction, so that it cannot reorder what stands beside it.
    static func isolated(_ text: String) -> String { "<bdi>" + escaped(text) + "</bdi>" }

    /// An identifier or path, which may break after its separators.
    static func identifier(_ text: String) -> String {
        var html = "<bdi>"
        for character in text {
            html += escaped(String(character))
            if character == "." || character == "_" || character == "/" { html += "<wbr>" }
        }
        return html + "</bdi>"
    }
}
