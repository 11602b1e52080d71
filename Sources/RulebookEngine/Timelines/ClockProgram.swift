import CEL
import RulebookModel

/// A timeline that is settled by later events, made ready to run.
final class ClockProgram: Sendable {
    /// What it waits for.
    enum Kind: Sendable {
        /// An event that must come.
        case response
        /// An event that must not.
        case absence
    }

    /// Its place in the state.
    let index: Int
    /// The standard's place among the rulebook's.
    let standard: Int
    let kind: Kind
    let force: Force
    let keySlots: [Int]
    let deadline: DeadlineProgram?
    let again: TimelineRule.Again

    init(
        index: Int, standard: Int, kind: Kind, force: Force, keySlots: [Int], deadline: DeadlineProgram?,
        again: TimelineRule.Again
    ) {
        self.index = index
        self.standard = standard
        self.kind = kind
        self.force = force
        self.keySlots = keySlots
        self.deadline = deadline
        self.again = again
    }

    /// The key of the event whose facts lie in a frame.
    func key(_ frame: CELFrame) -> Result<StateKey, MissingKey> { StateKey.read(keySlots, frame) }

    /// A key as people write it, with private values masked.
    func text(_ key: StateKey, _ compiled: CompiledRulebook) -> String {
        zip(keySlots, key.values).map { slot, value in
            let path = compiled.slotPaths[slot]
            let isHidden = compiled.privacy.hides(path) || compiled.privacy.hides(value)
            let text = isHidden ? Explainer.mask : value.factText(roles: compiled.rulebook.vocabulary.roles)
            return "\(path) \(text)"
        }.joined(separator: ", ")
    }

    /// What becomes of a clock.
    func finding(_ clock: OpenClocks.Clock, _ cause: TimelineFinding.Cause) -> TimelineFinding {
        var status = status(cause)
        var missing: CELUnknown?
        // What nobody knows matters only where it could have saved the standard, or kept it from applying.
        switch (kind, status) {
        case (.response, .missed): missing = Self.union(clock.gap, clock.doubt)
        case (.absence, .met): missing = clock.gap
        default: break
        }
        if missing != nil { status = .undetermined }
        // A recognition that was not earned is nothing.
        if force == .may, status == .missed || status == .undetermined { status = .notApplicable }
        return TimelineFinding(
            standard: standard, status: status, trigger: clock.trigger, cause: cause, deadline: clock.deadline,
            missing: (missing?.paths ?? []).map(\.description).sorted())
    }

    private func status(_ cause: TimelineFinding.Cause) -> FindingStatus {
        switch (kind, cause) {
        case (.response, .answered): .met
        case (.response, .expired): .missed
        case (.response, .ended): .notApplicable
        case (.absence, .expired), (.absence, .ended): .met
        case (.absence, .answered): .missed
        case (_, .cancelled), (_, .replaced): .notApplicable
        case (_, .excused): .excused
        case (_, .unreadable): .undetermined
        case (_, .open): .pending
        }
    }

    private static func union(_ first: CELUnknown?, _ second: CELUnknown?) -> CELUnknown? {
        guard let first, let second else { return first ?? second }
        return first.merging(second)
    }
}
