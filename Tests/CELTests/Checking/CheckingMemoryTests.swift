import Testing

@testable import CEL

@Suite("What was found out about a call is found out again of the next one like it")
struct CheckingMemoryTests {
    /// An environment that nothing was checked in yet, with a set of strings that has two members.
    private static func environment() -> CELEnvironment {
        var declarations = CELDeclarations()
        declarations.text(CELTextType("tier", members: ["gold", "silver"]))
        declarations.record(
            CELRecordType("customer", fields: [.init("tier", .text("tier")), .init("orders", .int)]))
        declarations.variable("customer", .record("customer"))
        declarations.variable("names", .list(.string))
        return CELEnvironment(declarations)
    }

    private static let sources = [
        "customer.tier == 'gold'", "customer.tier == 'silver'", "customer.tier == 'golden'", "'gold' == customer.tier",
        "customer.tier in ['gold', 'silver']", "customer.tier in ['gold', 'tin']", "customer.tier in []",
        "customer.orders > 3", "customer.orders > 3.5", "customer.orders > 'gold'", "'a' in names", "'gold' in names",
        "names[0] == 'gold'", "names == ['gold']", "names == ['tin', 'zinc']", "'a' == 'b'", "['a'] == ['b']",
        "size(names) == 2", "names.size() == 2", "'gold'.startsWith('g')", "customer.tier.startsWith('g')",
        "(customer.orders > 1 ? 'gold' : 'tin') == customer.tier", "customer.orders + 1 == 2",
        "names + ['gold'] == names", "customer.tier + 'x' == 'goldx'", "customer == customer",
        "customer.tier < 'silver'", "[] == []", "dyn(1) == 'a'",
    ]

    /// What checking says of a source, and of each part of it.
    private static func findings(_ source: String, _ environment: CELEnvironment) -> [String] {
        let checking = environment.compile(source)
        guard let expression = checking.expression else {
            return checking.issues.map { "\($0.code.rawValue) \($0.range) \($0.message) \($0.help ?? "")" }
        }
        func parts(_ node: CELExpression) -> [String] {
            let value = expression.literalValue(of: node).map { "\($0)" } ?? ""
            let own = "\(node.range) \(expression.type(of: node)) \(expression.overloadIDs(of: node)) \(value)"
            return [own] + node.children.flatMap(parts)
        }
        return parts(expression.root)
    }

    @Test("in whatever order", arguments: [false, true])
    func anyOrder(isReversed: Bool) {
        let shared = Self.environment()
        for _ in 0..<2 {
            for source in isReversed ? Self.sources.reversed() : Self.sources {
                #expect(Self.findings(source, shared) == Self.findings(source, Self.environment()), "\(source)")
            }
        }
    }

    @Test("and by environments that have further records")
    func added() {
        let base = Self.environment()
        func extended(_ type: CELType) -> CELEnvironment {
            base.adding(
                records: [CELRecordType("event", fields: [.init("amount", type)])],
                variables: ["event": .record("event")])
        }
        let (whole, text) = (extended(.int), extended(.string))
        #expect(whole.compile("event.amount > 3").issues.isEmpty)
        #expect(text.compile("event.amount > 3").issues.map(\.code) == [.noMatchingOverload])
        #expect(text.compile("event.amount > 'a' && customer.orders > 3").issues.isEmpty)
        #expect(base.compile("event.amount > 3").issues.map(\.code) == [.unknownName])
        #expect(whole.compile("event.amuont > 3").issues.first?.help == "did you mean `amount`?")
    }
}
