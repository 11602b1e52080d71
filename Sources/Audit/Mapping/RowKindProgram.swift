import JSONSyntax

/// A row kind made ready to run.
///
/// A class, so that a row borrows it instead of copying its parts.
final class RowKindProgram: Sendable {
    /// The names of all members that are written.
    struct Names {
        let table: JSONNameTable
        let type: JSONNameTable.Place
        let data: JSONNameTable.Place
    }

    let names: Names
    let conditions: [RowCondition]
    let type: ValueProgram
    let envelope: [MemberProgram]
    /// Entities that the rulebook declares.
    let entities: [MemberProgram]
    /// Entities that it does not.
    let undeclaredEntities: [UndeclaredMember]
    /// The types of events that have fields of their own.
    let types: MemberTable
    /// Their places.
    let placesOfTypes: [String: Int]
    /// The fields of each.
    let fields: [FieldsProgram]
    /// All fields, for an event of a type that the rulebook does not declare.
    let fallback: FieldsProgram
    /// How its events are read straight from rows; nil where they never can be.
    let direct: DirectProgram?

    init(
        names: Names, conditions: [RowCondition], type: ValueProgram, envelope: [MemberProgram],
        entities: [MemberProgram], undeclaredEntities: [UndeclaredMember],
        fields: [(type: String, program: FieldsProgram)], fallback: FieldsProgram,
        direct: DirectProgram?
    ) {
        self.names = names
        self.conditions = conditions
        self.type = type
        self.envelope = envelope
        self.entities = entities
        self.undeclaredEntities = undeclaredEntities
        types = MemberTable(fields.map(\.type))
        placesOfTypes = Dictionary(fields.enumerated().map { ($1.type, $0) }) { first, _ in first }
        self.fields = fields.map(\.program)
        self.direct = direct
        self.fallback = fallback
    }
}
