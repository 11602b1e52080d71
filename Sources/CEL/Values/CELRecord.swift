/// A value of a record type that the host declared.
public final class CELRecord: Sendable {
    /// The record's type.
    public let type: CELRecordType
    private let content: NestedValues

    /// Makes a record.
    ///
    /// - Precondition: there are as many values as the type has fields; a host that gets this wrong would read the
    ///   wrong fields.
    public init(_ type: CELRecordType, _ values: [CELValue]) {
        precondition(values.count == type.fields.count, "a record has one value for each field of its type")
        self.type = type
        self.content = NestedValues(values)
    }

    /// A value for each field of the type, in its order; a field that is absent holds the unknown of its path.
    public var values: [CELValue] { content.values }

    /// How many levels of containers there are, this one included.
    var depth: Int { content.depth }

    /// The value of a field, or nil where the type has no such field.
    public func value(of field: String) -> CELValue? {
        type.index(of: field).map { values[$0] }
    }
}
