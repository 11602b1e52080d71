/// The key of a map in the one form in which equal keys are equal: whole numbers of all types are the same key.
package enum CELMapKey: Hashable, Sendable {
    case bool(Bool)
    case int(Int64)
    /// An unsigned number above the range of ``int``.
    case large(UInt64)
    case string(CELString)
    case scalar(CELScalar)

    /// The key that a value stands for, or nil where no key can equal it.
    package init?(_ value: CELValue) {
        switch value {
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .int(value)
        case .uint(let value): self = Int64(exactly: value).map(CELMapKey.int) ?? .large(value)
        case .double(let value):
            if let whole = Int64(exactly: value) {
                self = .int(whole)
            } else if let whole = UInt64(exactly: value) {
                self = .large(whole)
            } else {
                return nil
            }
        case .string(let value): self = .string(value)
        case .scalar(let value): self = .scalar(value)
        case .null, .bytes, .timestamp, .duration, .list, .map, .record, .optional, .opaque, .type, .error,
            .unknown:
            return nil
        }
    }

    /// Whether a value may be a key of a map that is made; a double may only look one up.
    static func canBeKey(_ value: CELValue) -> Bool {
        if case .double = value { return false }
        return CELMapKey(value) != nil
    }
}
