/// A value made ready to be read.
struct ValueProgram: Sendable {
    /// Where it comes from.
    enum Source: Sendable {
        /// The end of the path of this number.
        case path(Int)
        case constant(MappedScalar)
        case asOf
        case members([MemberProgram], undeclared: [UndeclaredMember])
    }

    let source: Source
    let reading: ScalarReading
    let emptyText: MappedValue.EmptyText?
    let translations: [String: MappedScalar]
    let renamed: [String: String]
}
