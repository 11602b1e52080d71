import CEL
package import SourceText
import YAMLSyntax

/// Reads conditions: expressions, lists, labelled maps, `any` and `not`, each checked against the vocabulary.
final class ConditionReader {
    let symbols: RulebookSymbols
    let compiler: ConditionCompiler
    let shape: EventShape

    init(symbols: RulebookSymbols, compiler: ConditionCompiler, shape: EventShape) {
        self.symbols = symbols
        self.compiler = compiler
        self.shape = shape
    }

    /// Reads a condition; nil where it was reported.
    func read(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> Condition? {
        switch node.content {
        case .scalar(let scalar):
            if node.isNull || node.isBroken {
                node.refuse("a condition", expected: "an expression", diagnostics: &diagnostics)
                return nil
            }
            return expression(node, scalar, expecting: .bool, diagnostics: &diagnostics).map(Condition.expression)
        case .sequence(let elements):
            return readAll(elements, range: node.range, diagnostics: &diagnostics)
        case .mapping(let mapping):
            return readMap(mapping, range: node.range, diagnostics: &diagnostics)
        }
    }

    private func readAll(
        _ elements: [YAMLNode], range: SourceRange, diagnostics: inout DiagnosticCollector
    ) -> Condition? {
        let clauses = readClauses(elements, range: range, diagnostics: &diagnostics)
        return clauses.map { Condition.all($0, range) }
    }

    private func readClauses(
        _ elements: [YAMLNode], range: SourceRange, diagnostics: inout DiagnosticCollector
    ) -> [Clause]? {
        guard !elements.isEmpty else {
            diagnostics.add(
                .wrongKind(
                    "a list of conditions", expected: "at least one condition", found: "an empty list", at: range))
            return nil
        }
        let clauses = elements.compactMap { element in
            read(element, diagnostics: &diagnostics).map { Clause(label: nil, condition: $0) }
        }
        return clauses.count == elements.count ? clauses : nil
    }

    private func readMap(
        _ mapping: YAMLMapping, range: SourceRange, diagnostics: inout DiagnosticCollector
    ) -> Condition? {
        if let node = mapping["any"] ?? mapping["not"], mapping.entries.count > 1 {
            diagnostics.add(
                .conflictingKeys(
                    "`any` and `not` stand alone in their map", at: node.range,
                    help: "make a list: `- {any: […]}` and the other conditions beside it"))
            return nil
        }
        if let node = mapping["any"] {
            guard let clauses = readAlternatives(node, diagnostics: &diagnostics) else { return nil }
            return .any(clauses, range)
        }
        if let node = mapping["not"] {
            return read(node, diagnostics: &diagnostics).map { Condition.not($0, range) }
        }
        return labelled(mapping, range: range, diagnostics: &diagnostics).map { .all($0, range) }
    }

    private func readAlternatives(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> [Clause]? {
        if case .mapping(let mapping) = node.content {
            return labelled(mapping, range: node.range, diagnostics: &diagnostics)
        }
        return readClauses(node.oneOrMore, range: node.range, diagnostics: &diagnostics)
    }

    private func labelled(
        _ mapping: YAMLMapping, range: SourceRange, diagnostics: inout DiagnosticCollector
    ) -> [Clause]? {
        guard !mapping.entries.isEmpty else {
            diagnostics.add(
                .wrongKind("a condition", expected: "at least one clause", found: "an empty map", at: range))
            return nil
        }
        let clauses = mapping.entries.compactMap { entry in
            read(entry.value, diagnostics: &diagnostics).map { Clause(label: entry.name, condition: $0) }
        }
        return clauses.count == mapping.entries.count ? clauses : nil
    }

    /// Reads an expression of a type; nil where it was reported.
    func expression(
        _ node: YAMLNode, _ scalar: YAMLScalar, expecting type: CELType?, diagnostics: inout DiagnosticCollector
    ) -> ConditionExpression? {
        let compiled = compiler.compile(scalar.text)
        for issue in compiled.issues {
            diagnostics.add(diagnostic(for: issue, scalar: scalar, node: node))
        }
        guard let form = compiled.form else { return nil }
        if let type, form.type != type, form.type != .dyn {
            diagnostics.add(
                .conditionType(
                    "a condition must be true or false; this one is \(symbols.describe(form.type))",
                    help: "compare it with something, as in `… <= …`", at: node.range))
            return nil
        }
        return ConditionExpression(range: node.range, form: form, scalar: scalar)
    }

    /// Says what is wrong with a question about the words of an event, or about a scorecard: those that it cannot have,
    /// and names that nobody wrote.
    private func phraseDiagnostic(_ word: String, called function: String, at range: SourceRange) -> Diagnostic? {
        if PhraseFunction(rawValue: word) != nil {
            let field = PhraseFunction.textField
            let lacking = shape.partialFields[field] ?? shape.types.first ?? "this event"
            return .conditionType(
                "`\(word)` listens to what is said, and `\(lacking)` has no field `\(field)` of type string",
                help: "give it one, or leave it out of the pattern", at: range)
        }
        guard let quote = word.first, quote == "\"" || quote == "'", word.last == quote else { return nil }
        let name = String(word.dropFirst().dropLast())
        if ScorecardFunction(rawValue: function) != nil {
            if let types = symbols.scorecards.first(where: { $0.name == name })?.types,
                let other = shape.types.first(where: { !types.contains($0) })
            {
                return .conditionType(
                    "the scorecard `\(name)` judges \(NameList.text(types.sorted())), and not `\(other)`", at: range)
            }
            return .unknownName(
                name, of: "scorecard", section: "scorecards", known: symbols.scorecards.map(\.name),
                quote: String(quote), at: range)
        }
        return .unknownName(
            name, of: "phrase set", section: "phrases", known: symbols.phrases, quote: String(quote), at: range)
    }

    private func diagnostic(for issue: CELIssue, scalar: YAMLScalar, node: YAMLNode) -> Diagnostic {
        let range = scalar.range(ofUTF8: issue.range)
        let word = issue.word(in: scalar.text)
        if issue.isUnknownName,
            let diagnostic = phraseDiagnostic(word, called: issue.functionName(in: scalar.text), at: range)
        {
            return diagnostic
        }
        if word == "trigger", issue.isUnknownName {
            return .conditionType(
                "`trigger` can be read in the limits of a timeline only", help: "write `event`", at: range)
        }
        if word.prefix(while: { $0 != "." }) == "calendars", issue.code == .unknownName {
            return .conditionType(
                "the rulebook has no calendars", help: "declare them under `calendars:`", at: range)
        }
        if word == "facts", issue.isUnknownName {
            return .conditionType(
                "`facts` cannot be read here",
                help: "facts and named patterns are measured first; only standards speak of facts",
                at: range)
        }
        var help = issue.help
        if issue.isUnknownName, let lacking = shape.partialFields[word] {
            help = "not every event named under `on` has it: `\(lacking)` does not, or has another type for it"
        } else if scalar.followedByComment, issue.range.upperBound >= scalar.text.utf8.count {
            help = "YAML ends the condition at ` #`, which begins a comment; put the whole condition in quotes"
        }
        if issue.isSyntax, help == nil, let value = Self.unquotedValue(before: issue.range, in: scalar.text) {
            help = "lengths of time, amounts and percentages stand in quotes: `\"\(value)\"`"
        }
        return Diagnostic(
            code: issue.isSyntax ? .conditionSyntax : .conditionType, severity: .error, message: issue.message,
            range: range, help: help)
    }
}

extension ConditionReader {
    private static let units: Set<String> = ["ms", "s", "min", "h", "days", "EUR", "USD", "GBP", "CAD", "%"]

    /// A number with a unit that stands without quotes, such as `20s`, where a place points at its unit.
    fileprivate static func unquotedValue(before place: Range<Int>, in source: String) -> String? {
        let bytes = Array(source.utf8)
        guard place.lowerBound <= bytes.count else { return nil }
        let before = String(decoding: bytes[..<place.lowerBound], as: UTF8.self)
        let after = String(decoding: bytes[place.lowerBound...], as: UTF8.self)
        let unit = after.first == "%" ? "%" : String(after.prefix { $0.isASCII && $0.isLetter })
        guard units.contains(unit) else { return nil }
        let isApart = before.last == " "
        let number = before.reversed().drop { $0 == " " }.prefix { $0.isNumber || $0 == "." }
        guard !number.isEmpty else { return nil }
        return String(number.reversed()) + (isApart ? " " : "") + unit
    }
}

extension CELIssue {
    /// Whether it is about a name that nobody declared.
    fileprivate var isUnknownName: Bool { [.unknownName, .unknownField, .unknownFunction].contains(code) }

    /// Whether the text could not even be parsed.
    fileprivate var isSyntax: Bool { code < .unknownName }

    /// The name of the function whose argument it is about.
    fileprivate func functionName(in source: String) -> String {
        let bytes = Array(source.utf8)
        let before = String(decoding: bytes[..<min(range.lowerBound, bytes.count)], as: UTF8.self)
        let open = before.reversed().drop { $0.isWhitespace }
        guard open.first == "(" else { return "" }
        return String(open.dropFirst().drop { $0.isWhitespace }.prefix { $0.isLetter }.reversed())
    }

    /// The words that it is about.
    fileprivate func word(in source: String) -> String {
        let bytes = Array(source.utf8)
        return String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
}

extension ConditionExpression {
    /// The place in the file of a part of the condition, given in UTF-8 offsets of its text.
    package func range(of part: Range<Int>) -> SourceRange { scalar.range(ofUTF8: part) }
}
