import CEL
import RulebookModel

/// A demand that something has happened before, made ready to run.
final class PrecedenceProgram: Sendable {
    /// The time of the latest event that is expected; null where there was none.
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
    var expressions: [ExpressionProgram] { [freshness?.expression].compactMap { $0 } }

    /// The slots in which it looks.
    var slots: [Int] { [expected.slot] + [since?.slot].compactMap { $0 } }

    /// Whether it is kept.
    func evaluate(_ frame: CELFrame) -> CELTruth {
        switch frame[expected.slot] {
        case .unknown(let unknown): return .unknown(unknown)
        case .timestamp(let time):
            let isAfter = CELTruth.of(time, isNotBefore: since.map { frame[$0.slot] } ?? .null)
            return isAfter.conjoined(with: freshness?.isFresh(time, frame) ?? .true)
        default: return .false
        }
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
