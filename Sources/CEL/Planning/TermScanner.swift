/// Cuts a condition into the terms that `and` joins outside of brackets, and those into tokens.
///
/// Its room is used again for the next condition.
struct TermScanner {
    /// Where a term ends.
    private struct Piece {
        let tokenEnd: Int
        let numberEnd: Int
    }

    private let wordOperators: Bool
    private var tokens: [UInt8] = []
    private var numbers: [Int64] = []
    private var pieces: [Piece] = []

    init(wordOperators: Bool) { self.wordOperators = wordOperators }

    /// How many terms there are.
    var count: Int { pieces.count }

    /// The tokens of a term, each with a space after it, and a sign for each whole number.
    func tokens(of index: Int) -> ArraySlice<UInt8> {
        tokens[(index == 0 ? 0 : pieces[index - 1].tokenEnd)..<pieces[index].tokenEnd]
    }

    /// The whole numbers of a term for which signs stand.
    func numbers(of index: Int) -> ArraySlice<Int64> {
        numbers[(index == 0 ? 0 : pieces[index - 1].numberEnd)..<pieces[index].numberEnd]
    }

    /// Cuts a source; false where it is too long or cannot be cut.
    mutating func scan(_ source: String, byteCountMax: Int) -> Bool {
        tokens.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
        let bytes = Array(source.utf8)
        guard bytes.count <= byteCountMax else { return false }
        var lexer = Lexer(bytes, wordOperators: wordOperators)
        var depth = 0
        var last = Token.Kind.end
        while true {
            let token = lexer.next()
            switch token.kind {
            case .invalid: return false
            case .end:
                endPiece()
                return true
            // After a dot, `and` is the name of a field.
            case .and where last == .dot || last == .question: return false
            case .and where depth == 0: endPiece()
            case .int where last != .minus:
                if let number = Self.number(bytes[token.range]) {
                    numbers.append(number)
                    tokens.append(UInt8(ascii: "#"))
                } else {
                    tokens += bytes[token.range]
                }
                tokens.append(UInt8(ascii: " "))
            default:
                switch token.kind {
                case .openParenthesis, .openBracket, .openBrace: depth += 1
                case .closeParenthesis, .closeBracket, .closeBrace: depth -= 1
                default: break
                }
                tokens += bytes[token.range]
                tokens.append(UInt8(ascii: " "))
            }
            last = token.kind
        }
    }

    private mutating func endPiece() { pieces.append(Piece(tokenEnd: tokens.count, numberEnd: numbers.count)) }

    /// The value of decimal digits that surely fit.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
        guard digits.count <= 18 else { return nil }
        var number: Int64 = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            number = number * 10 + Int64(digit - UInt8(ascii: "0"))
        }
        return number
    }
}
