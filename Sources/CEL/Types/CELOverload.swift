/// One way to call a function or an operator.
///
/// Strict: errors and unknowns among the arguments are dealt with before the call. The implementation must give the
/// same result for the same arguments, for calls on constants are made once, ahead of time.
public struct CELOverload: Sendable {
    /// How it is written.
    public enum Style: Hashable, Sendable {
        /// `f(x, y)`, or an operator.
        case function
        /// `x.f(y)`; the first parameter is the receiver.
        case member
    }

    /// What is called.
    public enum Implementation: Sendable {
        /// Takes one argument.
        case unary(@Sendable (CELValue) -> CELValue)
        /// Takes two arguments.
        case binary(@Sendable (CELValue, CELValue) -> CELValue)
        /// Takes any number of arguments.
        case variadic(@Sendable ([CELValue]) -> CELValue)
    }

    /// A name that no other overload has.
    public let id: String
    /// The types of the arguments, the receiver first.
    public let parameters: [CELType]
    /// The type of what it gives.
    public let result: CELType
    /// How it is written.
    public let style: Style
    /// What is called.
    public let implementation: Implementation
    /// Whether the last parameter takes any number of arguments, one at least.
    public let isVariadic: Bool
    /// What a call costs beyond the one that each costs, charged before it is made.
    public var extraCost = 0
    /// Whether it belongs to the language; only then does its id say what it does.
    var isStandard = false

    /// Declares an overload.
    public init(
        _ id: String, _ parameters: [CELType], _ result: CELType, style: Style = .function,
        isVariadic: Bool = false, _ implementation: Implementation
    ) {
        self.id = id
        self.parameters = parameters
        self.result = result
        self.style = style
        self.isVariadic = isVariadic
        self.implementation = implementation
    }

    /// Declares an overload of one argument.
    public static func unary(
        _ id: String, _ parameter: CELType, _ result: CELType, style: Style = .function,
        _ body: @escaping @Sendable (CELValue) -> CELValue
    ) -> CELOverload {
        CELOverload(id, [parameter], result, style: style, .unary(body))
    }

    /// Declares an overload of two arguments.
    public static func binary(
        _ id: String, _ first: CELType, _ second: CELType, _ result: CELType, style: Style = .function,
        _ body: @escaping @Sendable (CELValue, CELValue) -> CELValue
    ) -> CELOverload {
        CELOverload(id, [first, second], result, style: style, .binary(body))
    }

    /// Declares an overload of any number of parameters; the last of them may take any number of arguments.
    public static func variadic(
        _ id: String, _ parameters: [CELType], _ result: CELType, style: Style = .function,
        isVariadic: Bool = false, _ body: @escaping @Sendable ([CELValue]) -> CELValue
    ) -> CELOverload {
        CELOverload(id, parameters, result, style: style, isVariadic: isVariadic, .variadic(body))
    }

    /// Whether it takes this many arguments.
    func takes(argumentCount: Int) -> Bool {
        isVariadic ? argumentCount >= max(1, parameters.count) : argumentCount == parameters.count
    }

    /// The types of so many arguments, the last one repeated where the overload takes any number.
    func parameters(argumentCount: Int) -> [CELType] {
        guard isVariadic, let last = parameters.last, argumentCount > parameters.count else { return parameters }
        return parameters + Array(repeating: last, count: argumentCount - parameters.count)
    }

    /// Calls the implementation with known arguments.
    func call(_ arguments: [CELValue]) -> CELValue {
        switch implementation {
        case .unary(let body): arguments.count == 1 ? body(arguments[0]) : Self.wrongCount
        case .binary(let body): arguments.count == 2 ? body(arguments[0], arguments[1]) : Self.wrongCount
        case .variadic(let body): body(arguments)
        }
    }

    private static var wrongCount: CELValue { .failure(.noSuchOverload, "wrong number of arguments") }
}
