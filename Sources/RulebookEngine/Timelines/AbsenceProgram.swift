import CEL
import RulebookModel

/// A demand that no clock runs, made ready to run on the events that are forbidden then.
final class AbsenceProgram: Sendable {
    let clock: ClockProgram
    /// The slot that holds the time of the trigger of the latest clock that runs; null where none does.
    let slot: Int
    /// The slot of the event's time.
    private let now: Int

    init(clock: ClockProgram, slot: Int, now: Int) {
        self.clock = clock
        self.slot = slot
        self.now = now
    }

    /// The time of the latest trigger whose clock runs at the event whose facts lie in a frame; null where none does.
    func read(_ frame: CELFrame, _ state: TimelineState?) -> CELValue {
        guard let state else { return .unknown(CELUnknown(CELAttributePath(["what happened before"]))) }
        let key: StateKey
        switch clock.key(frame) {
        case .success(let found): key = found
        case .failure(let missing): return .unknown(missing.unknown)
        }
        guard case .timestamp(let time) = frame[now] else { return frame[now] }
        // What ends with the life of its key is over with it, whether or not somebody noted that.
        let isOver = clock.isEndless && !clock.lives.isEmpty && !state.lives.isUnderWay(clock.lives, key, at: time)
        let running = isOver ? [] : state.clocks.clocks(clock.index, key).filter { !$0.isOver(at: time) }
        // What certainly runs decides; else what may run leaves it open.
        if let certain = running.last(where: { $0.doubt == nil && $0.gap == nil }) {
            return certain.trigger.time.map(CELValue.timestamp) ?? .null
        }
        guard let doubtful = running.last else {
            return clock.lack(key, at: time, frame, state).map(CELValue.unknown) ?? .null
        }
        return .unknown(doubtful.doubt ?? doubtful.gap ?? CELUnknown([]))
    }

    /// Whether it is kept.
    func evaluate(_ frame: CELFrame) -> CELTruth {
        switch frame[slot] {
        case .null: .true
        case .unknown(let unknown): .unknown(unknown)
        default: .false
        }
    }
}
