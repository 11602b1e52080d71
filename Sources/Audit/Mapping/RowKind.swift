public import SourceText

/// One kind of row: which rows are of it, and what their event is.
public struct RowKind: Sendable {
    /// What must hold of a row, all of it; nothing takes every row.
    public let conditions: [RowCondition]
    /// The event's type.
    public let type: MappedValue
    /// Members of the envelope, such as `id`, `time` and `approval`.
    public let envelope: [MappedMember]
    /// Entities, each as an object that is read whole or as members that are put together.
    public let entities: [MappedMember]
    /// The event's fields.
    public let fields: [MappedMember]
    /// Where it stands.
    public let range: SourceRange
}
