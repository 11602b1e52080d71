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

    init(expected: MeasureProgram, since: MeasureProgram?, freshness: DeadlineProgram?) {
        self.expected = expected
        self.since = since
        self.freshness = freshness
    }

    /// Everything in it that reads facts.
    var expressions: [ExpressionProgram] { [freshness, expected.leastAge].compactMap { $0 }.flatMap(\.expressions) }

    /// The slots in which it looks.
    var slots: [Int] { [expected.slot] + [since?.slot].compactMap { $0 } }

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
    func evaluate(_ frame: CELFrame) -> CELTruth {
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
        let isAfter = CELTruth.of(time, isNotBefore: since.map { frame[$0.slot] } ?? .null)
        return isAfter.conjoined(with: freshness?.isFresh(time, frame) ?? .true)
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
