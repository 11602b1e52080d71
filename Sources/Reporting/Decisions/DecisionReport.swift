public import RulebookEngine
public import RulebookModel

/// A decision with everything that people and programs are told about it; renderers give it a form.
public struct DecisionReport: Sendable {
    /// The decision.
    public let decision: Decision
    /// The rulebook that it was made by.
    public let rulebook: Rulebook
    /// What each standard said that could apply, in order of id.
    public let explanations: [Explanation]
    /// What may be done instead; nil where nobody looked.
    public let offers: CounterOffers?
    /// What the event obliges to, once it has happened.
    public let duties: [DutyReport]

    /// Gathers what there is to say about a decision.
    ///
    /// - Parameters:
    ///   - decision: the decision.
    ///   - explainer: an explainer of the rulebook that decided.
    ///   - offers: what may be done instead, where somebody looked for it.
    ///   - rulebook: the rulebook that decided.
    public init(
        _ decision: Decision, explainer: Explainer, offers: CounterOffers? = nil, rulebook: Rulebook
    ) {
        self.decision = decision
        self.rulebook = rulebook
        self.offers = offers
        duties = decision.duties.map { duty in
            DutyReport(
                standard: rulebook.standards[duty.standard], deadline: duty.deadline, message: explainer.message(duty))
        }
        let all = explainer.explain(decision)
        explanations = all.contains { $0.status == .notApplicable } ? all.filter { $0.status != .notApplicable } : all
    }

    /// What the standards said that decide, the most restrictive first, then in order of id.
    public var deciding: [Explanation] {
        explanations.filter { $0.standard.force == .must }.enumerated().sorted { left, right in
            let restrictiveness = (left.element.effect.outcome, right.element.effect.outcome)
            if restrictiveness.0 != restrictiveness.1 { return restrictiveness.0 > restrictiveness.1 }
            return left.offset < right.offset
        }.map(\.element)
    }

    /// What the standards said that only advise, in order of id.
    public var advice: [Explanation] { explanations.filter { $0.standard.force == .should } }

    /// The recognition that was earned, in order of id.
    public var recognition: [Explanation] {
        explanations.filter { $0.standard.force == .may && $0.status == .met }
    }

    /// What is still needed before the action may go ahead: a reason first, then approvals from the lowest role up.
    ///
    /// Empty where it may go ahead already, and where nothing that somebody gives would let it.
    public var needs: [DecisionNeed] { DecisionNeed.needs(of: self) }

    /// The words that go with a permit, for a language; empty where there is none.
    public func wordsToSay(locale: String?) -> [String] {
        guard decision.outcome <= .justify else { return [] }
        let speaking = explanations.filter { explanation in
            switch explanation.status {
            case .met, .discretion: true
            case .missed: explanation.effect == .justify
            case .excused, .pending, .undetermined, .notApplicable: false
            }
        }
        return texts(of: speaking, locale) { $0.say }
    }

    /// The words for the customer that failing standards bring along, for a language.
    public func wordsInstead(locale: String?) -> [String] {
        var seen: Set<String> = []
        return explanations.filter { $0.effect != .allow && $0.status != .undetermined }.flatMap(\.instead)
            .map { $0.text(in: locale) }.filter { seen.insert($0).inserted }
    }

    /// Texts of standards, each once.
    private func texts(
        of explanations: [Explanation], _ locale: String?, _ text: (Standard) -> LocalizedText?
    ) -> [String] {
        var seen: Set<String> = []
        return explanations.compactMap { text($0.standard)?.text(in: locale) }.filter { seen.insert($0).inserted }
    }
}

extension LocalizedText {
    /// The text for a language, or the first one written where no language is asked for.
    func text(in locale: String?) -> String { locale.map(text(for:)) ?? text }
}
