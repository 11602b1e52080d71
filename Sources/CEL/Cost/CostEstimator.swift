/// Bounds what an expression costs from its tree and the greatest sizes of what it reads.
struct CostEstimator {
    private let facts: Facts
    private let sizes: [CELAttributePath: Int]
    private let limits: PatternLimits

    init(_ facts: Facts, sizes: [CELAttributePath: Int], _ limits: PatternLimits) {
        self.limits = limits
        self.facts = facts
        self.sizes = sizes
    }

    /// What is known of a part ahead of time.
    struct Estimate {
        var cost: CELCostEstimate
        /// The greatest number of bytes or elements of its value.
        var size = Int.max
        /// The greatest size of the elements of its value.
        var elementSize = Int.max
    }

    /// The greatest sizes of what local names stand for.
    private typealias Scope = [String: (size: Int, elementSize: Int)]

    func estimate(_ root: CELExpression) -> Estimate { estimate(root, [:]) }

    // The parser bounds the height of a tree, and with it the depth of these calls.
    private func estimate(_ node: CELExpression, _ scope: Scope) -> Estimate {
        if let path = facts.attributePath(of: node) {
            return Estimate(cost: CELCostEstimate(1), size: sizes[path] ?? scalarSize(of: node))
        }
        switch facts.references[node.id] {
        case .constant(let value)?: return constant(value)
        case .nothing?: return Estimate(cost: CELCostEstimate(0), size: 0, elementSize: 0)
        case .variable?, .overloads?, .message?, nil: break
        }
        switch node.kind {
        case .literal(let value): return constant(facts.conversions[node.id] ?? value)
        case .identifier(let name, _):
            let known = scope[name]
            return Estimate(
                cost: CELCostEstimate(minimum: 0, maximum: 1), size: known?.size ?? scalarSize(of: node),
                elementSize: known?.elementSize ?? .max)
        case .select(let operand, _), .presence(let operand, _):
            let inner = estimate(operand, scope)
            return Estimate(cost: inner.cost + folding(1), size: min(inner.elementSize, scalarSize(of: node)))
        case .call(let name, let target, let arguments): return call(name, target, arguments, node, scope)
        case .list(let elements, _): return collection(elements, price: 10, count: elements.count, scope)
        case .map(let entries):
            return collection(entries.flatMap { [$0.key, $0.value] }, price: 30, count: entries.count, scope)
        case .record(_, let fields):
            return collection(fields.map(\.value), price: 40, count: fields.count, scope)
        case .comprehension(let loop): return comprehension(loop, scope)
        case .binding(let binding):
            let value = estimate(binding.value, scope)
            var inner = scope
            inner[binding.variable] = binding.macro == .bind ? (value.size, value.elementSize) : (.max, .max)
            let body = estimate(binding.body, inner)
            let skipped = binding.macro == .bind ? body.cost : body.cost.or(CELCostEstimate(0))
            return Estimate(
                cost: value.cost + folding(1) + skipped, size: body.size, elementSize: body.elementSize)
        case .block(let parts, let result):
            var inner = scope
            var cost = CELCostEstimate(0)
            for (position, part) in parts.enumerated() {
                let value = estimate(part, inner)
                inner[HiddenName.index(position)] = (value.size, value.elementSize)
                cost = cost + value.cost + folding(1)
            }
            let body = estimate(result, inner)
            return Estimate(cost: cost + body.cost, size: body.size, elementSize: body.elementSize)
        }
    }

    /// A cost that folding ahead of time may spare.
    private func folding(_ cost: Int) -> CELCostEstimate { CELCostEstimate(minimum: 0, maximum: cost) }

    private func constant(_ value: CELValue) -> Estimate {
        let elementSize: Int =
            switch value {
            case .list(let list): list.elements.map(CallPrice.size).max() ?? 0
            case .map(let map): (map.keys + map.values).map(CallPrice.size).max() ?? 0
            default: 0
            }
        return Estimate(cost: CELCostEstimate(0), size: CallPrice.size(value), elementSize: elementSize)
    }

    /// The size of values of types that have none.
    private func scalarSize(of node: CELExpression) -> Int {
        switch facts.types[node.id] ?? .dyn {
        case .null, .bool, .int, .uint, .double, .timestamp, .duration, .type, .scalar: 0
        default: .max
        }
    }

    private func collection(_ parts: [CELExpression], price: Int, count: Int, _ scope: Scope) -> Estimate {
        let inner = parts.map { estimate($0, scope) }
        // Each part is counted again as an element that is made.
        let cost = inner.reduce(folding(price + parts.count)) { $0 + $1.cost }
        return Estimate(cost: cost, size: count, elementSize: inner.map(\.size).max() ?? 0)
    }

    private func comprehension(_ loop: CELComprehension, _ scope: Scope) -> Estimate {
        let range = estimate(loop.range, scope)
        var inner = scope
        for name in loop.variables { inner[name] = (range.elementSize, .max) }
        if loop.secondVariable != nil { inner[loop.variable] = (.max, .max) }
        let parts = loop.parts.map { estimate($0, inner) }
        let step = parts.reduce(1) { $0.addingSaturated($1.cost.maximum) }
        var most = range.size.multipliedSaturated(by: step)
        let makesMap = loop.macro == .transformMap || loop.macro == .transformMapEntry
        let madeCount =
            loop.macro == .transformMapEntry
            ? range.size.multipliedSaturated(by: parts.last?.size ?? 1) : range.size
        switch loop.macro {
        case .all, .exists, .existsOne: break
        case .filter, .map, .transformList, .transformMap, .transformMapEntry:
            most = most.addingSaturated(madeCount)
        }
        let elementSize = loop.macro == .filter ? range.elementSize : parts.last?.size ?? .max
        let isTruth = loop.macro == .all || loop.macro == .exists || loop.macro == .existsOne
        return Estimate(
            cost: range.cost + CELCostEstimate(minimum: 1, maximum: 1) + CELCostEstimate(minimum: 0, maximum: most),
            size: isTruth ? 0 : madeCount, elementSize: isTruth ? 0 : makesMap ? .max : elementSize)
    }

    private func call(
        _ name: String, _ target: CELExpression?, _ arguments: [CELExpression], _ node: CELExpression, _ scope: Scope
    ) -> Estimate {
        var overloads: [CELOverload] = []
        var isQualified = false
        if case .overloads(let found, let qualified)? = facts.references[node.id] {
            (overloads, isQualified) = (found, qualified)
        }
        let operands = ((isQualified ? nil : target).map { [$0] } ?? []) + arguments
        let parts = operands.map { estimate($0, scope) }
        switch CELOperator(rawValue: name) {
        case .and?, .or?:
            let least = parts.first?.cost.minimum ?? 0
            let most = parts.reduce(0) { $0.addingSaturated($1.cost.maximum) }
            return Estimate(cost: CELCostEstimate(minimum: least, maximum: most), size: 0)
        case .conditional?:
            return Estimate(
                cost: parts[0].cost + parts[1].cost.or(parts[2].cost), size: max(parts[1].size, parts[2].size),
                elementSize: max(parts[1].elementSize, parts[2].elementSize))
        default: break
        }
        let extra = overloads.reduce(0) { max($0, $1.extraCost) }
        let resultSize = resultSize(name, overloads, parts, node)
        let walked = walkedCount(name, overloads, parts, arguments)
        let most = 1.addingSaturated(extra).addingSaturated(walked).addingSaturated(resultSize)
        return Estimate(
            cost: parts.reduce(CELCostEstimate(minimum: 0, maximum: most)) { $0 + $1.cost }, size: resultSize,
            elementSize: parts.map(\.elementSize).max() ?? .max)
    }

    /// The greatest size of what a call gives.
    private func resultSize(
        _ name: String, _ overloads: [CELOverload], _ parts: [Estimate], _ node: CELExpression
    ) -> Int {
        switch CELOperator(rawValue: name) {
        case .add?: return scalarSize(of: node) == 0 ? 0 : parts.reduce(0) { $0.addingSaturated($1.size) }
        case .index?, .optionalIndex?, .optionalSelect?: return min(parts[0].elementSize, scalarSize(of: node))
        default: return scalarSize(of: node)
        }
    }

    /// The greatest size of a pattern's program: known where it is written out, else what the limits allow.
    private func patternSize(_ node: CELExpression?, _ estimate: Estimate) -> Int {
        guard case .literal(.string(let source))? = node?.kind else {
            return max(estimate.size, limits.instructionCountMax)
        }
        guard let pattern = try? LinearPattern(parsing: source.text, limits: limits) else { return source.byteCount }
        return Matching.patternSize(pattern, source)
    }

    /// What a call goes through, by the greatest sizes of its arguments.
    private func walkedCount(
        _ name: String, _ overloads: [CELOverload], _ parts: [Estimate], _ arguments: [CELExpression]
    ) -> Int {
        guard let first = parts.first, let last = parts.last else { return 0 }
        switch CELOperator(rawValue: name) {
        case .equal?, .notEqual?:
            let size = min(first.size, last.size)
            let inner = min(first.elementSize, last.elementSize)
            return inner == .max
                ? (size == 0 ? 0 : size.multipliedSaturated(by: .max)) : size.multipliedSaturated(by: inner + 1)
        case .in?: return last.size.multipliedSaturated(by: min(first.size, last.elementSize).addingSaturated(2))
        default: break
        }
        switch CallPrice(overloads) {
        case .fixed: return 0
        case .linear: return parts.reduce(0) { $0.addingSaturated($1.size) } / 10
        case .search: return (first.size / 10 + 1).multipliedSaturated(by: last.size / 10 + 1)
        case .pattern: return (first.size / 10 + 1).multipliedSaturated(by: patternSize(arguments.last, last) / 4 + 1)
        }
    }
}
