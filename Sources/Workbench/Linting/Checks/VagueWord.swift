import CEL
import RulebookModel
import SourceText

/// Words that sound like a standard and set none: *promptly*, *appropriate*, *etc.*
///
/// Where the standard's own body makes them exact they are left alone: a title may say *soon* above `within: 10min`.
enum VagueWord: LintCheck {
    /// `vague-word`.
    static let name = "vague-word"
    /// How loud it is by itself.
    static let level: LintSetting.Level? = .warning

    /// Looks for it.
    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        // A text without a language is in the rulebook's own, where it has one; else nobody knows.
        let single = rulebook.locales.count == 1 ? rulebook.locales[0] : ""
        return rulebook.standards.flatMap { standard -> [Diagnostic] in
            let exact = Precision(standard)
            return texts(of: standard).flatMap { text, kinds -> [Diagnostic] in
                text.entries.flatMap { entry in
                    VagueTerms.of(entry.locale.isEmpty ? single : entry.locale)?.matches(in: entry.text)
                        .filter { kinds.contains($0.kind) && !exact.settles($0.kind, in: entry.text) }
                        .map { diagnostic($0, in: entry, of: text) } ?? []
                }
            }
        }
    }

    /// The words of a standard, each with what must not be left open in it: a sentence to a customer promises a time, or
    /// a list, and asks nothing else of anybody. A reason asks nothing at all.
    private static func texts(of standard: Standard) -> [(LocalizedText, Set<VagueTerm.Kind>)] {
        let norm = Set(VagueTerm.Kind.allCases)
        let words: Set<VagueTerm.Kind> = [.time, .openEnd]
        var texts = [standard.title].compactMap { $0 }.map { ($0, norm) }
        texts += [standard.say].compactMap { $0 }.map { ($0, words) }
        if case .words(let instead)? = standard.instead { texts.append((instead, words)) }
        if case .manual(let questions) = standard.body { texts += questions.map { ($0.text, norm) } }
        return texts
    }

    private static func diagnostic(
        _ match: VagueTerms.Match, in entry: LocalizedText.Entry, of text: LocalizedText
    ) -> Diagnostic {
        let word = String(decoding: Array(entry.text.utf8)[match.range], as: UTF8.self)
        let (fault, help) = words(match.kind)
        return Diagnostic(
            code: .vagueWord, severity: .warning, message: "`\(word)` \(fault)",
            range: entry.range(of: match.range) ?? text.range, help: help)
    }

    private static func words(_ kind: VagueTerm.Kind) -> (fault: String, help: String) {
        switch kind {
        case .time:
            (
                "sets no time",
                "say within how many minutes, hours or days, and by which clock, as in `within: 10h` with `clock: office`"
            )
        case .extent:
            ("says neither how many nor how often", "say a number and of what, as in `every: 7 days`")
        case .judgement:
            (
                "leaves it to everybody's taste",
                "say what somebody else would see or hear, so that two people give the same answer"
            )
        case .openEnd:
            ("leaves the list open", "name each of them; nobody can keep what is not listed")
        case .exception:
            (
                "does not say when it need not be kept",
                "name the cases under `unless:`, or let it advise only, with `force: should`"
            )
        }
    }
}

/// What a standard's own body makes exact.
private struct Precision {
    private let hasTime: Bool
    private let hasNumber: Bool
    private let isDecidable: Bool
    private let hasException: Bool

    init(_ standard: Standard) {
        hasException = standard.unless != nil || standard.force != .must
        switch standard.body {
        case .require(let condition), .forbid(let condition):
            isDecidable = true
            let guards = [standard.when].compactMap { $0 } + [condition]
            hasTime = guards.flatMap(\.expressions).contains { Self.comparesTime($0.checked, $0.checked.root) }
            hasNumber = true
        case .allowance(let allowance):
            isDecidable = true
            hasTime = allowance.type == .duration
            hasNumber = true
        case .timeline(let rule):
            isDecidable = true
            hasTime = rule.limitText != nil || rule.leastAge != nil
            hasNumber = hasTime
        case .metric(let metric):
            isDecidable = metric.bound != nil
            hasTime =
                isDecidable
                && (metric.type == .duration
                    || metric.expressions.contains { Self.comparesTime($0.checked, $0.checked.root) })
            hasNumber = isDecidable
        case .manual:
            isDecidable = false
            hasTime = false
            hasNumber = false
        }
    }

    /// Whether what a word leaves open is settled by the body, or by a number in the same text.
    func settles(_ kind: VagueTerm.Kind, in text: String) -> Bool {
        switch kind {
        case .time: hasTime || Self.hasDigit(text)
        case .extent: hasNumber || Self.hasDigit(text)
        case .judgement: isDecidable
        case .openEnd: false
        case .exception: hasException
        }
    }

    private static func hasDigit(_ text: String) -> Bool { text.utf8.contains { (0x30...0x39).contains($0) } }

    /// Whether something about time is compared.
    private static func comparesTime(_ checked: CELCheckedExpression, _ node: CELExpression) -> Bool {
        if let sign = node.calledOperator, comparisons.contains(sign),
            node.children.contains(where: { isTime(checked.type(of: $0)) })
        {
            return true
        }
        if case .call(let name, _, _) = node.kind, name == "open" { return true }
        return node.children.contains { comparesTime(checked, $0) }
    }

    private static func isTime(_ type: CELType) -> Bool {
        switch type {
        case .duration, .timestamp, .scalar("date"), .scalar("time of day"): true
        default: false
        }
    }

    private static let comparisons: Set<CELOperator> = [
        .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
    ]
}
