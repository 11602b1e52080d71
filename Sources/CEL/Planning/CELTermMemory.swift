/// The terms of conditions that were checked in an environment, so that those of the next condition need not be.
///
/// A rulebook asks the same things again and again, with other numbers: `customer.open_tickets > 3`. A condition all of
/// whose terms are known, but for their whole numbers, is cut into tokens and neither parsed nor checked: terms that
/// `and` joins mean what each means by itself.
///
/// Not `Sendable`: it has scratch space of its own.
package final class CELTermMemory {
    /// A term that was found to be without errors.
    private struct Known {
        /// Its tokens, with signs for the numbers.
        let tokens: [UInt8]
        let term: CELConjunction.Term
    }

    /// Where a term of the source that was scanned last ends, in the scratch space.
    private struct Piece {
        let tokenEnd: Int
        let numberEnd: Int
    }

    private let options: CELOptions
    private var known: [UInt64: Known] = [:]
    private var tokens: [UInt8] = []
    private var numbers: [Int64] = []
    private var pieces: [Piece] = []

    /// After so many no more are kept.
    static let countMax = 2_000
    /// Longer conditions are read in full.
    static let byteCountMax = 500
    /// Higher trees are not kept, lest a limit on height is passed by.
    static let heightMax = 20

    /// Begins without terms.
    package init(_ environment: CELEnvironment) { options = environment.options }

    /// What a condition asks, where all its terms are known: what reading it in full would find.
    package func conjunction(of source: String) -> CELConjunction? {
        // Limits are reached by reading in full only.
        guard options.limits.estimatedCostMax == nil, options.limits.depthMax > Self.byteCountMax / 4 + Self.heightMax,
            options.limits.sourceByteCountMax >= Self.byteCountMax, scan(source)
        else { return nil }
        var terms: [CELConjunction.Term] = []
        terms.reserveCapacity(pieces.count)
        var (tokenStart, numberStart) = (0, 0)
        for piece in pieces {
            guard let known = known(tokens[tokenStart..<piece.tokenEnd]) else { return nil }
            var own = numbers[numberStart..<piece.numberEnd]
            terms.append(own.isEmpty ? known.term : known.term.saying(&own))
            (tokenStart, numberStart) = (piece.tokenEnd, piece.numberEnd)
        }
        return CELConjunction(terms: terms)
    }

    /// Keeps the terms of a condition that was read in full.
    package func keep(_ conjunction: CELConjunction, of expression: CELCheckedExpression) {
        guard conjunction.isWhole, expression.root.height <= Self.heightMax, scan(expression.tree.source),
            pieces.count == conjunction.terms.count
        else { return }
        var (tokenStart, numberStart) = (0, 0)
        for (piece, term) in zip(pieces, conjunction.terms) {
            let own = tokens[tokenStart..<piece.tokenEnd]
            // A number that was declared stands for itself only.
            if known.count < Self.countMax, term.isCertainlyTruth,
                term.numbers.elementsEqual(numbers[numberStart..<piece.numberEnd])
            {
                let hash = Self.hash(own)
                if known[hash] == nil { known[hash] = Known(tokens: Array(own), term: term) }
            }
            (tokenStart, numberStart) = (piece.tokenEnd, piece.numberEnd)
        }
    }

    private func known(_ tokens: ArraySlice<UInt8>) -> Known? {
        guard let found = known[Self.hash(tokens)], found.tokens.elementsEqual(tokens) else { return nil }
        return found
    }

    /// FNV-1a with 64 bits.
    private static func hash(_ tokens: ArraySlice<UInt8>) -> UInt64 {
        tokens.withUnsafeBufferPointer { bytes in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            return hash
        }
    }

    // MARK: Scanning

    /// Cuts a source into the terms that `and` joins outside of brackets; false where that cannot be done.
    private func scan(_ source: String) -> Bool {
        tokens.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
        let bytes = Array(source.utf8)
        guard bytes.count <= Self.byteCountMax else { return false }
        var lexer = Lexer(bytes, wordOperators: options.wordOperators)
        var depth = 0
        var last = Token.Kind.end
        while true {
            let token = lexer.next()
            guard lexer.issue == nil else { return false }
            switch token.kind {
            case .end:
                pieces.append(Piece(tokenEnd: tokens.count, numberEnd: numbers.count))
                return true
            // After a dot, `and` is the name of a field.
            case .and where last == .dot || last == .question: return false
            case .and where depth == 0:
                pieces.append(Piece(tokenEnd: tokens.count, numberEnd: numbers.count))
            case .int where last != .minus:
                if let number = Self.number(bytes[token.range]) {
                    numbers.append(number)
                    tokens.append(UInt8(ascii: "#"))
                } else {
                    tokens += bytes[token.range]
                }
            case .openParenthesis, .openBracket, .openBrace:
                depth += 1
                tokens += bytes[token.range]
            case .closeParenthesis, .closeBracket, .closeBrace:
                depth -= 1
                tokens += bytes[token.range]
            default: tokens += bytes[token.range]
            }
            last = token.kind
            tokens.append(UInt8(ascii: " "))
        }
    }

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

extension CELConjunction.Term {
    /// The whole numbers in it, in written order.
    fileprivate var numbers: [Int64] {
        var found: [Int64] = []
        CELConjunction(terms: [self]).forEachOperand { operand in
            if case .constant(.int(let number)) = operand { found.append(number) }
        }
        return found
    }

    /// Whether it is true or false by its type, and not only where it turns out to be; and needs no brackets beside
    /// others.
    fileprivate var isCertainlyTruth: Bool {
        switch self {
        case .comparison: return true
        case .truth(.constant(.bool), isNegated: _): return true
        case .truth(.fact(let fact), isNegated: _): return fact.type == .bool
        case .truth, .any, .other: return false
        }
    }

    /// The same with other numbers, of which it takes as many as it has.
    fileprivate func saying(_ numbers: inout ArraySlice<Int64>) -> CELConjunction.Term {
        switch self {
        case .truth(let operand, let isNegated): .truth(operand.saying(&numbers), isNegated: isNegated)
        case .comparison(let operation, let left, let right, let isNegated):
            .comparison(operation, left.saying(&numbers), right.saying(&numbers), isNegated: isNegated)
        case .any, .other: self
        }
    }
}

extension CELConjunction.Operand {
    fileprivate func saying(_ numbers: inout ArraySlice<Int64>) -> CELConjunction.Operand {
        switch self {
        case .constant(.int(let own)): return .constant(.int(numbers.popFirst() ?? own))
        case .list(let elements):
            var changed: [CELConjunction.Operand] = []
            changed.reserveCapacity(elements.count)
            for element in elements { changed.append(element.saying(&numbers)) }
            return .list(changed)
        case .fact, .constant: return self
        }
    }
}
