/// The facts that programs read, and the room they need while they run; made once and used again.
///
/// The only file of the evaluator that handles memory by hand: reading a slot must cost neither a check of bounds nor
/// of exclusive access. Positions come from the planner, and a program checks once that the frame is large enough.
/// Local names live below the slots, at negative positions, so that whatever is fast for a slot is fast for them.
public final class CELFrame {
    /// What an evaluation may still take.
    private struct Counters {
        var iterationsLeft = 0
        var elementsLeft = 0
        var costLeft = 0
        var costMax = 0
        var loopStepCount = 0
        var isExhausted = false
        /// What was exhausted first; logic must not absorb it.
        var failure: CELError?
    }

    /// How many slots there are.
    public let slotCount: Int
    private var memory: UnsafeMutablePointer<CELValue>
    private var localCapacity: Int
    /// Where the slots begin.
    private var slots: UnsafeMutablePointer<CELValue>
    /// What the slots and locals hold, at the same positions, for those who only look.
    private var peeks: UnsafeMutablePointer<Peek>
    private let counters: UnsafeMutablePointer<Counters>
    /// Who is told the values of parts; only programs that were made to explain themselves tell.
    var observer: ((Int, CELValue) -> Void)?

    /// Makes a frame whose slots are all unknown under no path.
    public init(slotCount: Int) {
        self.slotCount = max(0, slotCount)
        self.localCapacity = 8
        self.memory = .allocate(capacity: localCapacity + self.slotCount)
        self.memory.initialize(repeating: .null, count: localCapacity)
        self.slots = memory + localCapacity
        self.slots.initialize(repeating: .unknown(CELUnknown([])), count: self.slotCount)
        let peekMemory = UnsafeMutablePointer<Peek>.allocate(capacity: localCapacity + self.slotCount)
        peekMemory.initialize(repeating: Peek(.null), count: localCapacity + self.slotCount)
        self.peeks = peekMemory + localCapacity
        self.counters = .allocate(capacity: 1)
        self.counters.initialize(to: Counters())
    }

    /// Makes a frame for a table, each slot unknown under its path.
    public convenience init(_ table: CELSlotTable) {
        self.init(slotCount: table.count)
        for (position, slot) in table.slots.enumerated() { self[position] = .unknown(CELUnknown(slot.path)) }
    }

    deinit {
        memory.deinitialize(count: localCapacity + slotCount)
        memory.deallocate()
        (peeks - localCapacity).deallocate()
        counters.deinitialize(count: 1)
        counters.deallocate()
    }

    /// The value of a slot; ``CELValue/unknown(_:)`` where the fact is missing.
    ///
    /// - Precondition: the position is below ``slotCount``.
    public subscript(slot: Int) -> CELValue {
        get {
            precondition(slot >= 0 && slot < slotCount, "no such slot")
            return slots[slot]
        }
        set {
            precondition(slot >= 0 && slot < slotCount, "no such slot")
            setLocal(slot, newValue)
        }
    }

    /// Gives slots their values.
    ///
    /// - Parameters:
    ///   - values: the values.
    ///   - positions: the slot of each; as many as values.
    /// - Precondition: each position is below ``slotCount``.
    public func load(_ values: [CELValue], into positions: [Int]) {
        values.withUnsafeBufferPointer { load($0, into: positions) }
    }

    /// The same for values that lie anywhere.
    package func load(_ values: UnsafeBufferPointer<CELValue>, into positions: [Int]) {
        precondition(values.count == positions.count, "a slot for each value")
        for index in values.indices {
            let position = positions[index]
            precondition(position >= 0 && position < slotCount, "no such slot")
            setLocal(position, values[index])
        }
    }

    /// How many steps the loops of all evaluations with this frame have taken together.
    ///
    /// A host that evaluates often for one answer can bound the whole by it; the limits bound each evaluation.
    public var loopStepCount: Int { counters.pointee.loopStepCount }

    /// What the last evaluation cost.
    public var cost: Int { counters.pointee.costMax - counters.pointee.costLeft }

    /// A slot or local whose position the planner gave out.
    @inline(__always)
    func slot(_ position: Int) -> CELValue { slots[position] }

    /// What a slot or local holds.
    @inline(__always)
    func peek(_ position: Int) -> Peek { peeks[position] }

    /// Gives a local name, or a slot, its value.
    @inline(__always)
    func setLocal(_ position: Int, _ value: CELValue) {
        peeks[position] = Peek(value)
        slots[position] = value
    }

    // MARK: Limits

    /// Starts counting anew what an evaluation takes, and makes room for its local names.
    func begin(_ limits: CELLimits, localCount: Int, cost: Int) {
        if localCount > localCapacity { makeRoom(for: localCount) }
        counters.pointee.iterationsLeft = limits.iterationCountMax
        counters.pointee.elementsLeft = limits.createdElementCountMax
        counters.pointee.costMax = limits.costMax
        counters.pointee.costLeft = limits.costMax - cost
        if counters.pointee.isExhausted {
            counters.pointee.isExhausted = false
            counters.pointee.failure = nil
        }
    }

    private func makeRoom(for localCount: Int) {
        let capacity = localCount + 8
        let larger = UnsafeMutablePointer<CELValue>.allocate(capacity: capacity + slotCount)
        larger.initialize(repeating: .null, count: capacity)
        (larger + capacity).moveInitialize(from: slots, count: slotCount)
        memory.deinitialize(count: localCapacity)
        memory.deallocate()
        let peekMemory = UnsafeMutablePointer<Peek>.allocate(capacity: capacity + slotCount)
        peekMemory.initialize(repeating: Peek(.null), count: capacity)
        (peekMemory + capacity).initialize(from: peeks, count: slotCount)
        (peeks - localCapacity).deallocate()
        peeks = peekMemory + capacity
        memory = larger
        localCapacity = capacity
        slots = larger + capacity
    }

    /// What was exhausted, if anything: it is then the result, whatever else was found.
    @inline(__always)
    var exhaustion: CELError? {
        counters.pointee.costLeft >= 0 && !counters.pointee.isExhausted ? nil : exhaustedLimit
    }

    private var exhaustedLimit: CELError? {
        if let failure = counters.pointee.failure { return failure }
        guard counters.pointee.costLeft < 0 else { return nil }
        return CELError(
            .costLimitExceeded, "the evaluation costs more than the \(counters.pointee.costMax) allowed")
    }

    /// Notes that a limit is reached; no further step of a loop is then taken.
    func exhaust(_ message: String, at range: Range<Int>? = nil) -> CELError {
        let error = counters.pointee.failure ?? CELError(.limitExceeded, message, range: range)
        counters.pointee.failure = error
        counters.pointee.isExhausted = true
        counters.pointee.iterationsLeft = -1
        return error
    }

    /// Adds to the cost of the evaluation.
    @inline(__always)
    func charge(_ cost: Int) { counters.pointee.costLeft &-= cost }

    /// Takes one step of a loop, at the cost of what is done in it; false where a limit is reached.
    @inline(__always)
    func takeIteration(cost: Int) -> Bool {
        counters.pointee.iterationsLeft &-= 1
        counters.pointee.loopStepCount &+= 1
        counters.pointee.costLeft &-= cost
        return counters.pointee.iterationsLeft >= 0 && counters.pointee.costLeft >= 0
    }

    /// The error of a loop that could not take a step.
    func loopExhaustion(at range: Range<Int>) -> CELError {
        counters.pointee.costLeft < 0
            ? CELError(
                .costLimitExceeded, "the evaluation costs more than the \(counters.pointee.costMax) allowed",
                range: range)
            : exhaust("the loops take too many steps", at: range)
    }

    /// Takes elements that are made or compared, at the cost of one for each; false where the limit is reached.
    func takeElements(_ count: Int) -> Bool {
        let left = counters.pointee.elementsLeft
        counters.pointee.elementsLeft = left - min(count, left + 1)
        counters.pointee.costLeft &-= min(count, 1 << 32)
        guard counters.pointee.elementsLeft >= 0 else {
            _ = exhaust("the evaluation makes or compares too much")
            return false
        }
        return true
    }

    /// Whether two values are equal, within what the evaluation may still compare.
    func equal(_ left: CELValue, _ right: CELValue) -> CELTruth {
        let left = (value: left, before: counters.pointee.elementsLeft)
        var comparison = ValueComparison(stepsLeft: max(0, left.before))
        let truth = comparison.equal(left.value, right)
        let steps = left.before - max(0, comparison.stepsLeft)
        counters.pointee.elementsLeft = max(0, comparison.stepsLeft)
        counters.pointee.costLeft &-= steps
        if case .error(let error) = truth, error.code == .limitExceeded { _ = exhaust(error.message) }
        return truth
    }
}
