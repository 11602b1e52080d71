import CEL
import Testing

@Suite("A checked expression tells what it is made of")
struct CheckedExpressionTests {
    private func compile(_ source: String) throws -> CELCheckedExpression {
        let checking = CareDesk.environment.compile(source)
        return try #require(checking.expression, "\(checking.issues.map(\.message))")
    }

    @Test("its conjuncts are expressions of their own")
    func conjuncts() throws {
        let expression = try compile("customer.tier == 'gold' and (order.total < '5 EUR' and customer.staff)")
        #expect(
            expression.conjuncts.map(\.text) == ["customer.tier == 'gold'", "order.total < '5 EUR'", "customer.staff"])
        var slots = CELSlotTable()
        let program = CareDesk.environment.program(for: expression.conjuncts[1], slots: &slots)
        #expect(slots.slots.map(\.path) == ["order.total"])
        let frame = CELFrame(slots)
        frame[0] = CareDesk.money(499)
        #expect(program.evaluateCondition(frame) == .true)
    }

    @Test("the facts that it reads are listed with their places")
    func attributes() throws {
        let expression = try compile(
            "has(order.placed_by.tier) && order.items.all(i, i.owner == customer) && settings.tries > passengers")
        let reads = expression.attributes
        #expect(reads.map(\.path) == ["order.placed_by.tier", "order.items", "customer", "passengers"])
        #expect(reads.map(\.isPresenceTest) == [true, false, false, false])
        #expect(
            reads.map { expression.tree.text(of: $0.range) } == [
                "has(order.placed_by.tier)", "order.items", "customer", "passengers",
            ])
    }

    @Test("slots are shared by programs and keep their places")
    func slots() throws {
        var slots = CELSlotTable()
        _ = CareDesk.environment.program(for: try compile("customer.tier == order.placed_by.tier"), slots: &slots)
        _ = CareDesk.environment.program(for: try compile("customer.staff || customer.tier == 'gold'"), slots: &slots)
        _ = CareDesk.environment.program(for: try compile("customer == order.placed_by"), slots: &slots)
        #expect(
            slots.slots.map(\.path) == [
                "customer.tier", "order.placed_by.tier", "customer.staff", "customer", "order.placed_by",
            ])
        #expect(
            slots.slots.map(\.type) == [
                .text("tier"), .text("tier"), .bool, .record("customer"), .record("customer"),
            ])
        #expect(slots.index(of: "customer.staff") == 2)
        #expect(slots.index(of: "agent.role") == nil)
    }

    @Test(
        arguments: [
            ("1 + 2 * 3", CELValue.int(7)), ("settings.tries + 1", .int(4)), ("'a' in ['a', 'b']", .bool(true)),
            ("[1, 2].map(x, x * 2)", .elements([.int(2), .int(4)])), ("passengers + 1", nil), ("1 / 0", nil),
            ("unknown('why')", nil),
        ] as [(String, CELValue?)])
    func constants(_ source: String, value: CELValue?) throws {
        #expect(CareDesk.environment.constantValue(of: try compile(source)) == value)
    }

    @Test("a part that reads a loop's variable says so")
    func freeVariables() throws {
        let expression = try compile("order.items.exists(i, i.price > '1 EUR')")
        #expect(expression.freeVariables.isEmpty)
        let body = expression.subexpression(expression.root.children[1])
        #expect(body.freeVariables == ["i"])
        var slots = CELSlotTable()
        let program = CareDesk.environment.program(for: body, slots: &slots)
        guard case .error(let error) = program.evaluate(CELFrame(slots)) else {
            Issue.record("a free variable has no value")
            return
        }
        #expect(error.code == .noSuchVariable)
    }
}
extension CELSyntaxTree {
    /// The text in a range of the source.
    fileprivate func text(of range: Range<Int>) -> String {
        String(decoding: Array(source.utf8)[range], as: UTF8.self)
    }
}
