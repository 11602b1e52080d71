import CEL
package import JSONSyntax
import RulebookModel
import Synchronization

/// What a glance asks of events of one type: where their values go, and the tests that tell what is met.
package final class GlanceProgram: Sendable {
    /// The fields of an entity.
    struct Entity: Sendable {
        let forms: [FieldForm?]
        /// What is known where the entity is there and does not say a field.
        let whereSilent: [(place: Int32, fact: Peek)]
    }

    /// More standards are looked up by the index of their type, which a glance does without.
    static let standardCountMax = 512
    /// As many facts as there are bits to mark them.
    static let factCountMax = 64

    /// What is known where an event says nothing.
    let blank: [Peek]
    /// The fields of the event, in the order of the vocabulary; nil for one that takes more than a look.
    let forms: [FieldForm?]
    /// By entity; nil for one of which nothing is asked.
    let entities: [Entity]
    let envelope: [(place: Int, member: EnvelopeMember)]
    let words: [FieldWords]
    let currencies: [Currency]
    let groups: GlanceGroups
    let pool: TextPool
    /// Keeps the fields that forms point to.
    private let layout: EventLayout
    let effective: EffectivePeriod

    /// Nil where a glance cannot tell what becomes of such events.
    ///
    /// - Parameters:
    ///   - type: the type.
    ///   - layout: where the members of events lie; it draws texts from a pool.
    ///   - marks: what the texts of that pool are known by.
    ///   - rulebook: the rulebook.
    init?(_ type: TypeLayout, _ layout: EventLayout, marks: Set<UInt32>, of rulebook: Rulebook) {
        guard let program = type.program, program.isStateless, type.walks.isEmpty,
            type.whereAbsent.count <= Self.factCountMax,
            program.standards.count <= Self.standardCountMax, let groups = GlanceGroups(program.plain),
            program.isListed || program.definition.kind != .action || rulebook.unlisted == .allow
        else { return nil }
        pool = layout.facts.pool
        // Texts that are none of the pool's must be told from all constants.
        guard program.plain.tests.allSatisfy({ $0.marks.allSatisfy(marks.contains) }) else { return nil }
        self.layout = layout
        self.groups = groups
        effective = rulebook.effective
        var words: [FieldWords] = []
        var currencies: [Currency] = []
        func form(_ field: FieldLayout, _ place: Int32) -> FieldForm? {
            field.form(place: place, words: &words, currencies: &currencies)
        }
        blank = type.whereAbsent.map { Peek($0) }
        forms = zip(type.fields, type.places).map { form($0, $1) }
        entities = layout.entities.indices.map { number in
            let use = type.entities[number]
            let fields = layout.entities[number].fields
            return Entity(
                forms: fields.indices.map { form(fields[$0], use?.places[$0] ?? -1) },
                whereSilent: (use?.whereSilent ?? []).map { (Int32($0.place), Peek($0.value)) })
        }
        envelope = type.envelope.map { ($0.place, $0.member) }
        self.words = words
        self.currencies = currencies
    }

    /// How a field of the event is looked at; nil where it takes more than a look.
    package func form(ofField field: Int) -> FieldForm? { forms[field] }

    /// How a field of an entity is looked at; nil where it takes more than a look.
    package func form(ofField field: Int, ofEntity entity: Int) -> FieldForm? { entities[entity].forms[field] }

    /// Whether a fact is a text of the event itself.
    package func asks(_ member: EnvelopeMember) -> Bool { envelope.contains { $0.member == member } }
}

/// What a glance asks of events, by their types in the order of the vocabulary.
final class GlancePrograms: Sendable {
    let ofTypes: [GlanceProgram?]

    init(_ compiled: CompiledRulebook) {
        let layout = compiled.layout
        // Once for all types: there are as many texts as conditions name.
        let marks = layout.facts.pool.marks
        ofTypes = layout.types.map { GlanceProgram($0, layout, marks: marks, of: compiled.rulebook) }
    }
}

extension CompiledVersions {
    /// By type, in the order of the vocabulary, what a glance asks, made when it is first asked for; empty where events
    /// cannot be judged by themselves.
    package var glances: [GlanceProgram?] {
        guard compiled.count == 1, !asksOfMany else { return [] }
        if let known = madeGlances.load() { return known.ofTypes }
        // Of two threads that made them, both take those of the first.
        return madeGlances.storeIfNil(GlancePrograms(compiled[0])).ofTypes
    }

    /// The place in the vocabulary of the type that a text of a row names, where there is one version; nil where it
    /// names none.
    package func typeIndex(of name: NodeRecord, in view: JSONView) -> Int? {
        compiled.count == 1 ? compiled[0].layout.typeNames.place(of: name, in: view) : nil
    }
}
