import CEL
import JSONSyntax
import RulebookModel

/// Where the facts of events of one type go: to which place among those that the type's program asks for.
final class TypeLayout: Sendable {
    /// What an entity gives.
    final class EntityUse: Sendable {
        /// The place of each of its fields, or −1.
        let places: [Int32]
        /// What is known where the entity is there and does not say a field.
        let whereSilent: [(place: Int, value: CELValue)]

        init(places: [Int32], whereSilent: [(place: Int, value: CELValue)]) {
            self.places = places
            self.whereSilent = whereSilent
        }

        /// Puts what the entity did not say to its places.
        func complete(_ values: inout FactTable) {
            for silent in whereSilent where values.isNull(silent.place) { values[silent.place] = silent.value }
        }
    }

    let definition: EventDefinition
    let names: MemberTable
    let fields: [FieldLayout]
    /// What asks for the facts; nil where nobody does.
    let program: EventProgram?
    /// The place of each field, or −1.
    let places: [Int32]
    /// By entity; nil for one of which nothing is asked.
    let entities: [EntityUse?]
    /// What is known where an event says nothing.
    let whereAbsent: [CELValue]
    /// Members of the event itself.
    let envelope: [(place: Int, member: EnvelopeMember, path: CELAttributePath)]
    /// The places of the event's time, with what is known there of an event without one.
    let now: [(place: Int, unknown: CELValue)]
    /// Facts that lie deeper, and entities as a whole.
    let walks: [(place: Int, walk: FactWalk)]

    init(
        _ definition: EventDefinition, program: EventProgram?, entities: [EventLayout.Entity], facts: FactReader
    ) {
        self.definition = definition
        self.program = program
        names = MemberTable(definition.fields.map(\.name))
        fields = definition.fields.map { FieldLayout($0, facts: facts) }
        var places = [Int32](repeating: -1, count: fields.count)
        var uses: [Int: (places: [Int32], whereSilent: [(place: Int, value: CELValue)])] = [:]
        var whereAbsent: [CELValue] = []
        var envelope: [(Int, EnvelopeMember, CELAttributePath)] = []
        var now: [(Int, CELValue)] = []
        var walks: [(Int, FactWalk)] = []
        for (place, filling) in (program?.fillings.prefix(program?.preparedCount ?? 0) ?? []).enumerated() {
            var absent = CELValue.null
            switch filling.source {
            case .constant(let value): absent = value
            case .envelope(let member): envelope.append((place, member, filling.path))
            case .now: now.append((place, .unknown(CELUnknown(filling.path))))
            case .fact(let walk):
                absent = walk.whereAbsent
                guard walk.hops.count == 1, let name = walk.hops.first?.name.text else {
                    walks.append((place, walk))
                    break
                }
                if let root = walk.root {
                    guard let entity = entities.firstIndex(where: { $0.definition.name == root.text }),
                        let field = entities[entity].fields.firstIndex(where: { $0.definition.name == name })
                    else {
                        walks.append((place, walk))
                        break
                    }
                    var use = uses[entity] ?? (Array(repeating: -1, count: entities[entity].fields.count), [])
                    // Two slots can read one fact: what an event says and what its trigger says are the same then.
                    if use.places[field] >= 0 {
                        walks.append((place, walk))
                    } else {
                        use.places[field] = Int32(place)
                        use.whereSilent.append((place, walk.whereSilent))
                    }
                    uses[entity] = use
                } else if let field = fields.firstIndex(where: { $0.definition.name == name }), places[field] < 0,
                    walk.path.names.first == "event"
                {
                    places[field] = Int32(place)
                } else {
                    walks.append((place, walk))
                }
            case .choice, .memory, .reserved, .lack, .beginning, .timeline, .words, .phrase, .score: break
            }
            whereAbsent.append(absent)
        }
        self.places = places
        self.entities = entities.indices.map { entity in
            uses[entity].map { EntityUse(places: $0.places, whereSilent: $0.whereSilent) }
        }
        self.whereAbsent = whereAbsent
        self.envelope = envelope
        self.now = now
        self.walks = walks
    }

    /// Puts what comes from the envelope, and what nobody said, to their places.
    func complete(_ values: inout FactTable, _ envelope: borrowing Event.Envelope) {
        for now in now { values[now.place] = envelope.time.map(CELValue.timestamp) ?? now.unknown }
        for (place, member, path) in self.envelope { values[place] = member.value(of: envelope, path: path) }
        for place in 0..<values.count where values.isNull(place) { values[place] = whereAbsent[place] }
    }
}
