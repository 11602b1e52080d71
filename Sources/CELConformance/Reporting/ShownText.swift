/// Text of the suite as it can be shown on a terminal, which must not obey control characters in it.
enum ShownText {
    /// A character, or an escape where it is a control character.
    static func shown(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": "\\n"
        case "\t": "\\t"
        case "\r": "\\r"
        case let scalar where [.control, .format].contains(scalar.properties.generalCategory):
            "\\u{" + String(scalar.value, radix: 16) + "}"
        default: String(scalar)
        }
    }

    /// The longest text that is shown whole, in characters.
    static let characterCountMax = 2_000

    /// A text in lines that begin with an indentation; long texts are cut.
    static func indented(_ text: String, by indentation: String) -> String {
        let isCut = text.count > characterCountMax
        return (isCut ? String(text.prefix(characterCountMax)) + "…" : text)
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in indentation + line.unicodeScalars.map(shown).joined() }
            .joined(separator: "\n")
    }
}
