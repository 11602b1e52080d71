/// A library of the language that an environment can switch on; none is on by default.
public enum CELLibrary: String, Hashable, Sendable, CaseIterable {
    /// More about strings: `charAt`, `format`, `indexOf`, `join`, `replace`, `split`, `substring`, `trim` ...
    case strings
    /// Numbers: `math.greatest`, `math.least`, rounding, signs and bits.
    case math
    /// Base64: `base64.encode`, `base64.decode`.
    case encoders
    /// Values that may be absent: `a.?b`, `a[?b]`, `[?a]`, `{?a: b}`, `optional.of` and what goes with it.
    case optionals
    /// A name for a part of an expression: `cel.bind(name, value, expression)`.
    case bindings
    /// Loops with two variables, and loops that make lists and maps: `transformList`, `transformMap` ...
    case comprehensions
    /// Numbered parts of an expression, as optimizers write them: `cel.block([...], expression)`.
    case block
    /// Addresses and networks of the Internet Protocol: `ip`, `cidr` and what goes with them.
    case network
    /// The messages of `google.protobuf` that stand for plain values, such as `google.protobuf.Int32Value{value: 1}`.
    case wellKnownTypes

    /// The functions that the library adds, by name; ids are those of the definitions it follows.
    var functions: [(String, [CELOverload])] {
        switch self {
        case .strings: StringsLibrary.functions
        case .math: MathLibrary.functions
        case .encoders: EncodersLibrary.functions
        case .network: NetworkLibrary.functions
        case .optionals: OptionalsLibrary.functions
        case .bindings, .comprehensions, .block, .wellKnownTypes: []
        }
    }

    /// The names of types that the library adds.
    var typeNames: [CELTypeValue] {
        switch self {
        case .optionals: [.optional]
        case .network: NetworkLibrary.typeNames
        case .strings, .math, .encoders, .bindings, .comprehensions, .block, .wellKnownTypes: []
        }
    }

    /// The macros that the library adds, as people write them.
    var macroNames: [String] {
        switch self {
        case .optionals: [CELBinding.Macro.optMap.rawValue, CELBinding.Macro.optFlatMap.rawValue]
        case .bindings: ["cel.bind"]
        case .comprehensions: ["existsOne", "transformList", "transformMap", "transformMapEntry"]
        case .block: ["cel.block", "cel.index", "cel.iterVar", "cel.accuVar"]
        case .strings, .math, .encoders, .network, .wellKnownTypes: []
        }
    }

    /// The library that has a function or macro of a name, dots included; nil where none has.
    static func having(_ name: String) -> CELLibrary? {
        allCases.first { $0.macroNames.contains(name) || $0.functions.contains { $0.0 == name } }
    }
}
