/// The fields of a row kind for one type of event.
struct FieldsProgram: Sendable {
    let declared: [MemberProgram]
    let undeclared: [UndeclaredMember]
}
