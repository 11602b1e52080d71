import CEL
package import JSONSyntax
import RulebookModel

/// An event that is put together from values which lie in a row of another form.
///
/// It takes values that mean in the row what they would mean in the event format, and refuses all others: the event is
/// then to be read from a document in that format, which says what is wrong, if anything is.
package struct EventAssembly: ~Copyable {
    /// The place of the type in the vocabulary.
    package let typeIndex: Int
    private let layout: EventLayout
    private let type: TypeLayout
    private let program: EventProgram
    private let view: JSONView
    /// The facts by their places; null where nothing was read yet.
    private var values: FactTable

    /// Begins an event; nil where some of its facts lie too deep for this.
    init?(_ layout: EventLayout, typeIndex: Int, in view: JSONView) {
        let type = layout.types[typeIndex]
        guard let program = type.program, type.walks.isEmpty else { return nil }
        self.typeIndex = typeIndex
        self.layout = layout
        self.type = type
        self.program = program
        self.view = view
        values = FactTable(count: type.whereAbsent.count)
    }

    /// Reads a field at which somebody has glanced; false where it cannot be taken.
    package mutating func read(_ record: NodeRecord, _ form: FieldForm) -> Bool {
        guard form.place >= 0 else { return true }
        guard
            let value = form.field._withUnsafeGuaranteedRef({ [view, facts = layout.facts] field in
                field.value(record, in: view, isNeeded: true, facts: facts)
            })
        else { return false }
        values[Int(form.place)] = value
        return true
    }

    /// Reads a field of the event, by its place among those of the type; false where it cannot be taken.
    package mutating func read(_ record: NodeRecord, field: Int) -> Bool {
        read(record, type.fields[field], type.places[field])
    }

    /// Reads a field of an entity, by their places in the vocabulary; false where it cannot be taken.
    package mutating func read(_ record: NodeRecord, field: Int, ofEntity entity: Int) -> Bool {
        read(record, layout.entities[entity].fields[field], type.entities[entity]?.places[field] ?? -1)
    }

    private mutating func read(_ record: NodeRecord, _ field: FieldLayout, _ place: Int32) -> Bool {
        guard let value = field.value(record, in: view, isNeeded: place >= 0, facts: layout.facts) else {
            return false
        }
        if place >= 0 { values[Int(place)] = value }
        return true
    }

    /// Notes that an entity is there, once its fields were read.
    package mutating func endEntity(_ entity: Int) { type.entities[entity]?.complete(&values) }

    /// The event.
    ///
    /// - Parameters:
    ///   - envelope: its other members; the type comes from here.
    ///   - row: where it was read from.
    /// - Returns: the event, with the facts that its rulebook asks for.
    package consuming func event(_ envelope: consuming Event.Envelope, from row: EventRow) -> Event {
        envelope.type = type.definition.name
        if let reason = envelope.reason { envelope.reasonLength = Event.Envelope.length(reason) }
        type.complete(&values, envelope)
        let prepared = PreparedFacts(program: program, values)
        return Event(envelope, origin: .row(row), prepared: prepared)
    }
}
