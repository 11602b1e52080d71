import CEL

/// A small host to test against: money, roles and tiers of a customer-care desk.
enum CareDesk {
    static let tiers = ["standard", "gold", "silver"]
    static let roles = ["agent", "senior", "supervisor"]
    static let currencies = ["EUR", "USD"]

    static let customer = CELRecordType(
        "customer",
        fields: [
            .init("id", .string), .init("tier", .text("tier")), .init("staff", .bool), .init("visits", .int),
            .init("tags", .list(.text("tier"))),
        ], identity: "id")
    static let item = CELRecordType(
        "item", fields: [.init("name", .string), .init("price", .scalar("money")), .init("owner", .record("customer"))])
    static let order = CELRecordType(
        "order",
        fields: [
            .init("total", .scalar("money")), .init("placed_by", .record("customer")),
            .init("items", .list(.record("item"))), .init("hold", .duration),
        ])
    static let agent = CELRecordType("agent", fields: [.init("role", .scalar("role"))])

    /// An amount in hundredths of a currency.
    static func money(_ payload: Int64, _ currency: String = "EUR") -> CELValue {
        .scalar(
            CELScalar(
                kind: 1, scale: 2, unit: UInt16(currencies.firstIndex(of: currency) ?? 0), payload: payload))
    }

    static func role(_ name: String) -> CELValue {
        .scalar(CELScalar(kind: 2, payload: Int64(roles.firstIndex(of: name) ?? 0)))
    }

    static var declarations: CELDeclarations {
        var declarations = CELDeclarations()
        for type in [customer, item, order, agent] {
            declarations.record(type)
            if type !== item { declarations.variable(type.name, .record(type.name)) }
        }
        declarations.variable("passengers", .int)
        declarations.variable("note", .string)
        declarations.variable("prices", .map(.text("tier"), .int))
        declarations.variable("anything", .dyn)
        declarations.text(CELTextType("tier", members: tiers))
        declarations.scalar(
            CELScalarType(
                "money", kind: 1, numberAdvice: "write an amount with its currency, as in \"20 EUR\"",
                readLiteral: readMoney,
                print: { "\($0.payload / 100) \(currencies[Int($0.unit)])" }))
        declarations.scalar(
            CELScalarType(
                "role", kind: 2,
                readLiteral: { text in
                    roles.contains(text)
                        ? .value(role(text)) : .rejected(message: "`\(text)` is no role", help: "try `agent`")
                },
                print: { roles[Int($0.payload)] }))
        declarations.literalReader(for: .duration) { text in
            CELDuration(parsing: text).map { .value(.duration($0)) } ?? .rejected(message: "`\(text)` is no duration")
        }
        declarations.constant("settings.limit", money(2_000), .scalar("money"))
        declarations.constant("settings.tries", .int(3), .int)
        declareOperators(&declarations)
        declarations.function(
            "unknown",
            [
                .unary("unknown_string", .string, .dyn) { value in
                    guard case .string(let text) = value else { return .failure(.noSuchOverload, "no text") }
                    return .unknown(CELUnknown(CELAttributePath([text.text])))
                }
            ])
        return declarations
    }

    @Sendable private static func readMoney(_ text: String) -> CELLiteralReading {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let amount = Int64(parts[0]), currencies.contains(String(parts[1])) else {
            return .rejected(message: "`\(text)` is no amount of money", help: "write it as in \"20 EUR\"")
        }
        return .value(money(amount * 100, String(parts[1])))
    }

    private static func declareOperators(_ declarations: inout CELDeclarations) {
        let comparisons: [(CELOperator, @Sendable (Int64, Int64) -> Bool)] = [
            (.less, { $0 < $1 }), (.lessOrEqual, { $0 <= $1 }), (.greater, { $0 > $1 }),
            (.greaterOrEqual, { $0 >= $1 }),
        ]
        for (symbol, compare) in comparisons {
            for type in ["money", "role"] {
                declarations.operator(
                    symbol,
                    [
                        .binary("\(type)_\(symbol.rawValue)", .scalar(type), .scalar(type), .bool) { left, right in
                            guard case .scalar(let left) = left, case .scalar(let right) = right else {
                                return .failure(.noSuchOverload, "not two of \(type)")
                            }
                            guard left.unit == right.unit else {
                                return .failure(.invalidArgument, "two currencies")
                            }
                            return .bool(compare(left.payload, right.payload))
                        }
                    ])
            }
        }
        declarations.operator(
            .multiply,
            [
                .binary("money_times_int", .scalar("money"), .int, .scalar("money")) { left, right in
                    guard case .scalar(let amount) = left, case .int(let count) = right else {
                        return .failure(.noSuchOverload, "no money and int")
                    }
                    return .scalar(
                        CELScalar(
                            kind: 1, scale: amount.scale, unit: amount.unit, payload: amount.payload * count))
                }
            ])
    }

    static let environment = CELEnvironment(declarations, options: CELOptions(wordOperators: true))

    /// Evaluates an expression with some facts; all others are unknown.
    static func evaluate(_ source: String, _ facts: [String: CELValue] = [:]) -> CELValue {
        let checking = environment.compile(source)
        guard let expression = checking.expression else {
            return .text("does not compile: " + checking.issues.map(\.message).joined(separator: "; "))
        }
        var slots = CELSlotTable()
        let program = environment.program(for: expression, slots: &slots)
        let frame = CELFrame(slots)
        for (position, slot) in slots.slots.enumerated() {
            if let value = facts[slot.path.description] { frame[position] = value }
        }
        let value = program.evaluate(frame)
        // Both ways to run a program must agree.
        switch (value, program.evaluateCondition(frame)) {
        case (.bool(true), .true), (.bool(false), .false), (.unknown, .unknown), (.error, .error): return value
        case (.bool, let truth): return .text("the condition gives \(truth)")
        default: return value
        }
    }
}
