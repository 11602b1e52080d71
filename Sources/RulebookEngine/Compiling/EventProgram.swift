import CEL
import RulebookModel

/// Everything that is run on events of one type.
///
/// A class, so that a decision borrows it instead of copying its parts.
final class EventProgram: Sendable {
    /// A slot to fill.
    ///
    /// A class, so that a decision borrows it instead of copying its parts.
    final class Filling: Sendable {
        let slot: Int
        let path: CELAttributePath
        let source: SlotSource

        init(slot: Int, path: CELAttributePath, source: SlotSource) {
            self.slot = slot
            self.path = path
            self.source = source
        }
    }

    /// What it was made by.
    let compilation: Compilation
    /// The type.
    let definition: EventDefinition
    /// Its place in the vocabulary.
    let number: Int
    /// The slots to fill from the event, in the order of filling; the facts of a decision lie in the same order.
    let fillings: [Filling]
    /// How many of them, at the beginning, come from the event alone.
    let preparedCount: Int
    /// Their slots.
    let preparedSlots: [Int]
    /// The standards as tests that take a few instructions.
    let plain: PlainProgram
    /// The place of the actor's role among the facts of the event; nil where the rulebook knows none.
    let rolePlace: Int?
    /// Whether a decision depends on the event alone, and nothing is remembered of it.
    let isStateless: Bool
    /// The standards whose pattern names the type, in order of id.
    let standards: [StandardProgram]
    /// Which of them can apply.
    let index: StandardIndex
    /// Whether a standard lists the action, so that it is not left to `unlisted`.
    let isListed: Bool
    /// Whether events of the type can begin what obliges to something.
    let isDutiful: Bool
    /// Whose lives go on with events of the type.
    let touches: [LifetimeProgram]
    /// Whose lives they end.
    let lifeEnds: [LifeEnd]
    /// What events of the type change in what is remembered.
    let updates: [MemoryUpdate]
    /// What events of the type change among the clocks.
    let clockUpdates: [ClockUpdate]
    /// What events of the type change in procedures.
    let procedureUpdates: [ProcedureUpdate]
    /// What events of the type change in metrics.
    let metricUpdates: [MetricUpdate]

    init(
        compilation: Compilation, slots: [CELSlotTable.Slot], roleSlot: Int?, definition: EventDefinition, number: Int,
        fillings: [Filling],
        standards: [StandardProgram], index: StandardIndex,
        isListed: Bool, touches: [LifetimeProgram], lifeEnds: [LifeEnd], updates: [MemoryUpdate],
        clockUpdates: [ClockUpdate], procedureUpdates: [ProcedureUpdate],
        metricUpdates: [MetricUpdate]
    ) {
        self.compilation = compilation
        self.definition = definition
        self.number = number
        self.fillings = fillings
        preparedCount = fillings.firstIndex { !$0.source.isOfEvent } ?? fillings.count
        preparedSlots = fillings.prefix(preparedCount).map(\.slot)
        self.standards = standards
        plain = PlainProgram(standards, fillings: fillings.prefix(preparedCount), slots: slots)
        let ownSlots = preparedSlots
        rolePlace = roleSlot.flatMap { ownSlots.firstIndex(of: $0) }
        isStateless =
            preparedCount == fillings.count && touches.isEmpty && lifeEnds.isEmpty && updates.isEmpty
            && clockUpdates.isEmpty && procedureUpdates.isEmpty && metricUpdates.isEmpty
        self.index = index
        self.isListed = isListed
        self.touches = touches
        self.lifeEnds = lifeEnds
        self.updates = updates
        self.clockUpdates = clockUpdates
        self.procedureUpdates = procedureUpdates
        self.metricUpdates = metricUpdates
        isDutiful = !clockUpdates.isEmpty || !procedureUpdates.isEmpty
    }

    /// Reads the event's facts into the frame, and what is remembered; nil where nobody remembers anything.
    ///
    /// - Parameters:
    ///   - frame: the frame.
    ///   - event: the event.
    ///   - facts: what reads its facts.
    ///   - memory: what happened before.
    ///   - time: when it is judged, where that is not its own time: a verdict comes later than its event.
    func fill(
        _ frame: CELFrame, from event: Event, facts: FactReader, memory: TimelineState? = nil,
        at time: CELTimestamp? = nil
    ) {
        let prepared = event.prepared(by: self)
        if let prepared {
            prepared.table.withValues { frame.load($0, into: preparedSlots) }
            if let time, let slot = nowSlot { frame[slot] = .timestamp(time) }
        }
        // Most measures have the same key as the one before.
        var keySlots: [Int] = []
        var key: Result<StateKey, MissingKey>?
        for filling in fillings[(prepared == nil ? 0 : preparedCount)...] {
            switch filling.source {
            case .envelope(let member): frame[filling.slot] = member.value(of: event, path: filling.path)
            case .now:
                frame[filling.slot] =
                    (time ?? event.time).map(CELValue.timestamp) ?? .unknown(CELUnknown(filling.path))
            case .fact(let walk): frame[filling.slot] = walk.read(event, facts: facts)
            case .choice(let choice): frame[filling.slot] = choice.value(in: frame)
            case .memory(let measure):
                if key == nil || keySlots != measure.keySlots {
                    (keySlots, key) = (measure.keySlots, measure.key(frame))
                }
                frame[filling.slot] = measure.read(frame, memory, key)
            case .reserved(let measure): frame[filling.slot] = measure.readReserved(frame, memory)
            case .lack(let measure): frame[filling.slot] = measure.readLack(frame, memory)
            case .beginning:
                frame[filling.slot] = memory?.beginning.map { .timestamp($0.instant) } ?? .null
            case .timeline(let reading): frame[filling.slot] = reading.read(frame, memory)
            case .words(let phrases): frame[filling.slot] = phrases.listen(frame)
            case .phrase(let phrases, let question): frame[filling.slot] = phrases.answer(question, frame)
            case .score(let scorecard, let function): frame[filling.slot] = scorecard.answer(function, frame)
            case .constant(let value): frame[filling.slot] = value
            }
        }
    }

    /// The facts as they lie in the frame, in the order of ``fillings``.
    func snapshot(_ frame: CELFrame) -> [CELValue] { fillings.map { frame[$0.slot] } }

    /// Keeps the facts of a decision: those that the event does not hold itself.
    ///
    /// - Parameters:
    ///   - facts: receives them; its room is used again where nobody else holds it.
    ///   - frame: where they lie.
    ///   - event: the event.
    ///   - isVaried: whether others than the event's own lie there.
    func keep(_ facts: inout [CELValue], of frame: CELFrame, event: Event, isVaried: Bool) {
        facts.removeAll(keepingCapacity: true)
        let isHeld = !isVaried && event.prepared(by: self) != nil
        for filling in fillings[(isHeld ? preparedCount : 0)...] { facts.append(frame[filling.slot]) }
    }

    /// What lies in the frame of the facts that come from the event alone, for tests that only look.
    func peeks(_ frame: CELFrame) -> [Peek] { preparedSlots.map { Peek(frame[$0]) } }

    private var nowSlot: Int? {
        fillings.first {
            if case .now = $0.source { true } else { false }
        }?.slot
    }

    /// Puts the facts of a decision back into the frame.
    ///
    /// - Returns: false where it was made by another program, and nothing was put anywhere.
    func restore(_ decision: Decision, to frame: CELFrame) -> Bool {
        let kept = decision.facts
        var first = 0
        if kept.count != fillings.count {
            guard let prepared = decision.event.prepared(by: self), prepared.table.count + kept.count == fillings.count
            else { return false }
            prepared.table.withValues { frame.load($0, into: preparedSlots) }
            first = prepared.table.count
        }
        for (number, value) in kept.enumerated() { frame[fillings[first + number].slot] = value }
        return true
    }

    /// Puts facts, in the order of ``fillings``, back into the frame.
    func restore(_ facts: [CELValue], to frame: CELFrame) {
        for (filling, value) in zip(fillings, facts) { frame[filling.slot] = value }
    }

    /// Where the value of a slot lies among the facts, or nil where no standard of the type reads it.
    func place(ofSlot slot: Int) -> Int? { fillings.firstIndex { $0.slot == slot } }

    /// The standard at a place of the rulebook, or nil where it is not about this type.
    func standard(atRulebookIndex index: Int) -> StandardProgram? {
        number(atRulebookIndex: index).map { standards[$0] }
    }

    /// The number among ``standards`` of the one at a place of the rulebook, or nil where it is not about this type.
    func number(atRulebookIndex index: Int) -> Int? {
        // Those of the plain program lie one behind the other in memory.
        let places = plain.standards
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if Int(places[middle].index) < index { low = middle + 1 } else { high = middle }
        }
        return low < places.count && Int(places[low].index) == index ? low : nil
    }
}
