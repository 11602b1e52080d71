public import SourceText

/// A kind of thing that facts are about: a record type whose name is a type.
public struct EntityDefinition: Sendable {
    /// Its name, such as `customer`.
    public let name: String
    /// Its fields, in written order; `id` is always among them.
    public let fields: [FieldDefinition]
    /// Where it is declared.
    public let range: SourceRange

    /// The field of a name.
    public func field(_ name: String) -> FieldDefinition? { fields.first { $0.name == name } }
}
