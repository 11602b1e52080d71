/// A record type that the host declares: a name and typed fields.
public final class CELRecordType: Sendable {
    /// A field of a record type.
    public struct Field: Hashable, Sendable {
        /// The field's name.
        public let name: String
        /// The type of its values.
        public let type: CELType

        /// Makes a field.
        public init(_ name: String, _ type: CELType) {
            self.name = name
            self.type = type
        }
    }

    /// The type's name.
    public let name: String
    /// The fields in the order in which records hold their values.
    public let fields: [Field]
    /// The field that tells records apart, where there is one: two records are then equal when it is.
    public let identityIndex: Int?
    private let indices: [String: Int]

    /// Makes a record type.
    ///
    /// - Parameters:
    ///   - name: the type's name.
    ///   - fields: its fields; of two with the same name the first counts.
    ///   - identity: the name of the field that tells records apart; nil to compare all fields.
    public init(_ name: String, fields: [Field], identity: String? = nil) {
        self.name = name
        self.fields = fields
        self.indices = Dictionary(fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.identityIndex = identity.flatMap { [indices] in indices[$0] }
    }

    /// The position of a field, or nil where there is none of this name.
    public func index(of field: String) -> Int? { indices[field] }
}
