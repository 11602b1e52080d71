/// A type whose values are made by `Name{field: value}`.
struct MessageType: Sendable {
    /// The full name.
    let name: String
    /// The type of what is made.
    let type: CELType
    /// The types of the fields, by name.
    let fields: [String: CELType]
    /// Makes a value of the fields that were given.
    let make: @Sendable ([String: CELValue]) -> CELValue

    /// The type of a host's records.
    ///
    /// A field that was not given has no value: reading it is an error, asking for its presence gives false.
    static func record(_ type: CELRecordType) -> MessageType {
        MessageType(
            name: type.name, type: .record(type.name),
            fields: Dictionary(type.fields.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
        ) { given in
            .record(
                CELRecord(
                    type,
                    type.fields.map { field in
                        given[field.name]
                            ?? .failure(.noSuchField, "the field `\(field.name)` was given no value")
                    }))
        }
    }
}
