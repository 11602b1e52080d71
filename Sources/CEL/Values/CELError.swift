/// Why an expression has no value; inside the evaluator this is a value like any other.
public final class CELError: Error, Hashable, Sendable {
    /// What kind of failure it is.
    public enum Code: String, Sendable, CaseIterable {
        /// No operator or function takes values of these types.
        case noSuchOverload
        /// No function has this name.
        case noSuchFunction
        /// No variable has this name.
        case noSuchVariable
        /// A whole number was divided by zero.
        case divisionByZero
        /// A result lies outside the range of its type.
        case overflow
        /// A map has no such key.
        case noSuchKey
        /// A record has no such field.
        case noSuchField
        /// A list has no such position.
        case indexOutOfRange
        /// Two entries of a map have the same key.
        case duplicateKey
        /// An argument has the right type and a wrong value.
        case invalidArgument
        /// The evaluation would have cost more than its limit allows.
        case costLimitExceeded
        /// The evaluation would have taken more than its limits allow.
        case limitExceeded
    }

    /// What kind of failure it is.
    public let code: Code
    /// What went wrong: lower case, without a period.
    public let message: String
    /// The part of the expression that failed, in UTF-8 offsets of its source, where that is known.
    public let range: Range<Int>?

    /// Makes an error.
    public init(_ code: Code, _ message: String, range: Range<Int>? = nil) {
        self.code = code
        self.message = message
        self.range = range
    }

    /// The same error with a place, unless it has one already.
    func located(at range: Range<Int>) -> CELError {
        self.range == nil ? CELError(code, message, range: range) : self
    }

    /// Whether both tell the same about the same place.
    public static func == (left: CELError, right: CELError) -> Bool {
        left === right || (left.code == right.code && left.message == right.message && left.range == right.range)
    }

    /// Feeds the code and the message to a hash.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(code)
        hasher.combine(message)
    }
}
