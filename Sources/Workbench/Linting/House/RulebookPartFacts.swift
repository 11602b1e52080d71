import CEL
import RulebookModel
import SourceText

/// A part of a rulebook as an event of its own, with its facts.
struct RulebookPartFacts {
    /// What kind of part.
    let part: RulebookPart
    /// What people call it.
    let name: String
    /// Where it stands.
    let range: SourceRange
    /// Its facts, by the paths that conditions read.
    let facts: [CELAttributePath: CELValue]

    /// Every part of a rulebook, in the order of the standards and the vocabulary.
    static func all(of rulebook: Rulebook) -> [RulebookPartFacts] {
        var parts: [RulebookPartFacts] = []
        let related = rulebook.relatedMetrics
        for standard in rulebook.standards {
            parts.append(.init(standard))
            if case .metric(let metric) = standard.body {
                parts.append(.init(metric, of: standard, isRelated: related.contains(standard.id)))
            }
        }
        for entity in rulebook.vocabulary.entities {
            // Every entity has an id, whether somebody wrote it or not.
            parts += entity.fields.filter { $0.range != entity.range }.map { .init($0, of: entity.name, "entity") }
        }
        for event in rulebook.vocabulary.events where RulebookPart(rawValue: event.name) == nil {
            parts += event.fields.map { .init($0, of: event.name, event.kind.rawValue) }
        }
        return parts
    }

    private init(_ part: RulebookPart, name: String, range: SourceRange, _ facts: [String: CELValue?]) {
        self.part = part
        self.name = name
        self.range = range
        var known = facts.compactMapValues { $0 }
        known["name"] = .text(name)
        known["file"] = .text(range.file.name)
        self.facts = Dictionary(uniqueKeysWithValues: known.map { (CELAttributePath(["event", $0.key]), $0.value) })
    }

    private init(_ standard: Standard) {
        let shape = Shape(standard)
        let remedy = standard.instead != nil
        self.init(
            .standard, name: standard.id, range: standard.range,
            Self.words(standard).merging([
                "severity": .text(standard.severity.rawValue), "force": .text(standard.force.rawValue),
                "body": .text(standard.body.name), "otherwise": .text(standard.otherwise.name),
                "about": Self.list(standard.pattern.types),
                "has_scope": .bool(!standard.scope.isEmpty || standard.when != nil),
                "has_exception": .bool(standard.unless != nil), "has_limit": .bool(shape.hasLimit),
                "has_unit": .bool(shape.hasUnit), "has_words": .bool(standard.say != nil), "has_remedy": .bool(remedy),
                "has_end": .bool(standard.effective.until != nil), "clauses": .int(Int64(shape.clauseCount)),
            ]) { own, _ in own })
    }

    private init(_ metric: Metric, of standard: Standard, isRelated: Bool) {
        let counted: CELValue? = if case .kept(let id) = metric.subject { .text(id) } else { nil }
        self.init(
            .metric, name: standard.id, range: standard.range,
            Self.words(standard).merging([
                "measure": .text(metric.name), "of": counted, "per": Self.list(metric.key.parts.map(\.text)),
                "period": .text(metric.period.text), "has_goal": .bool(metric.bound != nil),
                "is_related": .bool(isRelated),
                "sample": .int(Int64(metric.sampleMin)),
            ]) { own, _ in own })
    }

    private init(_ field: FieldDefinition, of owner: String, _ kind: String) {
        self.init(
            .field, name: field.name, range: field.range,
            [
                "title": field.title.map { .text($0.text) }, "locales": Self.list(field.title?.locales ?? []),
                "owner": .text(owner), "kind": .text(kind), "type": .text(field.type.text),
                "private": .bool(field.isPrivate), "fixed": .bool(field.isFixed),
                "has_default": .bool(field.defaultValue != nil),
                "has_bounds": .bool(field.minimum != nil || field.maximum != nil),
            ])
    }

    private static func words(_ standard: Standard) -> [String: CELValue?] {
        [
            "title": standard.title.map { .text($0.text) }, "because": standard.because.map { .text($0.text) },
            "source": standard.source.map { .text($0.text) }, "owner": standard.owner.map { .text($0) },
            "locales": list(standard.title?.locales ?? []),
        ]
    }

    private static func list(_ texts: [String]) -> CELValue { .list(CELList(texts.map { .text($0) })) }
}

/// What a standard's body is made of, for standards about standards.
private struct Shape {
    let hasLimit: Bool
    let hasUnit: Bool
    let clauseCount: Int

    init(_ standard: Standard) {
        switch standard.body {
        case .require(let condition), .forbid(let condition):
            let limits = condition.expressions.flatMap { Self.limits($0.checked, $0.checked.root) }
            hasLimit = !limits.isEmpty
            hasUnit = limits.contains { $0 != .int && $0 != .string && $0 != .scalar("decimal") }
            clauseCount = Self.clauses(condition)
        case .allowance(let allowance):
            hasLimit = allowance.steps.contains { $0.bound.limit != nil }
            hasUnit = hasLimit && (allowance.type != .int && allowance.type != .decimal)
            clauseCount = allowance.steps.count
        case .timeline(let rule):
            hasLimit = rule.limitText != nil || rule.leastAge != nil
            hasUnit = hasLimit
            clauseCount = 1
        case .metric(let metric):
            hasLimit = metric.bound != nil
            hasUnit = hasLimit && (metric.type != .int && metric.type != .decimal)
            clauseCount = 1
        case .manual(let questions):
            hasLimit = false
            hasUnit = false
            clauseCount = questions.count
        }
    }

    private static func clauses(_ condition: Condition) -> Int {
        switch condition {
        case .expression(let expression): expression.checked.conjuncts.count
        case .all(let clauses, _), .any(let clauses, _): clauses.map { Self.clauses($0.condition) }.reduce(0, +)
        case .not(let inner, _): clauses(inner)
        }
    }

    /// The types of what is compared by size.
    private static func limits(_ checked: CELCheckedExpression, _ node: CELExpression) -> [CELType] {
        let inner = node.children.flatMap { limits(checked, $0) }
        switch node.calledOperator {
        case .less, .lessOrEqual, .greater, .greaterOrEqual: return [checked.type(of: node.children[0])] + inner
        default: return inner
        }
    }
}

extension Consequence {
    /// The word under `otherwise`.
    fileprivate var name: String {
        switch self {
        case .deny: "deny"
        case .justify: "justify"
        case .escalate: "escalate"
        case .note: "note"
        }
    }
}
