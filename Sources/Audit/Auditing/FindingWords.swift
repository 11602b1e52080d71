import RulebookEngine
import RulebookModel

/// The words in which findings say what a standard asks for, what decided, and why.
struct FindingWords {
    /// The most clauses that a finding names.
    static let clausesMax = 5

    /// What stands for the value of a missing fact.
    static let unknown = "not known"

    let roles: [String]

    /// What a standard asks for; empty where it asks nothing.
    func text(of effect: Effect) -> String {
        switch effect {
        case .allow, .undetermined: ""
        case .justify: "justify"
        case .escalate(let ranks):
            names(ranks).isEmpty ? "escalate" : "escalate to \(names(ranks).joined(separator: " and "))"
        case .deny: "deny"
        }
    }

    private func names(_ ranks: [Int]) -> [String] { ranks.filter(roles.indices.contains).map { roles[$0] } }

    /// The clauses that decided, by their labels or conditions.
    func text(of clauses: [Explanation.ClauseTrace]) -> String {
        clauses.prefix(Self.clausesMax).map(\.title).joined(separator: "; ")
            + (clauses.count > Self.clausesMax ? "; …" : "")
    }

    /// Whether a report counts why findings of a status came about.
    func needsReason(_ status: FindingStatus) -> Bool {
        switch status {
        case .missed, .discretion, .undetermined: true
        case .met, .excused, .pending, .notApplicable: false
        }
    }

    /// Why a standard was not simply met, without the values of the single event, so that like reasons add up.
    func reason(_ explanation: Explanation, event: Event) -> String? {
        guard needsReason(explanation.status) else { return nil }
        if explanation.status == .undetermined { return explanation.message }
        guard case .allowance = explanation.standard.body else {
            let clauses = text(of: explanation.clauses)
            return clauses.isEmpty ? explanation.message : clauses
        }
        if explanation.status == .discretion {
            switch (event.hasReason, event.approval != nil) {
            case (true, true): return "past the policy, with a reason and an approval"
            case (_, true): return "past the policy, with an approval"
            default: return "past the policy, with a reason"
            }
        }
        switch explanation.effect {
        case .justify: return "past the policy, without a reason"
        case .escalate(let ranks):
            let missing = names(ranks).map { "a \($0)" }.joined(separator: " and ")
            return missing.isEmpty
                ? "past the policy, without an approval" : "past the policy, without the approval of \(missing)"
        case .deny, .allow, .undetermined: return "past the last step"
        }
    }
}
