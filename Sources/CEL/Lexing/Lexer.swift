/// Cuts a source into tokens, one at a time.
struct Lexer {
    private let bytes: [UInt8]
    private let wordOperators: Bool
    private var position = 0
    /// What went wrong with the token that was read last.
    private(set) var issue: CELIssue?

    init(_ bytes: [UInt8], wordOperators: Bool) {
        self.bytes = bytes
        self.wordOperators = wordOperators
    }

    /// Words that are no names, although the language does not use them yet.
    static let reservedWords: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
        "namespace", "return", "var", "void", "while",
    ]

    /// Whether a name can stand after a dot without backticks.
    static func isPlainName(_ name: String) -> Bool {
        guard let first = name.utf8.first, isNameStart(first), name.utf8.allSatisfy(isNamePart) else { return false }
        return !["in", "true", "false", "null"].contains(name)
    }

    /// The text of a token.
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The bytes of a token.
    func slice(_ range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }

    /// Reads the next token.
    mutating func next() -> Token {
        skipSpace()
        issue = nil
        guard position < bytes.count else { return Token(kind: .end, range: bytes.count..<bytes.count) }
        let start = position
        let byte = bytes[position]
        if Self.isNameStart(byte) {
            if let token = prefixedString() { return token }
            return word()
        }
        if Self.isDigit(byte) || (byte == 0x2E && Self.isDigit(peek(1))) { return number() }
        if byte == 0x22 || byte == 0x27 { return string(prefixLength: 0, isRaw: false, kind: .string) }
        if byte == 0x60 { return quotedIdentifier() }
        if let (kind, length) = sign(byte, peek(1)) {
            position += length
            return Token(kind: kind, range: start..<position)
        }
        return unexpectedCharacter()
    }

    private func peek(_ distance: Int) -> UInt8 {
        position + distance < bytes.count ? bytes[position + distance] : 0
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D: position += 1
            case 0x2F where peek(1) == 0x2F:
                while position < bytes.count, bytes[position] != 0x0A { position += 1 }
            default: return
            }
        }
    }

    private func sign(_ first: UInt8, _ second: UInt8) -> (Token.Kind, length: Int)? {
        switch (first, second) {
        case (0x26, 0x26): (.and, 2)
        case (0x7C, 0x7C): (.or, 2)
        case (0x3D, 0x3D): (.equal, 2)
        case (0x21, 0x3D): (.notEqual, 2)
        case (0x3C, 0x3D): (.lessOrEqual, 2)
        case (0x3E, 0x3D): (.greaterOrEqual, 2)
        case (0x21, _): (.not, 1)
        case (0x3C, _): (.less, 1)
        case (0x3E, _): (.greater, 1)
        case (0x2B, _): (.plus, 1)
        case (0x2D, _): (.minus, 1)
        case (0x2A, _): (.star, 1)
        case (0x2F, _): (.slash, 1)
        case (0x25, _): (.percent, 1)
        case (0x3F, _): (.question, 1)
        case (0x3A, _): (.colon, 1)
        case (0x2C, _): (.comma, 1)
        case (0x2E, _): (.dot, 1)
        case (0x28, _): (.openParenthesis, 1)
        case (0x29, _): (.closeParenthesis, 1)
        case (0x5B, _): (.openBracket, 1)
        case (0x5D, _): (.closeBracket, 1)
        case (0x7B, _): (.openBrace, 1)
        case (0x7D, _): (.closeBrace, 1)
        default: nil
        }
    }

    private mutating func word() -> Token {
        let start = position
        while Self.isNamePart(peek(0)) { position += 1 }
        let range = start..<position
        // No word of the language is longer.
        let kind = range.count <= 5 ? wordKind(text(range)) : .identifier
        return Token(kind: kind, range: range)
    }

    private func wordKind(_ word: String) -> Token.Kind {
        switch word {
        case "true": .true
        case "false": .false
        case "null": .null
        case "in": .in
        case "and" where wordOperators: .and
        case "or" where wordOperators: .or
        case "not" where wordOperators: .wordNot
        default: .identifier
        }
    }

    private mutating func number() -> Token {
        let start = position
        if peek(0) == 0x30, peek(1) | 0x20 == 0x78, Self.isHexDigit(peek(2)) {
            position += 2
            while Self.isHexDigit(peek(0)) { position += 1 }
            return integer(from: start)
        }
        skipDigits()
        var isDouble = false
        if peek(0) == 0x2E, Self.isDigit(peek(1)) {
            isDouble = true
            position += 1
            skipDigits()
        }
        if peek(0) | 0x20 == 0x65 {
            let signLength = peek(1) == 0x2B || peek(1) == 0x2D ? 1 : 0
            if Self.isDigit(peek(1 + signLength)) {
                isDouble = true
                position += 1 + signLength
                skipDigits()
            }
        }
        return isDouble ? Token(kind: .double, range: start..<position) : integer(from: start)
    }

    private mutating func integer(from start: Int) -> Token {
        guard peek(0) | 0x20 == 0x75 else { return Token(kind: .int, range: start..<position) }
        position += 1
        return Token(kind: .uint, range: start..<position)
    }

    private mutating func skipDigits() {
        while Self.isDigit(peek(0)) { position += 1 }
    }

    /// A string after `r`, `b` or `br`, or nil where a word begins.
    private mutating func prefixedString() -> Token? {
        var length = 0
        var kind = Token.Kind.string
        var isRaw = false
        if peek(length) | 0x20 == 0x62 {
            kind = .bytes
            length += 1
        }
        if peek(length) | 0x20 == 0x72 {
            isRaw = true
            length += 1
        }
        guard length > 0, peek(length) == 0x22 || peek(length) == 0x27 else { return nil }
        return string(prefixLength: length, isRaw: isRaw, kind: kind)
    }

    private mutating func string(prefixLength: Int, isRaw: Bool, kind: Token.Kind) -> Token {
        let start = position
        position += prefixLength
        let quote = peek(0)
        let isTriple = peek(1) == quote && peek(2) == quote
        position += isTriple ? 3 : 1
        while position < bytes.count {
            let byte = bytes[position]
            if byte == quote, !isTriple || (peek(1) == quote && peek(2) == quote) {
                position += isTriple ? 3 : 1
                return Token(kind: kind, range: start..<position)
            }
            if !isTriple, byte == 0x0A || byte == 0x0D { break }
            // In a raw string a backslash is only itself.
            position += byte == 0x5C && !isRaw ? 2 : 1
        }
        position = min(position, bytes.count)
        let help = isTriple ? "end it with three quotes" : "end it with a quote, or use three quotes for several lines"
        issue = CELIssue(.unterminatedString, "the string does not end", range: start..<position, help: help)
        return Token(kind: .invalid, range: start..<position)
    }

    private mutating func quotedIdentifier() -> Token {
        let start = position
        position += 1
        while Self.isNamePart(peek(0)) || [0x2E, 0x2D, 0x2F, 0x20].contains(peek(0)) { position += 1 }
        guard peek(0) == 0x60, position > start + 1 else {
            issue = CELIssue(
                .unexpectedCharacter, "the name in backticks does not end", range: start..<position,
                help: "letters, digits, `_`, `.`, `-`, `/` and spaces can stand between backticks")
            return Token(kind: .invalid, range: start..<position)
        }
        position += 1
        return Token(kind: .quotedIdentifier, range: start..<position)
    }

    private mutating func unexpectedCharacter() -> Token {
        let start = position
        position += 1
        while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
        let character = text(start..<position)
        let help: String? =
            switch character {
            case "=": "write `==` to compare"
            case "&": "write `&&` for and"
            case "|": "write `||` for or"
            case "“", "”", "„", "‘", "’", "«", "»": "strings stand in straight quotes: \" or '"
            default: bytes[start] >= 0x80 ? "names are made of the letters a to z, digits and `_`" : nil
            }
        issue = CELIssue(
            .unexpectedCharacter, "the character `\(Self.visible(character))` means nothing here",
            range: start..<position, help: help)
        return Token(kind: .invalid, range: start..<position)
    }

    /// A character that can stand in a message.
    private static func visible(_ character: String) -> String {
        guard let scalar = character.unicodeScalars.first, scalar.value < 0x20 || scalar.value == 0x7F else {
            return character
        }
        return "U+" + String(repeating: "0", count: scalar.value < 0x10 ? 3 : 2)
            + String(scalar.value, radix: 16, uppercase: true)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isHexDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x61...0x66).contains(byte | 0x20)
    }
    private static func isNameStart(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F }
    private static func isNamePart(_ byte: UInt8) -> Bool { isNameStart(byte) || isDigit(byte) }
}
