import CEL
import Synchronization

/// The code that the documentation of the module shows: each part between `// shown` and `// end` is a block of it.
enum EmbeddingExamples {
    static func inFiveLines() -> CELValue? {
        // shown
        var declarations = CELDeclarations()
        declarations.variable("total", .double)
        let environment = CELEnvironment(declarations)
        let checking = environment.compile("total >= 50.0 ? 'post free' : 'plus postage'")
        let answer = checking.expression.map { environment.program(for: $0).evaluate(["total": .double(84.5)]) }
        // end
        return answer
    }

    static let customer = CELRecordType(
        "customer", fields: [.init("id", .string), .init("tier", .text("tier")), .init("visits", .int)],
        identity: "id")

    static func declarations() -> CELDeclarations {
        // shown
        let customer = CELRecordType(
            "customer", fields: [.init("id", .string), .init("tier", .text("tier")), .init("visits", .int)],
            identity: "id")

        var declarations = CELDeclarations()
        declarations.record(customer)
        declarations.text(CELTextType("tier", members: ["standard", "gold"]))
        declarations.variable("customer", .record("customer"))
        declarations.variable("order.total", .double)
        declarations.variable("tags", .list(.string))
        declarations.constant("settings.regular", .int(10), .int)
        // end
        _ = customer
        // shown
        declarations.function("discount") { (price: Double, percent: Int64) in
            price * (100 - Double(percent)) / 100
        }
        declarations.function("initial", style: .member, cost: 2) { (name: String) throws(CELError) -> String in
            guard let first = name.first else { throw CELError(.invalidArgument, "an empty name has no initial") }
            return String(first)
        }
        // end
        return declarations
    }

    static func money(_ declarations: inout CELDeclarations) {
        // shown
        let money = CELScalarType(
            "money", kind: 1, numberAdvice: "write an amount with its currency, as in \"20 EUR\"",
            readLiteral: { text in
                guard text.hasSuffix(" EUR"), let euros = Int64(text.dropLast(4)) else {
                    return .rejected(message: "`\(text)` is no amount", help: "write it as in \"20 EUR\"")
                }
                return .value(.scalar(CELScalar(kind: 1, payload: euros)))
            },
            print: { "\($0.payload) EUR" })
        declarations.scalar(money)
        declarations.operator(
            .less,
            [
                .binary("less_money", .scalar("money"), .scalar("money"), .bool) { left, right in
                    guard case .scalar(let left) = left, case .scalar(let right) = right else {
                        return .failure(.noSuchOverload, "`<` takes two amounts")
                    }
                    return .bool(left.payload < right.payload)
                }
            ])
        // end
    }

    static func environment(_ given: CELDeclarations) -> CELEnvironment {
        var declarations = given
        // shown
        declarations.container = "settings"
        var options = CELOptions(libraries: [.strings, .math, .optionals, .bindings])
        options.wordOperators = true
        options.limits.costMax = 50_000
        let environment = CELEnvironment(declarations, options: options)
        // end
        return environment
    }

    static func stages(_ environment: CELEnvironment) -> CELValue? {
        let source = "customer.visits >= settings.regular"
        // shown
        let parsing = environment.parse(source)
        guard let tree = parsing.tree else { return report(parsing.issues) }
        let checking = environment.check(tree, expecting: .bool)
        guard let expression = checking.expression else { return report(checking.issues) }
        let program = environment.program(for: expression)

        let ana = CELRecord(customer, [.text("c-1"), .text("gold"), .int(12)])
        let value = program.evaluate(["customer": .record(ana)])
        // end
        return value
    }

    static func report(_ issues: [CELIssue]) -> CELValue? { nil }

    static func frames(_ environment: CELEnvironment, _ sources: [String], _ visits: [Int64]) -> [CELTruth] {
        // shown
        var slots = CELSlotTable()
        let programs = sources.compactMap { environment.compile($0, expecting: .bool).expression }
            .map { environment.program(for: $0, slots: &slots) }
        let frame = CELFrame(slots)
        let visitsSlot = slots.index(of: "customer.visits")

        var truths: [CELTruth] = []
        for count in visits {
            if let visitsSlot { frame[visitsSlot] = .int(count) }
            for program in programs { truths.append(program.evaluateCondition(frame)) }
        }
        // end
        return truths
    }

    static func outcome(_ value: CELValue) -> String {
        // shown
        switch value {
        case .bool(true): return "yes"
        case .bool(false): return "no"
        case .unknown(let unknown): return "first find out: \(unknown.paths.map(\.description).joined(separator: ", "))"
        case .error(let error): return "failed: \(error.message)"
        default: return "no condition: \(value.plainText)"
        }
        // end
    }

    static func partial() -> (CELValue, String) {
        // shown
        var declarations = CELDeclarations()
        declarations.variable("customer", .map(.string, .dyn))
        declarations.variable("total", .double)
        let environment = CELEnvironment(declarations)
        let source = "customer.staff == true || (total > 50.0 && customer.visits > 3)"
        guard let expression = environment.compile(source).expression else { return (.null, "") }

        let staff = CELAttributePattern("customer", [.key("staff")])
        let visits = CELAttributePattern("customer", [.key("visits")])
        let result = environment.partiallyEvaluate(
            expression, ["customer": .map(.empty), "total": .double(84.5)], unknowns: [staff, visits])
        // end
        return (result.value, result.residual)
    }

    static func costs() -> (CELCostEstimate?, Int, CELValue?, [CELIssue]) {
        // shown
        var declarations = CELDeclarations()
        declarations.variable("tags", .list(.string))
        let environment = CELEnvironment(declarations)
        let expression = environment.compile("tags.exists(tag, tag == 'vip')").expression
        let estimate = expression.map { environment.estimateCost(of: $0, sizes: ["tags": 100]) }

        let frame = expression.map { environment.program(for: $0).frame(["tags": .elements([.text("vip")])]) }
        let value = expression.flatMap { expression in frame.map { environment.program(for: expression).evaluate($0) } }
        let cost = frame?.cost ?? 0
        // end
        var options = CELOptions()
        // shown
        options.limits.estimatedCostMax = 10_000
        let issues = CELEnvironment(declarations, options: options).compile("tags.all(a, tags.all(b, a == b))").issues
        // end
        return (estimate, cost, value, issues)
    }

    static func explanation() -> [String] {
        var declarations = CELDeclarations()
        declarations.variable("total", .double)
        declarations.variable("visits", .int)
        let environment = CELEnvironment(declarations)
        guard let expression = environment.compile("visits > 3 && total < 50.0").expression else { return [] }
        // shown
        let explanation = environment.explain(expression, ["visits": .int(12), "total": .double(84.5)])
        let lines = explanation.parts.compactMap { part in
            part.values.first.map { value in
                String(repeating: "  ", count: part.depth) + expression.tree.text(of: part.expression)
                    + " is " + environment.text(of: value)
            }
        }
        // end
        return lines
    }

    static func diagnostics(_ environment: CELEnvironment) -> [String] {
        // shown
        let source = "customer.teir == 'gold'"
        let lines = environment.compile(source).issues.map { issue in
            let place = String(repeating: " ", count: issue.range.lowerBound)
            let mark = String(repeating: "^", count: max(1, issue.range.count))
            return "\(source)\n\(place)\(mark) \(issue.code.rawValue): \(issue.message) \(issue.help ?? "")"
        }
        // end
        return lines
    }

    static func threads(_ program: CELProgram) async -> [CELValue] {
        // shown
        let values = await withTaskGroup(of: CELValue.self) { group in
            for visits in Int64(0)..<4 {
                group.addTask { program.evaluate(["visits": .int(visits)]) }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        // end
        return values
    }
}
