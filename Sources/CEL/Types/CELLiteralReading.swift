/// What a host makes of a string literal that stands where one of its types is wanted.
public enum CELLiteralReading: Sendable {
    /// The literal is this value.
    case value(CELValue)
    /// The literal is no value of the type: why, and how to mend it.
    case rejected(message: String, help: String? = nil)
}

/// Reads a string literal as a value of one type.
public typealias CELLiteralReader = @Sendable (String) -> CELLiteralReading
