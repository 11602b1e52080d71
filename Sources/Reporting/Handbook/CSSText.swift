/// Text from a rulebook, made safe to stand in a string of a style sheet inside of a page.
enum CSSText {
    /// The text in quotes; whatever is neither a letter nor a digit stands as its number, so that it can end neither the
    /// string nor the sheet (CSS Syntax Level 3, section 4.3.7).
    static func quoted(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ":", "-": safe.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}": safe += " "
            default: safe += "\\\(String(scalar.value, radix: 16)) "
            }
        }
        return "\"\(safe)\""
    }
}
