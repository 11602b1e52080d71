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
    let function: Measure.Function
    /// The value that is taken from each event; nil where events are counted, or their times remembered.
    let operand: ExpressionProgram?
    let keySlots: [Int]
    let window: WindowProgram
    /// The figure where nothing was measured; nil where it is unknown then.
    let nothing: CELValue?

    init(
        index: Int, slot: Int, path: CELAttributePath, reservedSlot: Int? = nil, function: Measure.Function,
        operand: ExpressionProgram?,
        keySlots: [Int], window: WindowProgram, nothing: CELValue?
    ) {
        self.index = index
        self.slot = slot
        self.path = path
        self.reservedSlot = reservedSlot
        self.function = function
        self.operand = operand
        self.keySlots = keySlots
        self.window = window
        self.nothing = nothing
    }

    /// The slots that must be filled before it is read.
    var readSlots: [Int] { keySlots + [window.zoneSlot].compactMap { $0 } }

    /// The key of the event whose facts lie in a frame, or what is missing of it.
    func key(_ frame: CELFrame) -> Result<StateKey, MissingKey> { StateKey.read(keySlots, frame) }

    /// The figure just before the event whose facts lie in a frame; unknown where nobody remembers.
    func read(_ frame: CELFrame, _ state: TimelineState?) -> CELValue {
        guard let state else { return .unknown(CELUnknown(path)) }
        switch (key(frame), window.place(frame)) {
        case (.failure(let missing), _): return .unknown(missing.unknown)
        case (_, .unknown(let unknown)): return .unknown(unknown)
        case (.success(let key), .place(let place)):
            return state.tally(index, key)?.figure(function, at: place) ?? nothing ?? .unknown(CELUnknown(path))
        }
    }

    /// What reservations keep back of the figure; null where nothing is kept back, or nobody remembers.
    func readReserved(_ frame: CELFrame, _ state: TimelineState?) -> CELValue {
        // Without a key the figure itself is unknown.
        guard let state, case .success(let key) = key(frame) else { return .null }
        let time: CELTimestamp? = if case .timestamp(let now) = frame[window.now] { now } else { nil }
        return state.holds.kept(OpenHolds.Figure(measure: index, key: key), function, at: time)
    }
}
