import CEL
public import RulebookModel

/// A rulebook made ready to decide: indexed by event type and scope, its conditions planned over one frame of slots.
///
/// Immutable, and shared between threads; each thread decides with its own ``Decider``.
public final class CompiledRulebook: Sendable {
    /// The rulebook that it was made from.
    public let rulebook: Rulebook
    /// What its programs are known by.
    let compilation: Compilation
    /// Reads its events, with their facts as its programs lay them out.
    let layout: EventLayout
    /// The layout of a frame.
    let slots: CELSlotTable
    /// The number of slots of a frame.
    let slotCount: Int
    /// The path of each slot.
    let slotPaths: [CELAttributePath]
    /// What is run on each type of event, by the type's place in the vocabulary.
    let programs: [EventProgram]
    /// What verdicts that some standard waits for change in what is remembered.
    let verdicts: [Occurrence: EventProgram]
    /// Which facts are masked in every output.
    let privacy: Privacy
    let facts: FactReader
    /// What is measured over several events.
    let measures: [MeasureProgram]
    /// The figures over many events.
    let metrics: [MetricProgram]
    /// The figures over two of those.
    let correlations: [CorrelationProgram]
    /// The timelines that later events settle.
    let clocks: [ClockProgram]
    /// How long what lies under some keys lives.
    let lifetimes: [LifetimeProgram]
    /// What listens to the words of events; nil where the rulebook has no phrase sets.
    let phrases: PhraseProgram?
    /// The scorecards, by name.
    let scorecards: [String: ScorecardProgram]
    /// How many standards limit intervals.
    let intervalCount: Int
    /// How many standards are procedures.
    let procedureCount: Int
    /// The slots that say whose figure something is.
    let keySlots: Set<Int>

    /// Whether some standard asks what happened before.
    public var remembers: Bool { !measures.isEmpty || !clocks.isEmpty || procedureCount > 0 }

    /// Whether some standard asks for a figure over many events.
    public var hasMetrics: Bool { !metrics.isEmpty }

    /// Compiles a rulebook.
    ///
    /// - Complexity: O(size of the rulebook × event types that a standard names).
    public convenience init(_ rulebook: Rulebook) { self.init(rulebook, isIndexed: true) }

    /// Compiles a rulebook.
    ///
    /// - Parameters:
    ///   - rulebook: the rulebook.
    ///   - isIndexed: whether standards are found by their equalities; without, every standard of the event's
    ///     type is asked, which must make no difference but in time.
    package convenience init(_ rulebook: Rulebook, isIndexed: Bool) {
        var compiler = RulebookCompiler(rulebook, isIndexed: isIndexed)
        self.init(compiler.compile())
    }

    init(_ parts: RulebookCompiler.Parts) {
        rulebook = parts.rulebook
        compilation = parts.compilation
        layout = EventLayout(parts.rulebook, facts: parts.facts, programs: parts.programs)
        slots = parts.slots
        slotCount = parts.slots.count
        slotPaths = parts.slots.slots.map(\.path)
        programs = parts.programs
        verdicts = parts.verdicts
        privacy = parts.privacy
        facts = parts.facts
        measures = parts.measures
        clocks = parts.clocks
        metrics = parts.metrics
        correlations = parts.correlations
        lifetimes = parts.lifetimes
        phrases = parts.phrases
        scorecards = parts.scorecards
        intervalCount = parts.intervalCount
        procedureCount = parts.procedures.count
        keySlots = Set(
            parts.measures.flatMap(\.readSlots) + parts.clocks.flatMap(\.keySlots)
                + parts.procedures.flatMap(\.keySlots))
    }

    /// A value as people write it, masked where it is private.
    func shownText(_ value: CELValue, slot: Int) -> String {
        if privacy.hides(slotPaths[slot]) { return Explainer.mask }
        return value.factText(roles: rulebook.vocabulary.roles)
    }

    /// Plans a part of an expression that was planned before; nil where it cannot run by itself.
    func plan(_ node: CELExpression, of expression: ExpressionProgram) -> ExpressionSide? {
        let part = expression.source.checked.subexpression(node)
        guard part.freeVariables.isEmpty else { return nil }
        var table = slots
        let program = expression.source.environment.program(for: part, slots: &table)
        // Every fact of a part was read by the whole, so nothing new can have been laid out.
        guard table.count == slotCount else { return nil }
        return ExpressionSide(program: program, slots: Set(part.attributes.compactMap { slots.index(of: $0.path) }))
    }

    /// Reads events of the rulebook, as fast as they can be decided.
    public var reader: EventReader { EventReader([layout]) }

    /// What is run on events of a type.
    func program(for type: String) -> EventProgram? {
        rulebook.vocabulary.eventIndex(type).map { programs[$0] }
    }

    /// What is run on an event.
    func program(for event: Event) -> EventProgram? {
        if let program = event.content.prepared?.program, program.compilation === compilation { return program }
        return program(for: event.type)
    }

    /// The place of an event's type in the vocabulary; nil where that does not name it.
    package func typeIndex(of event: Event) -> Int? {
        if let program = event.content.prepared?.program, program.compilation === compilation { return program.number }
        return rulebook.vocabulary.eventIndex(event.type)
    }

    /// How many standards the index finds for an event, of those of its type.
    package func candidateCount(_ event: Event) -> Int {
        guard let program = program(for: event.type) else { return 0 }
        let frame = CELFrame(slots)
        program.fill(frame, from: event, facts: facts)
        var found: [Int32] = []
        // Few standards are asked without being filed.
        let index =
            program.index.isUseful
            ? program.index : StandardIndex(program.standards.map { compilation.isIndexed ? $0.keys(slots) : [] })
        index.candidates(frame, into: &found)
        return found.count
    }

    /// A decider for one thread.
    ///
    /// - Parameter memory: what happened before; nil where nobody knows, and what depends on it is undetermined.
    /// - Returns: a decider with scratch space of its own.
    public func makeDecider(memory: TimelineState? = nil) -> Decider { Decider(self, memory: memory) }

    /// The standards that events of a type are judged by, in order of id.
    public func standards(forType type: String) -> [Standard] {
        program(for: type)?.standards.map { rulebook.standards[$0.index] } ?? []
    }

    /// Whether a standard lists an action, so that it is not left to `unlisted`.
    public func lists(_ type: String) -> Bool { program(for: type)?.isListed ?? false }
}
