import SourceText
import YAMLSyntax

/// Reads one expression of a phrase set: `"may I (please) help~ * {customer.name}"`.
struct PhraseExpressionReader {
    /// Expressions with more words are texts, which nobody says twice alike.
    static let wordCountMax = 400
    /// An expression is written out in at most so many ways.
    static let variantCountMax = 256
    /// Shorter stems would match half the dictionary.
    static let stemLengthMin = 2

    let facts: FactResolver

    /// Reads an expression; nil where it was reported.
    func read(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> PhraseExpression? {
        guard let text = node.text("an expression", diagnostics: &diagnostics), case .scalar(let scalar) = node.content
        else { return nil }
        var parts = Parts(facts: facts, scalar: scalar)
        let errorsBefore = diagnostics.errorCount
        parts.read(text, diagnostics: &diagnostics)
        guard diagnostics.errorCount == errorsBefore else { return nil }
        let count = parts.choices.reduce(1) { min($0 * $1.count, 1_000_000) }
        guard count <= Self.variantCountMax else {
            let factors = parts.choices.map(\.count).filter { $0 > 1 }.map(String.init).joined(separator: " × ")
            diagnostics.add(
                .badValue(
                    "this expression can be said in \(factors) ways, and at most \(Self.variantCountMax) are listened for",
                    help: "make several expressions of it", at: node.range))
            return nil
        }
        let variants = parts.variants
        for variant in variants {
            if let problem = Self.problem(of: variant) {
                diagnostics.add(.badValue(problem.message, help: problem.help, at: node.range))
                return nil
            }
        }
        return PhraseExpression(text: text, variants: variants, range: node.range)
    }

    private static func problem(of variant: [PhraseExpression.Element]) -> (message: String, help: String)? {
        let words = variant.filter { $0 != .gap }
        if words.isEmpty {
            return ("nothing is left of this expression", "keep at least one word that cannot be left out")
        }
        if variant.first == .gap || variant.last == .gap {
            return ("a gap stands between words", "leave out the `*`: an expression is heard anywhere in a text")
        }
        if zip(variant, variant.dropFirst()).contains(where: { $0 == .gap && $1 == .gap }) {
            return ("two gaps follow each other", "one `*` is up to \(PhraseExpression.gapLengthMax) words")
        }
        if words.count > wordCountMax {
            return ("an expression has at most \(wordCountMax) words", "this one has \(words.count); write its core")
        }
        return nil
    }

    /// The parts of an expression in order, each with the ways to say it.
    private struct Parts {
        let facts: FactResolver
        let scalar: YAMLScalar
        private(set) var choices: [[[PhraseExpression.Element]]] = []

        init(facts: FactResolver, scalar: YAMLScalar) {
            self.facts = facts
            self.scalar = scalar
        }

        /// Every way to say all of it.
        var variants: [[PhraseExpression.Element]] {
            choices.reduce([[]]) { ways, choice in ways.flatMap { way in choice.map { way + $0 } } }
        }

        mutating func read(_ text: String, diagnostics: inout DiagnosticCollector) {
            var rest = text[...]
            while let first = rest.first {
                switch first {
                case "(":
                    guard let end = rest.firstIndex(of: ")") else {
                        return report("the bracket is never closed", rest, text, &diagnostics)
                    }
                    var inner = Parts(facts: facts, scalar: scalar)
                    inner.read(String(rest[rest.index(after: rest.startIndex)..<end]), diagnostics: &diagnostics)
                    choices.append(inner.variants + [[]])
                    rest = rest[rest.index(after: end)...]
                case "{":
                    guard let end = rest.firstIndex(of: "}") else {
                        return report("the brace is never closed", rest, text, &diagnostics)
                    }
                    let name = rest[rest.index(after: rest.startIndex)..<end]
                    rest = rest[rest.index(after: end)...]
                    let takesEndings = rest.first == "~"
                    if takesEndings { rest = rest.dropFirst() }
                    addSlot(name, in: text, takesEndings: takesEndings, diagnostics: &diagnostics)
                case "*":
                    choices.append([[.gap]])
                    rest = rest.dropFirst()
                case ")", "}":
                    return report("nothing was opened that this would close", rest, text, &diagnostics)
                case "~":
                    return report("`~` follows the letters with which a word begins", rest, text, &diagnostics)
                default:
                    let piece = rest.prefix { !"(){}*".contains($0) && !$0.isWhitespace }
                    rest = rest.dropFirst(max(piece.count, 1))
                    addWords(piece, in: text, diagnostics: &diagnostics)
                }
            }
        }

        /// Adds what stands between spaces: words, a stem, or words to choose from.
        private mutating func addWords(
            _ piece: Substring, in text: String, diagnostics: inout DiagnosticCollector
        ) {
            let ways = piece.split(separator: "/")
            // Numbers with a stroke between, as in `24/7`, are no choice.
            if ways.count > 1, !piece.contains(where: \.isNumber) {
                choices.append(ways.map { elements($0, in: text, &diagnostics) })
            } else {
                for element in elements(piece, in: text, &diagnostics) { choices.append([[element]]) }
            }
        }

        private func elements(
            _ piece: Substring, in text: String, _ diagnostics: inout DiagnosticCollector
        ) -> [PhraseExpression.Element] {
            var elements: [PhraseExpression.Element] = []
            for part in piece.split(separator: "~", omittingEmptySubsequences: false).enumerated() {
                let spoken = SpokenText(String(part.element))
                if part.offset > 0, let last = elements.popLast(), case .word(let stem) = last {
                    if stem.count < PhraseExpressionReader.stemLengthMin {
                        report("a stem has at least two letters", piece, text, &diagnostics)
                    }
                    elements.append(.stem(stem))
                    // What follows the sign is a word of its own.
                }
                elements += spoken.words.map { .word(spoken.text(of: $0)) }
            }
            return elements
        }

        private mutating func addSlot(
            _ name: Substring, in text: String, takesEndings: Bool, diagnostics: inout DiagnosticCollector
        ) {
            let range = scalar.range(ofUTF8: Self.offsets(of: name, in: text))
            guard
                let fact = facts.entityFact(
                    name.filter { !$0.isWhitespace }, range: range, diagnostics: &diagnostics)
            else { return }
            switch fact.type {
            case .string, .enumeration: choices.append([[.slot(path: fact.path, takesEndings: takesEndings)]])
            default:
                diagnostics.add(
                    .badValue(
                        "`\(name)` is \(fact.type.text), and what is said is a text",
                        help: "put a fact of type string into the slot", at: range))
            }
        }

        private func report(
            _ message: String, _ rest: Substring, _ text: String, _ diagnostics: inout DiagnosticCollector
        ) {
            diagnostics.add(
                .badValue(
                    message,
                    help: "`(…)` may be left out, `{entity.field}` is a fact, `*` a gap, `refund~` a beginning",
                    at: scalar.range(ofUTF8: Self.offsets(of: rest.prefix(1), in: text))))
        }

        private static func offsets(of part: Substring, in text: String) -> Range<Int> {
            let start = text.utf8.distance(from: text.startIndex, to: part.startIndex)
            return start..<start + part.utf8.count
        }
    }
}
