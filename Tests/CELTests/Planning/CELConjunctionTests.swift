import Testing

@testable import CEL

@Suite("The terms of a condition say what its tree says")
struct CELConjunctionTests {
    private static let environment: CELEnvironment = {
        var declarations = RandomExpression.declarations
        let customer = CELRecordType(
            "customer",
            fields: [.init("tier", .string), .init("visits", .int), .init("vip", .bool), .init("and", .string)])
        declarations.record(customer)
        declarations.variable("customer", .record("customer"))
        declarations.constant("limits.visits", .int(7), .int)
        var options = CELOptions(libraries: Set(CELLibrary.allCases))
        options.wordOperators = true
        return CELEnvironment(declarations, options: options)
    }()

    @Test(
        "comparisons of facts with constants are terms",
        arguments: [
            ("customer.visits > 3", ["customer.visits > 3"]),
            ("customer.tier in ['a', \"b\"] and !customer.vip", ["customer.tier in ['a', 'b']", "not customer.vip"]),
            ("(flag && count == 1) and not customer.vip", ["flag", "count == 1", "not customer.vip"]),
            ("!(limits.visits <= customer.visits)", ["not 7 <= customer.visits"]),
            ("customer.and == 'x' && true", ["customer.and == 'x'", "true"]),
            ("count in [limits.visits, -1]", ["count in [7, -1]"]),
            ("flag || customer.vip", ["any of flag; customer.vip"]),
            (
                "(flag or customer.vip && count < 2 or count == 3) and !flag",
                [
                    "any of flag; customer.vip and count < 2; count == 3", "not flag",
                ]
            ),
            ("flag || count + 1 == 2", ["any of flag; other"]), ("!(flag || customer.vip)", ["other"]),
            ("!(flag && customer.vip)", ["other"]),
            ("count + 1 == 2 && flag", ["other", "flag"]), ("has(customer.tier)", ["other"]),
        ])
    func terms(_ source: String, _ expected: [String]) throws {
        let expression = try #require(Self.environment.compile(source).expression)
        let conjunction = CELConjunction(expression)
        #expect(conjunction.terms.map(Self.text) == expected)
        #expect(conjunction.isWhole == !expected.contains { $0.contains("other") })
    }

    @Test("where they are whole, they read the same facts in the same order as a program")
    func slots() throws {
        var count = 0
        for round in 0..<20_000 {
            var random = RandomExpression(seed: UInt64(2_000_000 + round))
            guard let expression = Self.environment.compile(Self.condition(&random)).expression else { continue }
            let conjunction = CELConjunction(expression)
            guard conjunction.isWhole else { continue }
            var (slots, reserved) = (CELSlotTable(), CELSlotTable())
            _ = Self.environment.program(for: expression, slots: &slots)
            let read = conjunction.reserveSlots(in: &reserved)
            #expect(slots.slots == reserved.slots, "\(expression.text)")
            #expect(read == expression.attributes.compactMap { slots.index(of: $0.path) }, "\(expression.text)")
            count += 1
        }
        #expect(count > 2_000)
    }

    @Test("a condition of known terms is what reading it in full finds")
    func memory() {
        let memory = CELTermMemory(Self.environment)
        var (known, unknown) = (0, 0)
        for round in 0..<20_000 {
            var random = RandomExpression(seed: UInt64(3_000_000 + round))
            let source = Self.condition(&random)
            let recalled = memory.conjunction(of: source)
            let expression = Self.environment.compile(source).expression
            if let recalled {
                let read = expression.map { CELConjunction($0) }
                #expect(recalled.terms.map(Self.text) == read?.terms.map(Self.text), "\(source)")
                #expect(read?.isWhole == true && expression?.type == .bool, "\(source)")
                known += 1
            } else if let expression {
                if expression.type == .bool { memory.keep(CELConjunction(expression), of: expression) }
                unknown += 1
            }
        }
        #expect(known > 5_000 && unknown > 5_000)
    }

    @Test(
        "what stands in other places is not taken for a known term",
        arguments: [
            "customer.and == \"x\" && (flag && customer.vip)", "customer.and == \"x\"", "customer.visits > -3",
            "customer.visits > 3u", "customer.visits > 0x3", "customer.visits > limits.visits",
            "customer.visits > 3 || flag", "flag || customer.vip && count == 1", "(flag || customer.vip) && count == 1",
            "count == 1 && flag || customer.vip", "flag ? customer.visits > 3 : flag && customer.visits > 3",
            "customer.visits > 9223372036854775808", "customer.visits > 3 && ", "customer.visits > 3 && any",
            "customer.visits > 3 // and flag", "customer.visits > 3 > 4", "customer.visits > 3 && 'and'",
        ])
    func traps(_ source: String) {
        let memory = CELTermMemory(Self.environment)
        let known = [
            "customer.visits > 3", "flag && customer.vip", "customer.and == \"x\" && (flag && customer.vip)", "any",
            "customer.visits > limits.visits", "customer.visits > -3", "flag || customer.vip", "count == 1",
            "(flag || customer.vip) && flag",
        ]
        for source in known {
            guard let expression = Self.environment.compile(source).expression else { continue }
            memory.keep(CELConjunction(expression), of: expression)
        }
        guard let recalled = memory.conjunction(of: source) else { return }
        let read = Self.environment.compile(source).expression.map { CELConjunction($0) }
        #expect(recalled.terms.map(Self.text) == read?.terms.map(Self.text))
    }

    /// One to three conditions joined by `and`, about one variable most of the time.
    private static func condition(_ random: inout RandomExpression) -> String {
        (0...random.below(3)).map { _ in
            let number = random.below(12)
            let signs = ["==", "!=", "<", "<=", ">", ">=", "&&", "in"]
            switch random.below(8) {
            case 0: return random.text(.bool, 2)
            case 1: return "customer.tier \(signs[random.below(2)]) '\(["a", "b", "c"][random.below(3)])'"
            case 2: return ["flag", "customer.vip", "!flag", "true", "any", "(flag)"][random.below(6)]
            case 3: return "count in [\(number), limits.visits]"
            default:
                let fact = ["customer.visits", "count", "rate"][random.below(3)]
                return "\(fact) \(signs[random.below(8)]) \(number)"
            }
        }.joined(separator: [" && ", " and ", "&&", " || "][random.below(13) % 4])
    }

    // MARK: Text

    private static func text(_ term: CELConjunction.Term) -> String {
        switch term {
        case .truth(let operand, let isNegated): (isNegated ? "not " : "") + text(operand)
        case .comparison(let operation, let left, let right, let isNegated):
            "\(isNegated ? "not " : "")\(text(left)) \(operation.symbol) \(text(right))"
        case .any(let alternatives):
            "any of " + alternatives.map { $0.map(text).joined(separator: " and ") }.joined(separator: "; ")
        case .other: "other"
        }
    }

    private static func text(_ operand: CELConjunction.Operand) -> String {
        switch operand {
        case .fact(let fact): fact.path.description
        case .constant(.string(let text)): "'\(text.text)'"
        case .constant(let value): environment.text(of: value)
        case .list(let elements): "[\(elements.map(text).joined(separator: ", "))]"
        }
    }
}
