import CEL
import RulebookModel

/// A ladder of steps, made ready to run.
final class AllowanceProgram: Sendable {
    /// One step.
    struct Step: Sendable {
        let bound: Bound
        let need: AllowanceStep.Need
    }

    /// How far a step reaches.
    enum Bound: Sendable {
        case upTo(LimitProgram)
        case under(LimitProgram)
        case unlimited
    }

    /// A limit, constant or computed.
    enum LimitProgram: Sendable {
        case value(CELValue)
        case expression(ExpressionProgram)

        func evaluate(_ frame: CELFrame) -> CELValue {
            switch self {
            case .value(let value): value
            case .expression(let expression): expression.program.evaluate(frame)
            }
        }
    }

    /// What this event adds.
    enum Own: Sendable {
        /// What an expression gives.
        case operand(ExpressionProgram)
        /// One, or what an expression gives, where the event is among those that are measured; else nothing.
        case occasion(MemoryUpdate.Occasion, ExpressionProgram?)
    }

    let function: Measure.Function
    let own: Own
    /// What was used before; nil where every event is measured by itself.
    let memory: MeasureProgram?
    let steps: [Step]
    /// The slots on which the figure depends, ascending.
    let measuredSlots: [Int]
    /// Those and the slots that say whose figure it is, ascending.
    let shownSlots: [Int]
    /// Whether the figure is never less than what is known of it, whatever may be missing.
    private let onlyGrows: Bool
    private let now: Int

    init(
        function: Measure.Function, own: Own, memory: MeasureProgram?, steps: [Step], onlyGrows: Bool = true, now: Int
    ) {
        self.onlyGrows = onlyGrows
        self.function = function
        self.own = own
        self.memory = memory
        self.steps = steps
        self.now = now
        var read: [ExpressionProgram] = []
        switch own {
        case .operand(let operand): read.append(operand)
        case .occasion(let occasion, let operand): read = occasion.expressions + [operand].compactMap { $0 }
        }
        let remembered = memory.map { [$0.slot] + [$0.reservedSlot].compactMap { $0 } } ?? []
        let measured = Set(read.flatMap(\.slots) + remembered)
        measuredSlots = measured.sorted()
        shownSlots = measured.union(memory?.keySlots ?? []).sorted()
    }

    /// The expression that is measured, where there is one.
    var operand: ExpressionProgram? {
        switch own {
        case .operand(let operand): operand
        case .occasion(_, let operand): operand
        }
    }

    /// Everything in it that reads facts.
    var expressions: [ExpressionProgram] {
        let occasion: [ExpressionProgram] =
            if case .occasion(let occasion, _) = own { occasion.expressions } else { [] }
        return occasion + [operand].compactMap { $0 } + limits
    }

    /// The slots of what was used before and of what is reserved.
    var rememberedSlots: [Int] {
        memory.map { [$0.slot] + [$0.reservedSlot, $0.lackSlot].compactMap { $0 } } ?? []
    }

    /// The limits that are computed.
    var limits: [ExpressionProgram] {
        steps.compactMap { step in
            switch step.bound {
            case .upTo(.expression(let limit)), .under(.expression(let limit)): limit
            case .upTo(.value), .under(.value), .unlimited: nil
            }
        }
    }

    /// Where a measure lands.
    enum Landing: Sendable {
        /// On this step.
        case step(Int)
        /// Past the last one.
        case beyond
        /// Nowhere yet: a fact is missing.
        case unknown(CELUnknown)
        /// Nowhere: the measure or a limit could not be computed.
        case error(CELError)
    }

    /// What was used before, as it lies in a frame; null where nothing was.
    func used(_ frame: CELFrame) -> CELValue { memory.map { frame[$0.slot] } ?? .null }

    /// What reservations keep back, as it lies in a frame; null where they keep nothing back.
    func reserved(_ frame: CELFrame) -> CELValue { memory?.reservedSlot.map { frame[$0] } ?? .null }

    /// What this event adds; null where it is not among the events that are measured.
    func added(_ frame: CELFrame) -> CELValue {
        switch own {
        case .operand(let operand): return operand.program.evaluate(frame)
        case .occasion(let occasion, let operand):
            switch occasion.holds(frame, now: now) {
            case .true: return operand?.program.evaluate(frame) ?? .int(1)
            case .false: return .null
            case .unknown(let unknown): return .unknown(unknown)
            case .error(let error): return .error(error)
            }
        }
    }

    /// The figure with this event; null where nothing was measured at all.
    func measured(_ frame: CELFrame) -> CELValue {
        let added = added(frame)
        guard memory != nil, added.isKnown else { return added }
        return function.joined(function.joined(used(frame), reserved(frame)), added)
    }

    /// What of the figure may be missing from the log; nil where nothing is.
    func lack(_ frame: CELFrame) -> CELUnknown? {
        guard let slot = memory?.lackSlot, case .unknown(let unknown) = frame[slot] else { return nil }
        return unknown
    }

    /// Finds the first step whose bound the measure keeps.
    ///
    /// Where something may be missing of the measure, it is at least what is known, and lands no lower than that: past
    /// the last step for certain, or where all steps from there on ask for the same.
    func land(_ frame: CELFrame) -> Landing {
        let landing = landKnown(frame)
        guard let lack = lack(frame) else { return landing }
        switch landing {
        case .beyond where onlyGrows: return .beyond
        case .step(let index) where onlyGrows && asksTheSame(from: index): return landing
        case .beyond, .step: return .unknown(lack)
        case .unknown(let unknown): return .unknown(unknown.merging(lack))
        case .error: return landing
        }
    }

    private func asksTheSame(from index: Int) -> Bool {
        guard case .unlimited? = steps.last?.bound else { return false }
        return steps[index...].allSatisfy { $0.need == steps[index].need }
    }

    private func landKnown(_ frame: CELFrame) -> Landing {
        let measured = measured(frame)
        if case .null = measured { return steps.isEmpty ? .beyond : .step(0) }
        if case .unknown(let unknown) = measured { return .unknown(unknown) }
        if case .error(let error) = measured { return .error(error) }
        for (index, step) in steps.enumerated() {
            switch step.bound {
            case .unlimited: return .step(index)
            case .upTo(let limit), .under(let limit):
                let bound = limit.evaluate(frame)
                if case .unknown(let unknown) = bound { return .unknown(unknown) }
                if case .error(let error) = bound { return .error(error) }
                guard let order = FactOrder.compare(measured, bound) else {
                    return .error(CELError(.invalidArgument, "the measure and its limit cannot be compared"))
                }
                if order == .less { return .step(index) }
                if order == .equal, case .upTo = step.bound { return .step(index) }
            }
        }
        return .beyond
    }
}
