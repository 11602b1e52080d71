/// A value of a scalar type that the host declared, such as an amount of money.
///
/// The host keeps it canonical: equal values have equal bits, for equality and hashing look at nothing else. Order
/// and arithmetic are overloads that the host declares.
public struct CELScalar: Hashable, Sendable {
    /// The value proper, in whatever unit the type uses.
    public let payload: Int64
    /// Which of the host's scalar types it has.
    public let kind: UInt8
    /// How many decimal digits of ``payload`` stand after the point, where the type has such.
    public let scale: UInt8
    /// What the value counts, such as a currency, by the host's own numbering.
    public let unit: UInt16

    /// Makes a scalar.
    public init(kind: UInt8, scale: UInt8 = 0, unit: UInt16 = 0, payload: Int64) {
        self.payload = payload
        self.kind = kind
        self.scale = scale
        self.unit = unit
    }
}
