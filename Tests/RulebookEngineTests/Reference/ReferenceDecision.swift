import Foundation

/// What an event comes to, by the reference evaluator.
struct ReferenceDecision: Equatable {
    var outcome = "allow"
    var approver: String?
    var missing: Set<String> = []
    /// What each standard said, by id; those that did not apply are left out.
    var statuses: [String: String] = [:]

    private static let order = ["allow", "justify", "escalate", "undetermined", "deny"]

    /// How restrictive an outcome is.
    static func rank(_ outcome: String) -> Int { order.firstIndex(of: outcome) ?? -1 }
}

extension ReferenceEvaluator {
    private enum Effect: Equatable {
        case allow, justify, undetermined, deny
        case escalate(Int)

        var outcome: String {
            switch self {
            case .allow: "allow"
            case .justify: "justify"
            case .escalate: "escalate"
            case .undetermined: "undetermined"
            case .deny: "deny"
            }
        }
    }

    private enum BodyResult {
        case met, failed
        case needs(ReferenceStandard.Need)
        case missing(Set<String>)
    }

    /// Decides the event.
    func decide() -> ReferenceDecision {
        guard case .text(let type)? = event["type"] else { return ReferenceDecision() }
        if seconds != nil, inForce(rulebook.effective) != .yes {
            return ReferenceDecision(
                outcome: "undetermined", missing: ["a rulebook in force at the event's time"])
        }
        var decision = ReferenceDecision()
        var effects: [Effect] = []
        for standard in rulebook.standards where standard.pattern.types.contains(type) {
            guard let (status, effect, missing) = judge(standard, type: type) else { continue }
            if status != "not_applicable" { decision.statuses[standard.id] = status }
            guard standard.force == "must" else { continue }
            if case .note = standard.otherwise { continue }
            effects.append(effect)
            decision.missing.formUnion(missing)
        }
        let isAction = rulebook.actions.contains { $0.name == type }
        if isAction, !isListed(type) {
            switch rulebook.unlisted {
            case .deny: effects.append(.deny)
            case .justify: effects.append(hasReason ? .allow : .justify)
            case .note: break
            case .escalate(let role): effects.append(approval(role))
            }
        }
        let outcomes = effects.map(\.outcome) + ["allow"]
        decision.outcome = outcomes.max { ReferenceDecision.rank($0) < ReferenceDecision.rank($1) } ?? "allow"
        if decision.outcome != "undetermined" { decision.missing = [] }
        if decision.outcome == "escalate" {
            let ranks = effects.compactMap { if case .escalate(let rank) = $0 { rank } else { nil } }
            decision.approver = ranks.max().map { rulebook.roles[$0] }
        }
        return decision
    }

    private func isListed(_ type: String) -> Bool {
        rulebook.standards.contains { standard in
            if case .manual = standard.body { return false }
            return standard.pattern.types.contains(type)
        }
    }

    // MARK: Who acts

    private var actorRank: Int? {
        if case .value(.role(_, let rank)) = fact(["agent", "role"]) { rank } else { nil }
    }

    /// The rank of somebody else who approved and who outranks the actor, as far as anybody knows.
    private var backing: Int? {
        guard case .text(let by)? = event["approval"]?["by"], case .text(let role)? = event["approval"]?["role"],
            let rank = rulebook.roles.firstIndex(of: role), fact(["agent", "id"]) != .value(.text(by))
        else { return nil }
        if let actorRank, rank <= actorRank { return nil }
        return rank
    }

    /// A reason was given, or somebody above approved, which does for one.
    private var hasReason: Bool { reason != nil || backing != nil }

    private func approval(_ role: String) -> Effect {
        let needed = rulebook.roles.firstIndex(of: role) ?? 0
        if let backing, backing >= needed { return .allow }
        if let actorRank, actorRank >= needed { return hasReason ? .allow : .justify }
        return .escalate(needed)
    }

    // MARK: One standard

    private func inForce(_ period: (from: String?, until: String?)) -> ReferenceTruth {
        func start(_ day: String?) -> Int64? {
            day.flatMap { ISO8601DateFormatter().date(from: "\($0)T00:00:00Z") }.map { Int64($0.timeIntervalSince1970) }
        }
        if period.from == nil, period.until == nil { return .yes }
        return isBetween(start(period.from), start(period.until))
    }

    private func applies(_ standard: ReferenceStandard, type: String) -> ReferenceTruth {
        var parts = [inForce(standard.effective)]
        parts += standard.scope.map { among(fact($0.path), $0.values) }
        parts.append(
            .any(
                standard.pattern.alternatives.filter { $0.type == type }
                    .map { .all($0.conditions.map { truth($0) }) }))
        if let when = standard.when { parts.append(truth(when)) }
        return .all(parts)
    }

    private func judge(
        _ standard: ReferenceStandard, type: String
    ) -> (status: String, effect: Effect, missing: Set<String>)? {
        let applies = applies(standard, type: type)
        if applies == .no { return nil }
        let excused = standard.unless.map { truth($0) } ?? .no
        if excused == .yes { return ("excused", .allow, []) }
        var missing: Set<String> = []
        if case .missing(let names) = applies { missing.formUnion(names) }
        if case .missing(let names) = excused { missing.formUnion(names) }
        let body = body(of: standard)
        switch body {
        case .met: return ("met", .allow, [])
        case .missing(let names):
            return standard.force == "may"
                ? ("not_applicable", .allow, []) : ("undetermined", .undetermined, missing.union(names))
        case .failed, .needs:
            if standard.force == "may" { return ("not_applicable", .allow, []) }
            if !missing.isEmpty { return ("undetermined", .undetermined, missing) }
        }
        let effect: Effect
        switch body {
        case .needs(.nothing), .met, .missing: effect = .allow
        case .needs(.reason): effect = hasReason ? .allow : .justify
        case .needs(.approval(let role)): effect = approval(role)
        case .failed:
            switch standard.otherwise {
            case .deny: effect = .deny
            case .justify: effect = hasReason ? .allow : .justify
            case .escalate(let role): effect = approval(role)
            case .note: return ("missed", .allow, [])
            }
        }
        return (effect == .allow ? "discretion" : "missed", effect, [])
    }

    private func body(of standard: ReferenceStandard) -> BodyResult {
        switch standard.body {
        case .require(let condition): return judge(truth(condition))
        case .forbid(let condition): return judge(truth(condition).opposite)
        case .manual(let labels):
            return .missing(Set(labels.map { $0.isEmpty ? "attested answer" : "attested answer to \($0)" }))
        case .allowance(let measure, let steps):
            let measured: ReferenceValue
            switch value(measure) {
            case .value(let value): measured = value
            case .missing(let names): return .missing(names)
            case .failed: return .failed
            }
            for step in steps {
                if let bound = step.bound {
                    switch value(bound.limit) {
                    case .missing(let names): return .missing(names)
                    case .failed: return .failed
                    case .value(let limit):
                        guard let order = ReferenceArithmetic.order(measured, limit) else { return .failed }
                        guard order < 0 || (order == 0 && bound.isIncluded) else { continue }
                    }
                }
                if case .nothing = step.need { return .met }
                return .needs(step.need)
            }
            return .failed
        }
    }

    private func judge(_ truth: ReferenceTruth) -> BodyResult {
        switch truth {
        case .yes: .met
        case .no, .failed: .failed
        case .missing(let names): .missing(names)
        }
    }
}
