extension StandardFunctions {
    /// What looks into strings, and what joins strings and bytes.
    static let texts: [(String, [CELOverload])] = [
        ("contains", [test("contains_string", "contains") { $0.contains($1) }]),
        ("startsWith", [test("starts_with_string", "startsWith") { $0.hasPrefix($1) }]),
        ("endsWith", [test("ends_with_string", "endsWith") { $0.hasSuffix($1) }]),
        (
            "matches",
            [
                .binary("matches", .string, .string, .bool) { Matching.search($0, $1, PatternLimits()) },
                .binary("matches_string", .string, .string, .bool, style: .member) {
                    Matching.search($0, $1, PatternLimits())
                },
            ]
        ),
        (
            CELOperator.add.rawValue,
            [
                .binary("add_string", .string, .string, .string) { left, right in
                    guard case .string(let first) = left, case .string(let second) = right else {
                        return noSuchOverload(CELOperator.add.rawValue, left, right)
                    }
                    return .text(first.text + second.text)
                },
                .binary("add_bytes", .bytes, .bytes, .bytes) { left, right in
                    guard case .bytes(let first) = left, case .bytes(let second) = right else {
                        return noSuchOverload(CELOperator.add.rawValue, left, right)
                    }
                    return .bytes(CELBytes(first.bytes + second.bytes))
                },
            ]
        ),
    ]

    private static func test(
        _ id: String, _ name: String, _ body: @escaping @Sendable (CELString, CELString) -> Bool
    ) -> CELOverload {
        .binary(id, .string, .string, .bool, style: .member) { receiver, argument in
            guard case .string(let whole) = receiver, case .string(let part) = argument else {
                return noSuchOverload(name, receiver, argument)
            }
            return .bool(body(whole, part))
        }
    }
}
