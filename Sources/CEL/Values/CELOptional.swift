/// A value that may be absent, which an expression can ask about: what the library of optionals makes.
///
/// Absent is not unknown: it is known that there is nothing.
public final class CELOptional: Sendable {
    /// What it holds; nil for nothing.
    public let value: CELValue?

    /// An optional that holds a value.
    public init(_ value: CELValue) { self.value = value }

    private init() { self.value = nil }

    /// The optional that holds nothing.
    public static let none = CELOptional()
}
