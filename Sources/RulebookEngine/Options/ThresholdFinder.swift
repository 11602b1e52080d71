import CEL
import RulebookModel

/// Finds the comparisons that a field can tip.
struct ThresholdFinder {
    let compiled: CompiledRulebook
    let slot: Int

    /// The comparisons in all the conditions that are run on a type of event.
    func thresholds(in program: EventProgram) -> [Threshold] {
        var found: [Threshold] = []
        for standard in program.standards {
            let conditions = standard.alternatives + [standard.when, standard.unless].compactMap { $0 }
            for condition in conditions { visit(condition, &found) }
            switch standard.body {
            case .require(let condition), .forbid(let condition): visit(condition, &found)
            case .allowance(let allowance): visit(allowance, &found)
            case .manual: break
            }
        }
        return found
    }

    /// The constants that the field is compared with for equality, or looked up among.
    func constants(in program: EventProgram, frame: CELFrame) -> [CELValue] {
        thresholds(in: program).flatMap { threshold -> [CELValue] in
            guard threshold.isDirect, !threshold.rightReads else { return [] }
            switch threshold.right.evaluate(frame) {
            case .list(let list): return list.elements.filter(\.isKnown)
            case let value: return value.isKnown ? [value] : []
            }
        }
    }

    private func visit(_ condition: ConditionProgram, _ found: inout [Threshold]) {
        for expression in condition.expressions where expression.slots.contains(slot) {
            visit(expression.source.checked.root, of: expression, isLocal: false, &found)
        }
    }

    private func visit(_ allowance: AllowanceProgram, _ found: inout [Threshold]) {
        for step in allowance.steps {
            guard case .upTo(let limit) = step.bound else {
                if case .under(let limit) = step.bound { add(allowance, limit, &found) }
                continue
            }
            add(allowance, limit, &found)
        }
        visit(.expression(allowance.measure), &found)
    }

    private func add(_ allowance: AllowanceProgram, _ limit: AllowanceProgram.LimitProgram, _ found: inout [Threshold]) {
        let measure = ExpressionSide(program: allowance.measure.program, slots: Set(allowance.measure.slots))
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
                isDirect: isField(allowance.measure.source.checked.root)))
    }

    /// Comparisons inside a loop read loop variables and cannot be computed by themselves; they are probed instead.
    private func visit(
        _ node: CELExpression, of expression: ExpressionProgram, isLocal: Bool, _ found: inout [Threshold]
    ) {
        if let operation = node.calledOperator, Self.comparisons.contains(operation), !isLocal,
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
        var inside = isLocal
        if case .comprehension = node.kind { inside = true }
        for child in node.children { visit(child, of: expression, isLocal: inside, &found) }
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
