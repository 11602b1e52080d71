/// A scalar type that the host declares, such as money.
public struct CELScalarType: Sendable {
    /// The type's name.
    public let name: String
    /// The number by which values of the type are known: ``CELScalar/kind``.
    public let kind: UInt8
    /// Reads a string literal that stands where the type is wanted.
    public let readLiteral: CELLiteralReader
    /// The value as people write it.
    public let print: @Sendable (CELScalar) -> String
    /// What to say to somebody who wrote a bare number where this type is wanted.
    public let numberAdvice: String?

    /// Declares a scalar type.
    public init(
        _ name: String, kind: UInt8, numberAdvice: String? = nil, readLiteral: @escaping CELLiteralReader,
        print: @escaping @Sendable (CELScalar) -> String
    ) {
        self.name = name
        self.kind = kind
        self.readLiteral = readLiteral
        self.print = print
        self.numberAdvice = numberAdvice
    }
}
