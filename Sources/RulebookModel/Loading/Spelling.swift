/// How names may be spelt.
enum Spelling {
    /// A name of a field or an entity: what CEL can read after a dot.
    static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLetter(first) else { return false }
        return text.utf8.allSatisfy { isLetter($0) || isDigit($0) } && !reserved.contains(text)
    }

    /// A name of an action, an event, a pattern or a standard: identifiers with dots and hyphens between.
    static func isDottedName(_ text: String) -> Bool {
        guard !text.isEmpty, text.utf8.count <= 128 else { return false }
        var isFirst = true
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: ".") where !isFirst: isFirst = true
            case UInt8(ascii: "-") where !isFirst: break
            case _ where isLetter(byte) || isDigit(byte): isFirst = false
            default: return false
            }
        }
        return !isFirst
    }

    /// A BCP 47 tag in its common form: a language, then subtags.
    static func isLocale(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let language = parts.first, (2...3).contains(language.utf8.count),
            language.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
        else { return false }
        return parts.dropFirst().allSatisfy { part in
            (2...8).contains(part.utf8.count)
                && part.utf8.allSatisfy { (isLetter($0) && $0 != UInt8(ascii: "_")) || isDigit($0) }
        }
    }

    /// A tag whose language has two letters in ISO 639-1: what a map of languages looks like, where a map of labels
    /// could stand as well.
    static func isCommonLocale(_ text: String) -> Bool {
        isLocale(text) && twoLetterLanguages.contains(text.prefix { $0 != "-" })
    }

    /// ISO 639-1.
    private static let twoLetterLanguages = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo \
        es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka \
        kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng \
        nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su \
        sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.split(separator: " "))

    private static let reserved: Set<String> = [
        "in", "true", "false", "null", "and", "or", "not", "as", "break", "const", "continue", "else", "for",
        "function", "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while",
    ]

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
