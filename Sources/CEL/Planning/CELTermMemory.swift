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

    private let options: CELOptions
    private var known: [UInt64: Known] = [:]
    private var scanner: TermScanner

    /// After so many no more are kept.
    static let countMax = 2_000
    /// Longer conditions are read in full.
    static let byteCountMax = 500
    /// Higher trees are not kept, lest a limit on height is passed by.
    static let heightMax = 20

    /// Begins without terms.
    package init(_ environment: CELEnvironment) {
        options = environment.options
        scanner = TermScanner(wordOperators: options.wordOperators)
    }

    /// What a condition asks, where all its terms are known: what reading it in full would find.
    package func conjunction(of source: String) -> CELConjunction? {
        // Limits are reached by reading in full only.
        guard options.limits.estimatedCostMax == nil, options.limits.depthMax > Self.byteCountMax / 4 + Self.heightMax,
            options.limits.sourceByteCountMax >= Self.byteCountMax,
            scanner.scan(source, byteCountMax: Self.byteCountMax)
        else { return nil }
        var terms: [CELConjunction.Term] = []
        terms.reserveCapacity(scanner.count)
        for index in 0..<scanner.count {
            let tokens = scanner.tokens(of: index)
            guard let known = known[Self.hash(tokens)], known.tokens.elementsEqual(tokens) else { return nil }
            var numbers = scanner.numbers(of: index)
            terms.append(numbers.isEmpty ? known.term : known.term.saying(&numbers))
        }
        return CELConjunction(terms: terms)
    }

    /// Keeps the terms of a condition that was read in full.
    package func keep(_ conjunction: CELConjunction, of expression: CELCheckedExpression) {
        guard conjunction.isWhole, expression.root.height <= Self.heightMax,
            scanner.scan(expression.tree.source, byteCountMax: Self.byteCountMax),
            scanner.count == conjunction.terms.count
        else { return }
        for (index, term) in conjunction.terms.enumerated() {
            // A number that was declared stands for itself only.
            guard known.count < Self.countMax, term.isCertainlyTruth,
                term.numbers.elementsEqual(scanner.numbers(of: index))
            else { continue }
            let tokens = scanner.tokens(of: index)
            let hash = Self.hash(tokens)
            if known[hash] == nil { known[hash] = Known(tokens: Array(tokens), term: term) }
        }
    }

    /// FNV-1a with 64 bits.
    private static func hash(_ tokens: ArraySlice<UInt8>) -> UInt64 {
        tokens.withUnsafeBufferPointer { bytes in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            return hash
        }
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
