/// The facts that programs read, and the room they need while they run; made once and used again.
///
/// The only file of the evaluator that handles memory by hand: reading a slot must cost neither a check of bounds nor
/// of exclusive access. Positions come from the planner, and a program checks once that the frame is large enough.
public final class CELFrame {
    /// How many loops may run inside one another.
    static let localCount = 64

    /// How many slots there are.
    public let slotCount: Int
    private let slots: UnsafeMutablePointer<CELValue>
    private let locals: UnsafeMutablePointer<CELValue>
    private var iterationsLeft = 0
    private(set) var elementsLeft = 0
    /// How many steps the loops of all evaluations with this frame have taken together.
    ///
    /// A host that evaluates often for one answer can bound the whole by it; the limits bound each evaluation.
    public private(set) var loopStepCount = 0

    /// Makes a frame whose slots are all unknown under no path.
    public init(slotCount: Int) {
        self.slotCount = max(0, slotCount)
        self.slots = .allocate(capacity: max(1, self.slotCount))
        self.slots.initialize(repeating: .unknown(CELUnknown([])), count: self.slotCount)
        self.locals = .allocate(capacity: Self.localCount)
        self.locals.initialize(repeating: .null, count: Self.localCount)
    }

    /// Makes a frame for a table, each slot unknown under its path.
    public convenience init(_ table: CELSlotTable) {
        self.init(slotCount: table.count)
        for (position, slot) in table.slots.enumerated() { self[position] = .unknown(CELUnknown(slot.path)) }
    }

    deinit {
        slots.deinitialize(count: slotCount)
        slots.deallocate()
        locals.deinitialize(count: Self.localCount)
        locals.deallocate()
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
            slots[slot] = newValue
        }
    }

    /// A slot whose position the planner gave out.
    @inline(__always)
    func slot(_ position: Int) -> CELValue { slots[position] }

    /// The element that a loop is at; positions are below ``localCount``.
    @inline(__always)
    func local(_ position: Int) -> CELValue { locals[position] }

    /// Moves a loop to an element.
    @inline(__always)
    func setLocal(_ position: Int, _ value: CELValue) { locals[position] = value }

    /// Starts counting anew what an evaluation takes.
    func begin(_ limits: CELLimits) {
        iterationsLeft = limits.iterationCountMax
        elementsLeft = limits.createdElementCountMax
    }

    /// Takes one step of a loop; false where the limit is reached.
    func takeIteration() -> Bool {
        iterationsLeft -= 1
        loopStepCount &+= 1
        return iterationsLeft >= 0
    }

    /// Takes elements that are made or compared; false where the limit is reached.
    func takeElements(_ count: Int) -> Bool {
        elementsLeft -= min(count, elementsLeft + 1)
        return elementsLeft >= 0
    }

    /// Whether two values are equal, within what the evaluation may still compare.
    func equal(_ left: CELValue, _ right: CELValue) -> CELTruth {
        var comparison = ValueComparison(stepsLeft: elementsLeft)
        let truth = comparison.equal(left, right)
        elementsLeft = max(0, comparison.stepsLeft)
        return truth
    }
}
