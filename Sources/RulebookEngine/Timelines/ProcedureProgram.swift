import CEL
import RulebookModel

/// A procedure made ready to run.
final class ProcedureProgram: Sendable {
    /// Its place in the state.
    let index: Int
    let order: Procedure.Order
    let stepCount: Int
    /// What it is, for what nobody knows of it.
    let title: String
    let keySlots: [Int]
    /// What says how long what lies under the key lives.
    let lives: [KeyLife]
    /// The slot of the event's time.
    private let now: Int
    /// The slot that holds how far it has come: the steps seen, a bit each, or one more than the latest step.
    let slot: Int
    /// The clock that runs until it is complete; nil where it has no end.
    let clock: ClockProgram?

    init(
        index: Int, order: Procedure.Order, stepCount: Int, title: String, keySlots: [Int],
        lives: [KeyLife], slot: Int, clock: ClockProgram?, now: Int
    ) {
        self.title = title
        self.lives = lives
        self.now = now
        self.index = index
        self.order = order
        self.stepCount = stepCount
        self.keySlots = keySlots
        self.slot = slot
        self.clock = clock
    }

    /// All steps, a bit each.
    var complete: UInt64 { (1 << UInt64(stepCount)) - 1 }

    /// How far it has come before the event whose facts lie in a frame.
    func read(_ frame: CELFrame, _ state: TimelineState?) -> CELValue {
        guard let state else { return .unknown(CELUnknown(CELAttributePath(["what happened before"]))) }
        switch StateKey.read(keySlots, frame) {
        case .failure(let missing): return .unknown(missing.unknown)
        case .success(let key):
            let time: CELTimestamp? = if case .timestamp(let instant) = frame[now] { instant } else { nil }
            let tally = state.procedure(self, key, at: time)
            if let gap = tally.gap { return .unknown(gap) }
            if let lack = lack(tally, state), order == .relative || !tally.isPositionKnown { return .unknown(lack) }
            switch order {
            case .relative: return .int(Int64(bitPattern: tally.seen))
            case .strict: return .int(Int64((tally.position ?? -1) + 1))
            }
        }
    }

    /// What nobody knows of how far it has come, because earlier steps may be missing from the log.
    func lack(_ tally: ProcedureTally, _ state: TimelineState) -> CELUnknown? {
        guard let beginning = state.beginning, !tally.isWhole else { return nil }
        return beginning.unknown(title)
    }

    /// Whether a step may come now.
    func mayCome(_ step: Int, _ frame: CELFrame) -> CELTruth {
        switch frame[slot] {
        case .int(let reached):
            let isInOrder =
                switch order {
                case .relative:
                    UInt64(bitPattern: reached) & before(step) == before(step)
                // The first step begins it anew once it is over.
                case .strict: Int(reached) == step || (step == 0 && Int(reached) == stepCount)
                }
            return isInOrder ? .true : .false
        case .unknown(let unknown): return step == 0 && order == .relative ? .true : .unknown(unknown)
        default: return .false
        }
    }

    /// The steps before one that have not come, or of a strict procedure the one that should come next; in order.
    func expected(before step: Int, _ frame: CELFrame) -> [Int] {
        guard case .int(let reached) = frame[slot] else { return [] }
        switch order {
        case .relative: return (0..<step).filter { UInt64(bitPattern: reached) & (1 << UInt64($0)) == 0 }
        case .strict: return [Int(reached) % stepCount]
        }
    }

    private func before(_ step: Int) -> UInt64 { (1 << UInt64(step)) - 1 }

    /// How far it has come with a step.
    func advance(_ tally: inout ProcedureTally, to step: Int) {
        // What was complete is begun anew by the first step.
        if step == 0, tally.seen == complete { tally.seen = 0 }
        tally.seen |= 1 << UInt64(step)
        tally.position = step
    }
}

/// A procedure as it is asked of events of one type.
struct ProcedureBody: Sendable {
    /// A step that events of the type can be.
    struct Step: Sendable {
        let index: Int
        /// Ways to be that step; none where every event of the type is.
        let alternatives: [ConditionProgram]

        /// Whether the event whose facts lie in a frame is that step.
        func matches(_ frame: CELFrame) -> CELTruth {
            var result: CELTruth = alternatives.isEmpty ? .true : .false
            for alternative in alternatives where result != .true {
                result = result.disjoined(with: alternative.evaluate(frame))
            }
            return result
        }
    }

    let program: ProcedureProgram
    let steps: [Step]

    /// Everything in it that reads facts.
    var expressions: [ExpressionProgram] { steps.flatMap { $0.alternatives.flatMap(\.expressions) } }

    /// The step that the event is: the first that may come now, else the first that it could be.
    func step(_ frame: CELFrame) -> Int? {
        let matching = steps.filter { $0.matches(frame) == .true }
        return (matching.first { program.mayCome($0.index, frame) == .true } ?? matching.first)?.index
    }

    /// Whether the event comes in order: as any of the steps that it could be.
    func evaluate(_ frame: CELFrame) -> CELTruth {
        var result = CELTruth.false
        for step in steps where result != .true {
            result = result.disjoined(with: step.matches(frame).conjoined(with: program.mayCome(step.index, frame)))
        }
        return result
    }
}
