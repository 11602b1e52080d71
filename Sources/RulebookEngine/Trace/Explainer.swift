import CEL
import RulebookModel
import SourceText

/// Renders the trace of decisions: which clause decided, with which values.
///
/// A decision keeps only the facts that were read; the clauses are evaluated again when somebody asks why.
public final class Explainer {
    /// What stands for the value of a private fact.
    public static let mask = "•••"

    private let compiled: CompiledRulebook
    private let frame: CELFrame
    private let roles: [String]
    private let now: Int

    /// Makes an explainer for decisions of a compiled rulebook; one a thread.
    public init(_ compiled: CompiledRulebook) {
        self.compiled = compiled
        frame = CELFrame(compiled.slots)
        roles = compiled.rulebook.vocabulary.roles
        now = compiled.slotPaths.firstIndex { $0.names == ["now"] } ?? 0
    }

    /// Explains every standard of a decision that has something to say, in order of id.
    public func explain(_ decision: Decision) -> [Explanation] {
        decision.results.compactMap { explain($0, of: decision) }
    }

    /// Explains one standard's word.
    public func explain(_ result: StandardResult, of decision: Decision) -> Explanation? {
        guard let program = compiled.program(for: decision.event.type),
            let standard = program.standards.first(where: { $0.index == result.standard }),
            decision.facts.count == compiled.slotCount
        else { return nil }
        for (slot, value) in decision.facts.enumerated() { frame[slot] = value }
        let clauses = decidingClauses(of: standard, status: result.status)
        return Explanation(
            standard: compiled.rulebook.standards[result.standard], status: result.status, effect: result.effect,
            message: message(standard, result: result, clauses: clauses), clauses: clauses,
            missing: result.status == .undetermined ? missing(standard) : [])
    }

    // MARK: Clauses

    private func decidingClauses(of standard: StandardProgram, status: FindingStatus) -> [Explanation.ClauseTrace] {
        if status == .excused { return standard.unless.map { leaves($0, label: nil, wanted: { $0 == .true }) } ?? [] }
        if status == .undetermined {
            let parts = standard.alternatives + [standard.when, standard.unless].compactMap { $0 } + bodies(standard)
            return parts.flatMap { part in
                leaves(part, label: nil) { truth in
                    if case .unknown = truth { return true }
                    return false
                }
            }
        }
        let isKept = status == .met
        switch standard.body {
        case .require(let condition):
            return leaves(condition, label: nil) { truth in isKept || truth != .true }
        case .forbid(let condition):
            return leaves(condition, label: nil) { truth in isKept || truth != .false }
        case .allowance(let allowance): return [trace(allowance.measure, label: nil)]
        case .manual: return []
        }
    }

    private func bodies(_ standard: StandardProgram) -> [ConditionProgram] {
        switch standard.body {
        case .require(let condition), .forbid(let condition): [condition]
        case .allowance(let allowance): [.expression(allowance.measure)] + allowance.limits.map(ConditionProgram.expression)
        case .manual: []
        }
    }

    /// The smallest clauses whose truth is wanted; a labelled clause is never split.
    private func leaves(
        _ condition: ConditionProgram, label: String?, wanted: (CELTruth) -> Bool
    ) -> [Explanation.ClauseTrace] {
        switch condition {
        case .expression(let expression):
            return wanted(Self.truth(of: expression, frame)) ? [trace(expression, label: label)] : []
        case .all(let clauses), .any(let clauses):
            return clauses.flatMap { clause in
                clause.label == nil
                    ? leaves(clause.program, label: label, wanted: wanted)
                    : wanted(clause.program.evaluate(frame)) ? [trace(clause)] : []
            }
        case .not(let inner):
            return leaves(inner, label: label) { wanted($0.negated) }
        }
    }

    private static func truth(of expression: ExpressionProgram, _ frame: CELFrame) -> CELTruth {
        switch expression.program.evaluate(frame) {
        case .bool(let value): value ? .true : .false
        case .unknown(let unknown): .unknown(unknown)
        case .error(let error): .error(error)
        default: .true
        }
    }

    private func trace(_ clause: ClauseProgram) -> Explanation.ClauseTrace {
        let expressions = clause.program.expressions
        let place = expressions.first.map { first in
            expressions.dropFirst().reduce(first.source.range) { $0.union($1.source.range) }
        }
        return Explanation.ClauseTrace(
            label: clause.label, text: expressions.map(\.source.source).joined(separator: "; "),
            place: place ?? compiled.rulebook.files[0].wholeRange, facts: facts(of: expressions))
    }

    private func trace(_ expression: ExpressionProgram, label: String?) -> Explanation.ClauseTrace {
        Explanation.ClauseTrace(
            label: label, text: expression.source.source.trimmedLines, place: expression.source.range,
            facts: facts(of: [expression]))
    }

    private func facts(of expressions: [ExpressionProgram]) -> [Explanation.FactReading] {
        var readings: [String: String] = [:]
        for expression in expressions {
            for slot in expression.slots {
                let path = compiled.slotPaths[slot]
                readings[path.description] = text(of: frame[slot], path: path)
            }
            for name in expression.settingNames {
                guard readings["settings.\(name)"] == nil,
                    let setting = compiled.rulebook.settings.first(where: { $0.name == name }),
                    case .constant(let value) = setting.content, case .value = setting.type
                else { continue }
                readings["settings.\(name)"] = value.factText(roles: roles)
            }
        }
        return readings.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) }
    }

    private func text(of value: CELValue, path: CELAttributePath) -> String {
        compiled.privatePaths.contains(path) && value.isKnown ? Self.mask : value.factText(roles: roles)
    }

    // MARK: Messages

    private func message(
        _ standard: StandardProgram, result: StandardResult, clauses: [Explanation.ClauseTrace]
    ) -> String {
        switch result.status {
        case .excused: return "excused: \(Self.list(clauses.map(\.title)))"
        case .undetermined: return "not known: \(Self.list(missing(standard)))"
        case .notApplicable, .pending: return "does not apply"
        case .met, .missed, .discretion: break
        }
        if case .allowance(let allowance) = standard.body { return ladder(allowance, status: result.status) }
        switch result.status {
        case .met: return clauses.count == 1 ? "`\(clauses[0].title)` holds" : "every clause holds"
        default:
            let verb = if case .forbid = standard.body { "holds, and must not" } else { "does not hold" }
            let errors = clauses.isEmpty ? "the condition \(verb)" : "\(Self.list(clauses.map { "`\($0.title)`" })) \(verb)"
            return result.status == .discretion ? errors + "; within discretion" : errors
        }
    }

    private func missing(_ standard: StandardProgram) -> [String] {
        guard let evaluation = standard.evaluate(frame, now: now, roles: RoleRanks(roles: roles)) else { return [] }
        var paths: Set<String> = []
        var truths = [evaluation.applies, evaluation.excused]
        if case .unknown(let unknown) = evaluation.body { truths.append(.unknown(unknown)) }
        for case .unknown(let unknown) in truths { paths.formUnion(unknown.paths.map(\.description)) }
        return paths.sorted()
    }

    private func ladder(_ allowance: AllowanceProgram, status: FindingStatus) -> String {
        let measured = allowance.measure.program.evaluate(frame).factText(roles: roles)
        let steps = allowance.steps.map { step in
            let reach =
                switch step.bound {
                case .upTo(let limit): "up to \(limit.evaluate(frame).factText(roles: roles))"
                case .under(let limit): "under \(limit.evaluate(frame).factText(roles: roles))"
                case .unlimited: "anything more"
                }
            return switch step.need {
            case .nothing: "\(reach) is within the policy"
            case .reason: "\(reach) needs a reason"
            case .approval(let role): "\(reach) needs the approval of a \(role)"
            }
        }
        return "`\(allowance.measure.source.source.trimmedLines)` is \(measured): \(steps.joined(separator: ", "))"
    }

    private static func list(_ parts: [String]) -> String {
        parts.isEmpty ? "nothing" : parts.prefix(5).joined(separator: ", ")
            + (parts.count > 5 ? ", and \(parts.count - 5) more" : "")
    }
}

extension AllowanceProgram {
    /// The limits that are computed.
    var limits: [ExpressionProgram] {
        steps.compactMap { step in
            switch step.bound {
            case .upTo(.expression(let limit)), .under(.expression(let limit)): limit
            default: nil
            }
        }
    }
}

extension ExpressionProgram {
    /// The settings that the expression names, in order of name.
    var settingNames: [String] {
        var names: Set<String> = []
        func visit(_ node: CELExpression) {
            if case .select(let operand, let field) = node.kind, case .identifier("settings", _) = operand.kind {
                names.insert(field)
            }
            for child in node.children { visit(child) }
        }
        visit(source.checked.root)
        return names.sorted()
    }
}

extension String {
    /// The text on one line.
    fileprivate var trimmedLines: String {
        split(whereSeparator: \.isNewline).map { line in
            String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: " ")
    }
}
