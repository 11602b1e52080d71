import CEL
import RulebookModel

/// A field of an action that an agent may choose otherwise.
struct VariableField: Sendable {
    let definition: FieldDefinition
    /// Its place among the action's fields.
    let place: Int
    let slot: Int
    /// The comparisons that it can tip.
    let thresholds: [Threshold]
    /// Its values, where they can be counted off.
    let values: [CELValue]

    /// Whether it lies on a line.
    var isNumeric: Bool { definition.type.isNumeric }

    /// The fields of an action that a standard reads and that are neither given nor private, in written order.
    static func all(in program: EventProgram, compiled: CompiledRulebook) -> [VariableField] {
        program.definition.fields.enumerated().compactMap { place, field in
            VariableField(field, place: place, in: program, compiled: compiled)
        }
    }

    private init?(
        _ definition: FieldDefinition, place: Int, in program: EventProgram, compiled: CompiledRulebook
    ) {
        guard !definition.isFixed, !definition.isPrivate,
            let slot = compiled.slots.index(of: CELAttributePath(["event", definition.name])),
            // Under another key another figure would count, which was not read.
            program.place(ofSlot: slot) != nil, !compiled.keySlots.contains(slot)
        else { return nil }
        let finder = ThresholdFinder(compiled: compiled, slot: slot)
        self.definition = definition
        self.place = place
        self.slot = slot
        thresholds = finder.thresholds(in: program)
        values = EnumerableValues(roles: compiled.rulebook.vocabulary.roles).values(of: definition.type)
    }

    /// The values to try: all of them, or those that the rulebook compares a text with.
    ///
    /// - Parameter frame: the facts of the event.
    /// - Returns: each value once.
    func values(_ frame: CELFrame) -> [CELValue] {
        guard case .string = definition.type else { return values }
        return EnumerableValues.distinct(thresholds.flatMap { $0.texts(frame) })
    }

    /// The lattice of a numeric field, around the proposed value where there is one; the limits set how fine it is.
    func lattice(around value: CELValue?, probe: Probe, currency: Currency?) -> Lattice? {
        probe.prepare(value.map { [(slot, $0)] } ?? [])
        let frame = probe.decider.frame
        let sides = thresholds.flatMap { threshold in
            [threshold.right] + (threshold.isDirect ? [] : [threshold.left])
        }.map { $0.evaluate(frame) }
        let ownCurrency = sides.lazy.compactMap { side -> Currency? in
            if case .scalar(let scalar) = side { scalar.money?.currency } else { nil }
        }.first
        return Lattice(
            field: definition, value: value, currency: ownCurrency ?? currency,
            scaleMin: sides.map(\.decimalScale).max() ?? 0)
    }
}
