extension MathLibrary {
    /// What looks at numbers as 64 bits.
    static let bits: [(String, [CELOverload])] = [
        pair("math.bitAnd", "math_bitAnd") { $0 & $1 },
        pair("math.bitOr", "math_bitOr") { $0 | $1 },
        pair("math.bitXor", "math_bitXor") { $0 ^ $1 },
        (
            "math.bitNot",
            [
                int("math.bitNot", "math_bitNot_int_int") { .int(~$0) },
                uint("math.bitNot", "math_bitNot_uint_uint") { .uint(~$0) },
            ]
        ),
        shift("math.bitShiftLeft", "math_bitShiftLeft") { $0 << $1 },
        shift("math.bitShiftRight", "math_bitShiftRight") { $0 >> $1 },
    ]

    /// A function of two ints or two uints.
    private static func pair(
        _ name: String, _ idPart: String, _ body: @escaping @Sendable (UInt64, UInt64) -> UInt64
    ) -> (String, [CELOverload]) {
        let ints = CELOverload.binary("\(idPart)_int_int", .int, .int, .int) { left, right in
            guard case .int(let first) = left, case .int(let second) = right else {
                return StandardFunctions.noSuchOverload(name, left, right)
            }
            return .int(Int64(bitPattern: body(UInt64(bitPattern: first), UInt64(bitPattern: second))))
        }
        let uints = CELOverload.binary("\(idPart)_uint_uint", .uint, .uint, .uint) { left, right in
            guard case .uint(let first) = left, case .uint(let second) = right else {
                return StandardFunctions.noSuchOverload(name, left, right)
            }
            return .uint(body(first, second))
        }
        return (name, [ints, uints])
    }

    /// A function that moves the bits of an int or a uint, without regard to the sign.
    private static func shift(
        _ name: String, _ idPart: String, _ body: @escaping @Sendable (UInt64, Int64) -> UInt64
    ) -> (String, [CELOverload]) {
        @Sendable func move(_ bits: UInt64, by count: Int64, _ wrap: (UInt64) -> CELValue) -> CELValue {
            guard count >= 0 else {
                return .failure(.invalidArgument, "`\(name)` cannot move bits by \(count), which is below 0")
            }
            return wrap(count < 64 ? body(bits, count) : 0)
        }
        let ints = CELOverload.binary("\(idPart)_int_int", .int, .int, .int) { value, count in
            guard case .int(let number) = value, case .int(let count) = count else {
                return StandardFunctions.noSuchOverload(name, value, count)
            }
            return move(UInt64(bitPattern: number), by: count) { .int(Int64(bitPattern: $0)) }
        }
        let uints = CELOverload.binary("\(idPart)_uint_int", .uint, .int, .uint) { value, count in
            guard case .uint(let number) = value, case .int(let count) = count else {
                return StandardFunctions.noSuchOverload(name, value, count)
            }
            return move(number, by: count) { .uint($0) }
        }
        return (name, [ints, uints])
    }
}
