import CEL
import Testing

@Suite("The checker finds types, and says what is wrong, where, and how to mend it")
struct CheckerTests {
    @Test(
        arguments: [
            ("1 + 2", CELType.int),
            ("1 < 2.5", .bool),
            ("[1, 2u]", .list(.dyn)),
            ("{'a': [1]}", .map(.string, .list(.int))),
            ("[[], [1]]", .list(.list(.int))),
            ("customer", .record("customer")),
            ("order.placed_by.tier", .text("tier")),
            ("order.total * passengers", .scalar("money")),
            ("'100 USD' * passengers", .scalar("money")),
            ("order.items.map(i, i.price)", .list(.scalar("money"))),
            ("order.items.filter(i, i.price > '1 EUR')", .list(.record("item"))),
            ("customer.tier + '!'", .string),
            ("customer.staff ? '1 EUR' : order.total", .scalar("money")),
            ("[order.total, '2 EUR']", .list(.scalar("money"))),
            ("settings.limit", .scalar("money")),
            ("anything.a.b[0]", .dyn),
            ("string(order.total)", .string),
            ("order.hold + '1m'", .duration),
            ("type(1)", .type),
        ] as [(String, CELType)])
    func types(_ source: String, as type: CELType) {
        let checking = CareDesk.environment.compile(source)
        #expect(checking.issues.isEmpty, "\(checking.issues.map(\.message))")
        #expect(checking.expression?.type == type)
    }

    @Test("string literals beside host types are read as those")
    func readsLiterals() throws {
        for (source, wanted) in [
            ("order.total <= '20 EUR'", CareDesk.money(2_000)), ("'20 EUR' == order.total", CareDesk.money(2_000)),
            ("agent.role >= 'senior'", CareDesk.role("senior")), ("customer.tier == 'gold'", .text("gold")),
            ("order.hold <= '60s'", .duration(CELDuration(nanoseconds: 60_000_000_000))),
        ] {
            let expression = try #require(CareDesk.environment.compile(source).expression, "\(source)")
            let literals = expression.root.children.compactMap { expression.literalValue(of: $0) }
            #expect(literals == [wanted], "\(source)")
        }
    }

    @Test("a literal that its type rejects is reported at the literal")
    func rejectsLiterals() {
        let tier = ExpectedIssue(
            .rejectedLiteral, "`glod` is not one of standard, gold, silver", help: "did you mean `gold`?")
        let money = ExpectedIssue(
            .rejectedLiteral, "`20` is no amount of money", help: "write it as in \"20 EUR\"")
        expectIssues("customer.tier == «'glod'»", [tier])
        expectIssues("«'glod'» != customer.tier", [tier])
        expectIssues("customer.tier in ['gold', «'glod'»]", [tier])
        expectIssues("customer.tier in [«'glod'», 'gold', «'glod'»]", [tier, tier])
        expectIssues("«'glod'» in customer.tags", [tier])
        expectIssues("customer.tier == (customer.staff ? 'gold' : «'glod'»)", [tier])
        expectIssues("customer.staff ? customer.tier : «'glod'»", [tier])
        expectIssues("prices[«'glod'»] == 1", [tier])
        expectIssues("prices.«glod» == 1", [tier])
        expectIssues("order.total <= «'20'»", [money])
        expectIssues("[order.total, «'20'»] == [order.total]", [money])
        expectIssues("order.items.exists(i, i.price > «'20'»)", [money])
        expectIssues("agent.role > «'boss'»", [.init(.rejectedLiteral, "`boss` is no role", help: "try `agent`")])
        expectIssues("order.hold <= «'soon'»", [.init(.rejectedLiteral, "`soon` is no duration")])
    }

    @Test("all errors are reported at once, each once")
    func reportsAll() {
        expectIssues(
            "«custmer».tier == 'gold' && order.«totl» > '1 EUR' && «sise»([1]) == 1",
            [
                .init(.unknownName, "no variable is named `custmer`", help: "did you mean `customer`?"),
                .init(.unknownField, "order has no field `totl`", help: "did you mean `total`?"),
                .init(.unknownFunction, "no function is named `sise`", help: "did you mean `size`?"),
            ])
    }

    @Test("a slip is told in the author's words")
    func tells() {
        expectIssues(
            "«order.total <= 20»",
            [
                .init(
                    .noMatchingOverload, "no operator `<=` for money and int",
                    help: "write an amount with its currency, as in \"20 EUR\"")
            ])
        expectIssues(
            "«passengers == 1.5»",
            [
                .init(
                    .noMatchingOverload, "no operator `==` for int and double",
                    help: "convert one of them, as in `double(x)`")
            ])
        expectIssues("«order.total == agent.role»", [.init(.noMatchingOverload, "no operator `==` for money and role")])
        expectIssues("«'a' - 'b'»", [.init(.noMatchingOverload, "no operator `-` for string and string")])
        expectIssues(
            "«settings.limt» > '1 EUR'",
            [.init(.unknownName, "no variable is named `settings.limt`", help: "did you mean `settings.limit`?")])
        expectIssues(
            "«note» and customer.staff",
            [.init(.unexpectedType, "an operand of `&&` must be bool, found string", help: "compare it with something")]
        )
        expectIssues(
            "not «passengers»",
            [.init(.unexpectedType, "an operand of `!` must be bool, found int", help: "compare it with something")])
        expectIssues("note.«length» > 1", [.init(.noFields, "string has no field `length`")])
        expectIssues(
            "«passengers».all(p, p)",
            [.init(.notIterable, "int has no elements", help: "`all` goes through a list or the keys of a map")])
        expectIssues(
            "order.items.all(i, «i.price»)",
            [.init(.unexpectedType, "the condition of `all` must be bool, found money")])
        expectIssues(
            "«note.startsWith(1)»",
            [
                .init(
                    .noMatchingOverload, "`startsWith` of string does not take (int)",
                    help: "it is called as `string.startsWith(string)`")
            ])
        expectIssues(
            "«size(1)» > 0",
            [
                .init(
                    .noMatchingOverload, "`size` does not take (int)",
                    help: "it is called as `size(string)`, `size(bytes)`, `size(list(A))`, `size(map(A, B))`, ...")
            ])
        expectIssues(
            "«customer.staff ? 1 : 'a'»", [.init(.noMatchingOverload, "the two results differ: int and string")])
        expectIssues(
            "note.«charAt»(1)", [.init(.libraryIsOff, "`charAt` belongs to the library `strings`, which is off")])
        expectIssues(
            "{«1.5»: 1}",
            [.init(.invalidMapKey, "double cannot be a key of a map", help: "keys are bool, int, uint or string")])
        expectIssues(
            "«'a' in note»",
            [
                .init(
                    .noMatchingOverload, "no operator `in` for string and string",
                    help: "use `.contains(...)` to look inside a string")
            ])
        expectIssues("«order.total»", [.init(.unexpectedType, "expected bool, found money")], expecting: .bool)
    }

    @Test("a literal that several types accept is not guessed")
    func ambiguity() {
        var declarations = CELDeclarations()
        declarations.variable("x", .int)
        for (name, kind) in [("decimal", 1), ("percent", 2)] as [(String, UInt8)] {
            declarations.scalar(
                CELScalarType(
                    name, kind: kind, readLiteral: { _ in .value(.scalar(CELScalar(kind: kind, payload: 1))) },
                    print: { _ in name }))
            declarations.operator(
                .multiply, [.binary("int_times_\(name)", .int, .scalar(name), .int) { left, _ in left }])
        }
        expectIssues(
            "x * «'5'»",
            [
                .init(
                    .ambiguousLiteral, "the literal can be read as decimal or as percent",
                    help: "say which, with a function that makes it")
            ], in: CELEnvironment(declarations))
    }

    @Test("no more issues are kept than the limit, and the rest are counted")
    func limitsIssues() {
        var options = CELOptions()
        options.limits.issueCountMax = 3
        let issues = CELEnvironment(options: options).compile("[a, b, c, d, e]").issues
        #expect(issues.count == 4)
        #expect(issues.last?.code == .tooManyIssues)
        #expect(issues.last?.message == "and 2 more")
    }
}

@Suite("Patterns that are written out are read while checking, where the host asks for it")
struct PatternCheckingTests {
    private static let environment: CELEnvironment = {
        var declarations = CELDeclarations()
        declarations.variable("code", .string)
        var options = CELOptions()
        options.checksPatterns = true
        return CELEnvironment(declarations, options: options)
    }()

    @Test(
        "a slip in a pattern has its place within the literal where nothing is escaped",
        arguments: [
            "code.matches('a«(»b')", "code.matches(r'a«(»b')", "matches(code, \"ab«[»c\")",
            "code.matches(«'\\u0061(b'»)",
        ])
    func places(_ marked: String) throws {
        let source = marked.replacing("«", with: "").replacing("»", with: "")
        let issues = Self.environment.compile(source).issues
        #expect(issues.map(\.code) == [.malformedPattern])
        let start = marked.utf8.count - marked[(try #require(marked.firstIndex(of: "«")))...].utf8.count
        #expect(issues.first?.range.lowerBound == start, "\(issues)")
    }

    @Test("elsewhere it is an error when the expression runs, which logic may absorb")
    func runs() throws {
        let environment = CELEnvironment()
        let expression = try #require(environment.compile("'a'.matches('(') || true").expression)
        #expect(environment.program(for: expression).evaluate([:]) == .bool(true))
        let failing = try #require(environment.compile("'a'.matches('(')").expression)
        guard case .error(let error) = environment.program(for: failing).evaluate([:]) else {
            Issue.record("a broken pattern is no error")
            return
        }
        #expect(error.code == .invalidArgument)
        #expect(error.message.hasPrefix("the pattern cannot be read: "))
    }
}
