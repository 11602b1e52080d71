import CEL
import RulebookModel

/// A measure made ready to run.
final class MeasureProgram: Sendable {
    /// Its place in the state.
    let index: Int
    /// The slot in which its figure lies while an event is decided.
    let slot: Int
    /// The path of that slot.
    let path: CELAttributePath
    /// The slot in which lies what reservations keep back; nil for what no reservation keeps anything back of.
    let reservedSlot: Int?
    /// The slot that says what the figure may lack because it reaches back further than the log is complete, null where
    /// it lacks nothing; nil where the figure itself is unknown then.
    let lackSlot: Int?
    let aggregation: Aggregation
    /// What is taken from each event; nil where events are counted, or their times remembered.
    let operand: OperandProgram?
    let keySlots: [Int]
    let window: WindowProgram
    /// The figure where nothing was measured; nil where it is unknown then.
    let nothing: CELValue?
    /// Where times are remembered, how old one must be to be of use: all are kept then that are not yet, and the latest
    /// that is.
    let leastAge: DeadlineProgram?
    /// Whether some events begin it anew or give back what was used, so that what happened before the log is complete
    /// says nothing: what was missed of those may have undone it.
    let takesBack: Bool

    init(
        index: Int, slot: Int, path: CELAttributePath, reservedSlot: Int? = nil, lackSlot: Int? = nil,
        aggregation: Aggregation,
        operand: OperandProgram?, keySlots: [Int], window: WindowProgram, nothing: CELValue?,
        leastAge: DeadlineProgram? = nil, takesBack: Bool = false
    ) {
        self.index = index
        self.slot = slot
        self.path = path
        self.reservedSlot = reservedSlot
        self.lackSlot = lackSlot
        self.aggregation = aggregation
        self.operand = operand
        self.keySlots = keySlots
        self.window = window
        self.nothing = nothing
        self.leastAge = leastAge
        self.takesBack = takesBack
    }

    var function: Measure.Function { aggregation.function }

    /// The slots that must be filled before it is read.
    var readSlots: [Int] { keySlots + [window.zoneSlot].compactMap { $0 } }

    /// The key of the event whose facts lie in a frame, or what is missing of it.
    func key(_ frame: CELFrame) -> Result<StateKey, MissingKey> { StateKey.read(keySlots, frame) }

    /// The times that are remembered once an event has come, where several are.
    func times(_ earlier: CELValue?, adding frame: CELFrame, now: Int) -> CELValue {
        guard let leastAge else { return frame[now] }
        var times: [CELValue] = if case .list(let list)? = earlier { list.elements } else { [] }
        times.append(frame[now])
        // A limit that is an expression may differ at the next event.
        guard leastAge.expressions.isEmpty else { return .elements(times) }
        let useless = times.dropFirst().prefix { time in
            guard case .timestamp(let instant) = time else { return false }
            return leastAge.isFresh(instant, frame) == .false
        }
        return .elements(Array(times.dropFirst(useless.count)))
    }

    /// The figure just before the event whose facts lie in a frame; unknown where nobody remembers.
    ///
    /// - Parameters:
    ///   - frame: the frame.
    ///   - state: what is remembered.
    ///   - known: the event's key, where it was read before.
    /// - Returns: the figure.
    func read(
        _ frame: CELFrame, _ state: TimelineState?, _ known: Result<StateKey, MissingKey>? = nil
    ) -> CELValue {
        guard let state else { return .unknown(CELUnknown(path)) }
        switch known ?? key(frame) {
        case .failure(let missing): return .unknown(missing.unknown)
        case .success(let key):
            switch window.place(frame, key, state) {
            case .unknown(let unknown): return .unknown(unknown)
            case .place(let place):
                let figure = state.figure(self, key, at: place)
                if lackSlot == nil, !isDecided(figure), let lack = lack(frame, key, at: place, state) {
                    return .unknown(lack)
                }
                return figure ?? nothing ?? .unknown(CELUnknown(path))
            }
        }
    }

    /// Whether nothing that is missing from the log could change a figure, whatever the window.
    private func isDecided(_ figure: CELValue?) -> Bool {
        guard let figure else { return false }
        return !figure.isKnown || (function == .happened && figure == .bool(true))
    }

    /// What of the figure may be missing from the log before the event whose facts lie in a frame; null where nothing is.
    func readLack(_ frame: CELFrame, _ state: TimelineState?) -> CELValue {
        // Without a key or a memory the figure itself is unknown.
        guard let state, state.beginning != nil, case .success(let key) = key(frame),
            case .place(let place) = window.place(frame, key, state)
        else { return .null }
        return lack(frame, key, at: place, state).map(CELValue.unknown) ?? .null
    }

    private func lack(
        _ frame: CELFrame, _ key: StateKey, at place: WindowPlace, _ state: TimelineState
    ) -> CELUnknown? {
        guard let beginning = state.beginning else { return nil }
        let tally = state.tally(index, key)
        guard !(tally.map { $0.isWhole && $0.epoch == place.epoch } ?? false),
            window.reaches(before: beginning.instant, frame, key, state)
        else { return nil }
        return beginning.unknown(path.description)
    }

    /// What reservations keep back of the figure; null where nothing is kept back, or nobody remembers.
    func readReserved(_ frame: CELFrame, _ state: TimelineState?) -> CELValue {
        // Without a key the figure itself is unknown.
        guard let state, !state.holds.isEmpty, case .success(let key) = key(frame) else { return .null }
        let time: CELTimestamp? = if case .timestamp(let now) = frame[window.now] { now } else { nil }
        return state.holds.kept(OpenHolds.Figure(measure: index, key: key), function, at: time)
    }
}
