/// A row kind made ready to run.
struct RowKindProgram: Sendable {
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
}
