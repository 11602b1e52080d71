/// A row kind made ready to run.
///
/// A class, so that a row borrows it instead of copying its parts.
final class RowKindProgram: Sendable {
    let conditions: [RowCondition]
    let type: ValueProgram
    let envelope: [MemberProgram]
    /// Entities that the rulebook declares.
    let entities: [MemberProgram]
    /// Entities that it does not.
    let undeclaredEntities: [UndeclaredMember]
    /// The fields of each type of event.
    let fields: [String: FieldsProgram]
    /// All fields, for an event of a type that the rulebook does not declare.
    let fallback: FieldsProgram

    init(
        conditions: [RowCondition], type: ValueProgram, envelope: [MemberProgram], entities: [MemberProgram],
        undeclaredEntities: [UndeclaredMember], fields: [String: FieldsProgram], fallback: FieldsProgram
    ) {
        self.conditions = conditions
        self.type = type
        self.envelope = envelope
        self.entities = entities
        self.undeclaredEntities = undeclaredEntities
        self.fields = fields
        self.fallback = fallback
    }
}
