import CEL
import RulebookEngine
import RulebookModel
import SourceText

/// Judges the parts of a rulebook by standards about them: the house's own, or those of another rulebook.
struct HouseRules {
    private let house: Rulebook

    /// Takes the standards of a rulebook that are about parts of rulebooks.
    init(_ house: Rulebook) { self.house = house }

    /// What a rulebook's parts do not keep, each as loud as the house rule is severe.
    func findings(in rulebook: Rulebook) -> [Diagnostic] {
        guard house.standards.contains(where: \.isAboutRulebooks) else { return [] }
        let decider = CompiledRulebook(house).makeDecider()
        return RulebookPartFacts.all(of: rulebook).flatMap { part -> [Diagnostic] in
            guard let decision = decider.decide(part.part.rawValue, assuming: part.facts) else { return [] }
            return decision.results.compactMap { result in
                diagnostic(of: part, by: house.standards[result.standard], result.status)
            }
        }
    }

    private func diagnostic(of part: RulebookPartFacts, by rule: Standard, _ status: FindingStatus) -> Diagnostic? {
        let fault: String
        switch status {
        case .missed, .discretion: fault = "does not keep"
        case .undetermined: fault = "says too little to be judged by"
        case .met, .excused, .pending, .notApplicable: return nil
        }
        let words = rule.title.map { ": \($0.text)" } ?? ""
        var help = rule.because?.text
        if case .words(let instead)? = rule.instead { help = instead.text }
        return Diagnostic(
            code: .houseRule, severity: severity(of: rule), message: "`\(part.name)` \(fault) `\(rule.id)`\(words)",
            range: part.range, labels: [.init(range: rule.range, message: "the house rule")], help: help)
    }

    private func severity(of rule: Standard) -> Diagnostic.Severity {
        guard rule.force == .must else { return .advice }
        switch rule.severity {
        case .minor: return .advice
        case .major: return .warning
        case .critical: return .error
        }
    }
}

extension Standard {
    /// Whether it is about parts of rulebooks, and so never about what agents do.
    var isAboutRulebooks: Bool { pattern.types.allSatisfy { RulebookPart(rawValue: $0) != nil } }
}
