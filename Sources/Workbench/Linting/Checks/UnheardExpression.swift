import RulebookModel
import SourceText

/// An expression of a phrase set that is never heard: wherever it is said, an exception of the same language is said with
/// the same words, and an exception is something else.
enum UnheardExpression: LintCheck {
    static let name = "unheard-expression"
    static let level: LintSetting.Level? = .warning

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        rulebook.phrases.flatMap { set in
            set.groups.flatMap { group in
                group.expressions.filter { $0.use != .except }.compactMap { expression, _ in
                    exception(over: expression, in: group).map { diagnostic(expression, $0, group) }
                }
            }
        }
    }

    /// The exception that is said whenever an expression is, in each of its ways.
    private static func exception(over expression: PhraseExpression, in group: PhraseGroup) -> PhraseExpression? {
        var found: PhraseExpression?
        for variant in expression.variants {
            guard let exception = group.except.first(where: { $0.variants.contains { covers($0, variant) } }) else {
                return nil
            }
            found = found ?? exception
        }
        return found
    }

    /// Whether whatever is a way to say one thing, word for word, is one to say the other as well.
    private static func covers(_ exception: [PhraseExpression.Element], _ way: [PhraseExpression.Element]) -> Bool {
        exception.count == way.count && zip(exception, way).allSatisfy(covers)
    }

    private static func covers(_ exception: PhraseExpression.Element, _ element: PhraseExpression.Element) -> Bool {
        switch (exception, element) {
        case (.stem(let beginning), .word(let word)), (.stem(let beginning), .stem(let word)):
            word.hasPrefix(beginning)
        case (.slot(let path, let takesEndings), .slot(let other, let otherTakesEndings)):
            path == other && (takesEndings || !otherTakesEndings)
        default: exception == element
        }
    }

    private static func diagnostic(
        _ expression: PhraseExpression, _ exception: PhraseExpression, _ group: PhraseGroup
    ) -> Diagnostic {
        // The last of its list stays: a list says something by being there.
        let list = group.match.contains { $0.range == expression.range } ? group.match : group.sentence
        let isMember = list.count > 1 && list.contains { $0.range == expression.range }
        let removal = isMember ? ListItemRemoval.range(of: expression.range) : nil
        return Diagnostic(
            code: .unheardExpression, severity: .warning,
            message: "`\(expression.text)` is never heard: the exception `\(exception.text)` is something else",
            range: expression.range, labels: [.init(range: exception.range, message: "the exception")],
            help: "leave one of them out",
            fixIts: removal.map { [.init(range: $0, replacement: "", safety: .safe)] } ?? [])
    }
}
