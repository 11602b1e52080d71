import CEL
import RulebookModel
package import SourceText

/// Tells which ways conditions and limits went at decisions, for those who ask what tests have tried.
///
/// Not `Sendable`: it has scratch space of its own.
package final class ConditionProbe {
    /// A condition, or a limit, that can go two ways.
    package struct Item: Sendable {
        /// What goes two ways.
        package enum Kind: Hashable, Sendable {
            /// A term that holds or does not.
            case term
            /// A limit: a value lies at it, or just on its other side.
            case limit
        }

        /// What it is.
        package let kind: Kind
        /// The standard's place among the rulebook's.
        package let standard: Int
        /// Where it stands.
        package let range: SourceRange
        /// As it was written, on one line.
        package let text: String
    }

    /// One of the two ways: a term holds, a value lies exactly at a limit; or not, or past it.
    package enum Way: Hashable, Sendable {
        /// It holds; the value is the limit.
        case first
        /// It does not hold; the value lies on the side of the limit on which the limit itself does not.
        case second
    }

    /// Everything that can go two ways, each once, in the order of the standards.
    package private(set) var items: [Item] = []

    private let compiled: CompiledRulebook
    private let frame: CELFrame
    private let now: Int
    private let terms: TermPrograms
    private var places: [Place: Int] = [:]
    private var comparisons: [ObjectIdentifier: [Comparison]] = [:]

    private struct Place: Hashable {
        let kind: Item.Kind
        let range: SourceRange
    }

    /// Two sides that are compared by size.
    private struct Comparison {
        let item: Int
        let left, right: ExpressionSide
        /// On which side of the limit the answer is the other one than at it.
        let other: FactOrder
    }

    /// Makes a probe for decisions of a compiled rulebook.
    package init(_ compiled: CompiledRulebook) {
        self.compiled = compiled
        frame = CELFrame(compiled.slots)
        now = compiled.slots.index(of: CELAttributePath(["now"])) ?? 0
        terms = TermPrograms(compiled)
        let programs = compiled.programs.flatMap(\.standards).sorted { $0.index < $1.index }
        for program in programs { list(program) }
    }

    private func list(_ program: StandardProgram) {
        let standard = compiled.rulebook.standards[program.index]
        for equality in standard.scope {
            let value = equality.texts.joined(separator: " or ")
            add(.term, program.index, equality.range, "\(equality.path.joined(separator: ".")): \(value)")
        }
        for expression in program.expressions where comparisons[ObjectIdentifier(expression)] == nil {
            var found: [Comparison] = []
            visit(expression.source.checked.root, of: expression, program.index, &found)
            comparisons[ObjectIdentifier(expression)] = found
        }
        for expression in program.conditions.flatMap(\.expressions) {
            for term in terms.of(expression) { add(.term, program.index, term.place, term.text) }
        }
        guard case .allowance(let allowance) = standard.body else { return }
        for step in allowance.steps {
            if let limit = step.bound.limit { add(.limit, program.index, limit.range, limit.range.text.onOneLine) }
        }
    }

    @discardableResult private func add(_ kind: Item.Kind, _ standard: Int, _ range: SourceRange, _ text: String) -> Int
    {
        let place = Place(kind: kind, range: range)
        if let known = places[place] { return known }
        places[place] = items.count
        items.append(Item(kind: kind, standard: standard, range: range, text: text))
        return items.count - 1
    }

    private func visit(
        _ node: CELExpression, of expression: ExpressionProgram, _ standard: Int, _ found: inout [Comparison]
    ) {
        if let sign = node.calledOperator, let other = Self.others[sign], node.children.count == 2,
            let left = compiled.plan(node.children[0], of: expression),
            let right = compiled.plan(node.children[1], of: expression)
        {
            let text = expression.source.checked.subexpression(node).text.onOneLine
            let item = add(.limit, standard, expression.source.range(of: node.range), text)
            found.append(Comparison(item: item, left: left, right: right, other: other))
        }
        for child in node.children { visit(child, of: expression, standard, &found) }
    }

    private static let others: [CELOperator: FactOrder] = [
        .less: .less, .greaterOrEqual: .less, .lessOrEqual: .greater, .greater: .greater,
    ]

    /// Tells every way that something went at a decision of the rulebook.
    package func observe(_ decision: Decision, _ note: (Int, Way) -> Void) {
        guard let program = compiled.program(for: decision.event), program.restore(decision, to: frame) else { return }
        for standard in program.standards { observe(standard, note) }
    }

    private func observe(_ program: StandardProgram, _ note: (Int, Way) -> Void) {
        for alternative in program.alternatives { observe(alternative, note) }
        guard program.alternatives.isEmpty || program.matchesPattern(frame) == .true else { return }
        let standard = compiled.rulebook.standards[program.index]
        for (test, equality) in zip(program.scope, standard.scope) {
            tell(.term, equality.range, test.evaluate(frame), note)
        }
        guard program.scope.allSatisfy({ $0.evaluate(frame) == .true }) else { return }
        if let when = program.when { observe(when, note) }
        guard program.applicability(frame, now: now) == .true else { return }
        if let unless = program.unless {
            observe(unless, note)
            if unless.evaluate(frame) == .true { return }
        }
        switch program.body {
        case .require(let condition), .forbid(let condition): observe(condition, note)
        case .allowance(let allowance): observe(allowance, of: standard, note)
        case .precedence, .absence, .interval, .procedure, .clock, .manual: break
        }
    }

    private func observe(_ condition: ConditionProgram, _ note: (Int, Way) -> Void) {
        for expression in condition.expressions {
            for term in terms.of(expression) { tell(.term, term.place, term.side.condition(frame), note) }
            observe(comparisons[ObjectIdentifier(expression)] ?? [], note)
        }
    }

    private func observe(_ comparisons: [Comparison], _ note: (Int, Way) -> Void) {
        for comparison in comparisons {
            let order = FactOrder.compare(comparison.left.evaluate(frame), comparison.right.evaluate(frame))
            if order == .equal { note(comparison.item, .first) }
            if order == comparison.other { note(comparison.item, .second) }
        }
    }

    private func observe(_ program: AllowanceProgram, of standard: Standard, _ note: (Int, Way) -> Void) {
        guard case .allowance(let allowance) = standard.body else { return }
        let measured = program.measured(frame)
        for (step, written) in zip(program.steps, allowance.steps) {
            let limit: AllowanceProgram.LimitProgram
            let other: FactOrder
            switch step.bound {
            case .upTo(let bound): (limit, other) = (bound, .greater)
            case .under(let bound): (limit, other) = (bound, .less)
            case .unlimited: continue
            }
            guard let range = written.bound.limit?.range, let item = places[Place(kind: .limit, range: range)],
                let order = FactOrder.compare(measured, limit.evaluate(frame))
            else { continue }
            if order == .equal { note(item, .first) }
            if order == other { note(item, .second) }
        }
    }

    private func tell(_ kind: Item.Kind, _ range: SourceRange, _ truth: CELTruth, _ note: (Int, Way) -> Void) {
        guard let item = places[Place(kind: kind, range: range)] else { return }
        switch truth {
        case .true: note(item, .first)
        case .false: note(item, .second)
        case .unknown, .error: break
        }
    }
}

extension StandardProgram {
    /// Everything in it that holds or does not.
    fileprivate var conditions: [ConditionProgram] {
        let own = alternatives + [when, unless].compactMap { $0 }
        switch body {
        case .require(let condition), .forbid(let condition): return own + [condition]
        default: return own
        }
    }
}
