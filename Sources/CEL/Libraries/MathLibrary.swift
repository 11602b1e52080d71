/// The functions of the library `math`, as the package `ext` of cel-go defines them (`ext/math.go`, version 2).
///
/// In short:
///
/// - `math.greatest(x, ...)`, `math.least(x, ...)`: the number that is greatest or least, of the arguments or of one
///   list; numbers of different types stand on one line, and of equal ones the first counts.
/// - `math.ceil(x)`, `math.floor(x)`, `math.trunc(x)`: the double rounded up, down or towards zero.
/// - `math.round(x)`: the double rounded to the nearest, ties away from zero.
/// - `math.abs(x)`: the magnitude, of the same type; the least int has none.
/// - `math.sign(x)`: -1, 0 or 1 of the same type; NaN for NaN.
/// - `math.sqrt(x)`: the square root as a double; NaN below zero.
/// - `math.isNaN(x)`, `math.isInf(x)`, `math.isFinite(x)`: what a double is.
/// - `math.bitAnd`, `math.bitOr`, `math.bitXor` of two ints or two uints, `math.bitNot` of one.
/// - `math.bitShiftLeft(x, n)`, `math.bitShiftRight(x, n)`: the bits moved, zeros moved in on either side; from 64 on
///   nothing remains.
enum MathLibrary {
    static let functions: [(String, [CELOverload])] = extremes + rounding + tests + signs + bits

    /// What makes doubles whole.
    private static let rounding: [(String, [CELOverload])] = [
        ("math.ceil", [double("math.ceil", "math_ceil_double") { .double($0.rounded(.up)) }]),
        ("math.floor", [double("math.floor", "math_floor_double") { .double($0.rounded(.down)) }]),
        ("math.round", [double("math.round", "math_round_double") { .double($0.rounded(.toNearestOrAwayFromZero)) }]),
        ("math.trunc", [double("math.trunc", "math_trunc_double") { .double($0.rounded(.towardZero)) }]),
    ]

    /// What asks whether a double is a number.
    private static let tests: [(String, [CELOverload])] = [
        ("math.isNaN", [double("math.isNaN", "math_isNaN_double", .bool) { .bool($0.isNaN) }]),
        ("math.isInf", [double("math.isInf", "math_isInf_double", .bool) { .bool($0.isInfinite) }]),
        ("math.isFinite", [double("math.isFinite", "math_isFinite_double", .bool) { .bool($0.isFinite) }]),
    ]

    /// Magnitudes, signs and roots.
    private static let signs: [(String, [CELOverload])] = [
        (
            "math.abs",
            [
                double("math.abs", "math_abs_double") { .double($0.magnitude) },
                int("math.abs", "math_abs_int") { number in
                    Int64(exactly: number.magnitude).map(CELValue.int)
                        ?? .failure(.overflow, "the result of `math.abs` is out of the range of int")
                },
                uint("math.abs", "math_abs_uint") { .uint($0) },
            ]
        ),
        (
            "math.sign",
            [
                double("math.sign", "math_sign_double") { number in
                    .double(number.isNaN ? number : number > 0 ? 1 : number < 0 ? -1 : 0)
                },
                int("math.sign", "math_sign_int") { .int($0.signum()) },
                uint("math.sign", "math_sign_uint") { .uint($0 > 0 ? 1 : 0) },
            ]
        ),
        (
            "math.sqrt",
            [
                double("math.sqrt", "math_sqrt_double") { .double($0.squareRoot()) },
                int("math.sqrt", "math_sqrt_int", .double) { .double(Double($0).squareRoot()) },
                uint("math.sqrt", "math_sqrt_uint", .double) { .double(Double($0).squareRoot()) },
            ]
        ),
    ]

    // MARK: Declaring

    private static func double(
        _ name: String, _ id: String, _ result: CELType = .double, _ body: @escaping @Sendable (Double) -> CELValue
    ) -> CELOverload {
        .unary(id, .double, result) { value in
            guard case .double(let number) = value else { return StandardFunctions.noSuchOverload(name, value) }
            return body(number)
        }
    }

    /// A function of one int.
    static func int(
        _ name: String, _ id: String, _ result: CELType = .int, _ body: @escaping @Sendable (Int64) -> CELValue
    ) -> CELOverload {
        .unary(id, .int, result) { value in
            guard case .int(let number) = value else { return StandardFunctions.noSuchOverload(name, value) }
            return body(number)
        }
    }

    /// A function of one uint.
    static func uint(
        _ name: String, _ id: String, _ result: CELType = .uint, _ body: @escaping @Sendable (UInt64) -> CELValue
    ) -> CELOverload {
        .unary(id, .uint, result) { value in
            guard case .uint(let number) = value else { return StandardFunctions.noSuchOverload(name, value) }
            return body(number)
        }
    }
}
