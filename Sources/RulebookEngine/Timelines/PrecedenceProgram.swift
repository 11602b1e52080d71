import CEL
import RulebookModel

/// A demand that something has happened before, made ready to run.
final class PrecedenceProgram: Sendable {
    /// The time of the latest event that is expected, or the times of all that may still be of use; null where there
    /// was none.
    let expected: MeasureProgram
    /// The time of the latest event after which it must have happened.
    let since: MeasureProgram?
    let freshness: DeadlineProgram?
    /// The slot that holds from when on the log is complete; null where all that ever happened is in it.
    private let beginningSlot: Int

    init(beginningSlot: Int, expected: MeasureProgram, since: MeasureProgram?, freshness: DeadlineProgram?) {
        self.beginningSlot = beginningSlot
        self.expected = expected
        self.since = since
        self.freshness = freshness
    }

    /// Everything in it that reads facts.
    var expressions: [ExpressionProgram] { [freshness, expected.leastAge].compactMap { $0 }.flatMap(\.expressions) }

    /// The slots in which it looks.
    var slots: [Int] { [expected.slot] + [since?.slot].compactMap { $0 } }

    /// The slots that say what of them may be missing from the log.
    var lackSlots: [Int] { [beginningSlot] + [expected.lackSlot, since?.lackSlot].compactMap { $0 } }

    /// The latest event that is expected, whatever its age; nil where there was none.
    func latest(_ frame: CELFrame) -> CELTimestamp? {
        switch frame[expected.slot] {
        case .timestamp(let time): return time
        case .list(let times):
            guard case .timestamp(let time)? = times.elements.last else { return nil }
            return time
        default: return nil
        }
    }

    /// Whether it is kept.
    ///
    /// What may be missing from the log happened before the instant from which on it is complete: it could keep the
    /// standard where the latest such instant would.
    func evaluate(_ frame: CELFrame) -> CELTruth {
        let known = evaluateKnown(frame)
        guard known != .true, let slot = expected.lackSlot, case .unknown(let lack) = frame[slot],
            case .timestamp(let beginning) = frame[beginningSlot]
        else { return known }
        guard let latest = beginning.subtracting(CELDuration(nanoseconds: 1)) else { return known }
        return isKept(by: latest, frame) == .false ? known : known.disjoined(with: .unknown(lack))
    }

    private func evaluateKnown(_ frame: CELFrame) -> CELTruth {
        switch frame[expected.slot] {
        case .unknown(let unknown): .unknown(unknown)
        case .timestamp(let time): isKept(by: time, frame)
        case .list(let times): isKept(by: times.elements, frame)
        default: .false
        }
    }

    /// Of several, the latest that is old enough decides: those before it are less fresh.
    private func isKept(by times: [CELValue], _ frame: CELFrame) -> CELTruth {
        for case .timestamp(let time) in times.reversed() {
            switch expected.leastAge?.isFresh(time, frame) ?? .false {
            case .true: continue
            case .false: return isKept(by: time, frame)
            case .unknown(let unknown): return .unknown(unknown)
            case .error(let error): return .error(error)
            }
        }
        return .false
    }

    private func isKept(by time: CELTimestamp, _ frame: CELFrame) -> CELTruth {
        return isNotBeforeLatest(time, frame).conjoined(with: freshness?.isFresh(time, frame) ?? .true)
    }

    /// Whether nothing came since that it would have to follow.
    private func isNotBeforeLatest(_ time: CELTimestamp, _ frame: CELFrame) -> CELTruth {
        guard let since else { return .true }
        let isAfter = CELTruth.of(time, isNotBefore: frame[since.slot])
        guard isAfter == .true, let slot = since.lackSlot, case .unknown(let lack) = frame[slot],
            case .timestamp(let beginning) = frame[beginningSlot], time < beginning
        else { return isAfter }
        return .unknown(lack)
    }
}

extension CELTruth {
    /// Whether a time is not before another; nothing is before everything.
    fileprivate static func of(_ time: CELTimestamp, isNotBefore other: CELValue) -> CELTruth {
        switch other {
        case .timestamp(let earliest): time >= earliest ? .true : .false
        case .unknown(let unknown): .unknown(unknown)
        default: .true
        }
    }
}
