import CEL
import RulebookModel

/// Finds the comparisons that a field can tip.
struct ThresholdFinder {
    let compiled: CompiledRulebook
    let slot: Int

    /// The comparisons in everything that is run on a type of event.
    func thresholds(in program: EventProgram) -> [Threshold] {
        var found: [Threshold] = []
        for standard in program.standards {
            if case .allowance(let allowance) = standard.body { add(allowance, &found) }
            for expression in standard.expressions where expression.slots.contains(slot) {
                var hasLoop = false
                visit(expression.source.checked.root, of: expression, hasLoop: &hasLoop, &found)
                if hasLoop { addListed(expression, &found) }
            }
        }
        return found
    }

    private func add(_ allowance: AllowanceProgram, _ found: inout [Threshold]) {
        for step in allowance.steps {
            switch step.bound {
            case .upTo(let limit), .under(let limit): add(allowance, limit, &found)
            case .unlimited: break
            }
        }
    }

    private func add(_ allowance: AllowanceProgram, _ limit: AllowanceProgram.LimitProgram, _ found: inout [Threshold])
    {
        let measure = ExpressionSide(allowance)
        let right: ExpressionSide
        switch limit {
        case .value(let value): right = ExpressionSide(constant: value)
        case .expression(let expression):
            right = ExpressionSide(program: expression.program, slots: Set(expression.slots))
        }
        guard measure.slots.contains(slot) || right.slots.contains(slot) else { return }
        found.append(
            Threshold(
                left: measure, right: right, rightReads: right.slots.contains(slot),
                isDirect: allowance.memory == nil && allowance.operand.map { isField($0.source.checked.root) } ?? false)
        )
    }

    /// What a loop compares with its elements cannot be computed by itself, so every number in the lists that the
    /// expression reads counts as a limit.
    private func addListed(_ expression: ExpressionProgram, _ found: inout [Threshold]) {
        for other in expression.slots where other != slot {
            guard case .list = compiled.slots.slots[other].type else { continue }
            found.append(
                Threshold(
                    left: ExpressionSide(constant: .null), right: ExpressionSide(slot: other), rightReads: false,
                    isDirect: true))
        }
    }

    private func visit(
        _ node: CELExpression, of expression: ExpressionProgram, hasLoop: inout Bool, _ found: inout [Threshold]
    ) {
        if let operation = node.calledOperator, Self.comparisons.contains(operation),
            case .call(_, _, let arguments) = node.kind, arguments.count == 2,
            let left = compiled.plan(arguments[0], of: expression),
            let right = compiled.plan(arguments[1], of: expression)
        {
            let leftReads = left.slots.contains(slot)
            let rightReads = right.slots.contains(slot)
            if leftReads {
                found.append(
                    Threshold(
                        left: left, right: right, rightReads: rightReads,
                        isDirect: isField(arguments[0])))
            } else if rightReads, operation != .in {
                found.append(
                    Threshold(
                        left: right, right: left, rightReads: false, isDirect: isField(arguments[1])))
            }
        }
        if case .comprehension = node.kind { hasLoop = true }
        for child in node.children { visit(child, of: expression, hasLoop: &hasLoop, &found) }
    }

    private func isField(_ node: CELExpression) -> Bool {
        guard case .select(let operand, let field) = node.kind, case .identifier("event", _) = operand.kind else {
            return false
        }
        return compiled.slotPaths[slot].names == ["event", field]
    }

    private static let comparisons: Set<CELOperator> = [
        .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .in,
    ]
}
