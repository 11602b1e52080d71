import CEL
import RulebookModel
import SourceText

/// `list.all(…)` where nothing in the same condition says that the list has elements: of an empty list it is true.
enum AllOverMaybeEmpty: LintCheck {
    /// `all-over-maybe-empty`.
    static let name = "all-over-maybe-empty"
    /// How loud it is by itself.
    static let level: LintSetting.Level? = .note

    /// Looks for it.
    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        let filled = filledSettings(rulebook)
        return rulebook.standards.flatMap { standard in
            let body: [Condition] =
                switch standard.body {
                case .require(let condition), .forbid(let condition): [condition]
                case .allowance, .timeline, .metric, .manual: []
                }
            let guarding = ([standard.when].compactMap { $0 } + body).flatMap(\.expressions)
            let sized = Set(guarding.flatMap { sizedLists($0.checked.root) }).union(filled)
            return body.flatMap(\.expressions).flatMap { expression in
                loops(expression.checked.root, isInside: false).compactMap { loop in
                    let list = loop.range.description
                    return sized.contains(list) ? nil : diagnostic(list, in: expression, at: loop.range.range)
                }
            }
        }
    }

    /// The settings that are always the same list, with elements in it, as conditions read them.
    private static func filledSettings(_ rulebook: Rulebook) -> [String] {
        rulebook.settings.compactMap { setting in
            guard case .constant(.list(let elements)) = setting.content, elements.count > 0 else { return nil }
            return "settings.\(setting.name)"
        }
    }

    /// The lists whose size, or whose having an element, the expression asks about.
    private static func sizedLists(_ node: CELExpression) -> [String] {
        var found: [String] = []
        if case .call("size", let target, let arguments) = node.kind, let list = target ?? arguments.first {
            found.append(list.description)
        }
        if case .comprehension(let loop) = node.kind, loop.macro == .exists || loop.macro == .existsOne {
            found.append(loop.range.description)
        }
        if node.calledOperator == .notEqual, case .call(_, _, let sides) = node.kind, sides.count == 2,
            case .list(let elements, _) = sides[1].kind, elements.isEmpty
        {
            found.append(sides[0].description)
        }
        return found + node.children.flatMap(sizedLists)
    }

    /// The outermost loops with `all`; a loop over a written list is never empty by accident.
    private static func loops(_ node: CELExpression, isInside: Bool) -> [CELComprehension] {
        if case .comprehension(let loop) = node.kind {
            if case .list = loop.range.kind { return [] }
            return loop.macro == .all && !isInside ? [loop] : []
        }
        return node.children.flatMap { loops($0, isInside: isInside) }
    }

    private static func diagnostic(
        _ list: String, in expression: ConditionExpression, at range: Range<Int>
    ) -> Diagnostic {
        Diagnostic(
            code: .allOverMaybeEmpty, severity: .advice,
            message: "`all` is true of an empty list, and nothing here says that `\(list)` has elements",
            range: expression.range(of: range), help: "add `size(\(list)) > 0` if an empty list must not pass")
    }
}
