import CEL
import Testing

@Suite("What is unknown stays unknown, names itself, and leaves the rest of the expression")
struct UnknownTests {
    private static let environment: CELEnvironment = {
        var declarations = CELDeclarations()
        declarations.variable("request", .map(.string, .dyn))
        declarations.variable("tags", .list(.string))
        declarations.variable("tier", .string)
        declarations.variable("limit", .int)
        return CELEnvironment(declarations, options: CELOptions(libraries: [.optionals, .comprehensions]))
    }()

    private static let variables: [String: CELValue] = {
        let headers = try? CELMap([(.text("host"), .text("a")), (.text("port"), .int(80))])
        let request = try? CELMap([(.text("headers"), .map(headers ?? .empty)), (.text("count"), .int(2))])
        return [
            "request": .map(request ?? .empty), "tags": .elements([.text("x"), .text("y")]), "tier": .text("gold"),
            "limit": .int(5),
        ]
    }()

    private func run(_ source: String, _ unknowns: [CELAttributePattern]) throws -> CELPartialResult {
        let expression = try #require(Self.environment.compile(source).expression)
        return Self.environment.partiallyEvaluate(expression, Self.variables, unknowns: unknowns)
    }

    @Test(
        arguments: [
            ("request.headers.port == 80", [CELAttributePattern("request", [.key("headers"), .key("host")])], "true"),
            (
                "request.headers.host == 'a'", [CELAttributePattern("request", [.key("headers"), .key("host")])],
                "unknown: request.headers.host"
            ),
            ("request.headers.host == 'a' || limit == 5", [CELAttributePattern("request", [.key("headers")])], "true"),
            ("request.count + 1", [CELAttributePattern("request", [.key("headers"), .any])], "3"),
            (
                "request.headers.other", [CELAttributePattern("request", [.key("headers"), .any])],
                "unknown: request.headers.*"
            ),
            (
                "size(request.headers)", [CELAttributePattern("request", [.key("headers"), .any])],
                "unknown: request.headers.*"
            ),
            ("has(request.extra)", [CELAttributePattern("request", [.key("extra")])], "unknown: request.extra"),
            ("has(request.count)", [CELAttributePattern("request", [.key("extra")])], "true"),
            ("tags[1] + tier", [CELAttributePattern("tags", [.index(0)])], "\"ygold\""),
            ("tags.exists(t, t == 'y')", [CELAttributePattern("tags", [.index(0)])], "true"),
            ("tags.all(t, t == 'z')", [CELAttributePattern("tags", [.index(0)])], "false"),
            ("tags", [CELAttributePattern("tags", [.index(0)])], "unknown: tags.0"),
            (
                "limit > 3 && tier == 'gold'", [CELAttributePattern("limit"), CELAttributePattern("tier")],
                "unknown: limit, tier"
            ),
            ("request.?missing.orValue(1)", [CELAttributePattern("limit")], "1"),
        ] as [(String, [CELAttributePattern], String)])
    func gives(_ source: String, _ unknowns: [CELAttributePattern], _ text: String) throws {
        #expect(try run(source, unknowns).value.plainText == text)
    }

    @Test(arguments: [
        ("limit > 3 && tier == 'gold'", "limit", "limit > 3"),
        ("tier == 'gold' ? limit + 1 : 0", "limit", "limit + 1"),
        ("tags.filter(t, t == tier)", "tier", "[\"x\", \"y\"].filter(t, t == tier)"),
        ("limit + (1 + 2) * request.count", "limit", "limit + 6"),
        ("limit == 1 || tier == 'silver'", "limit", "limit == 1"),
        ("tags.all(t, t != tier && limit == 5)", "tier", "[\"x\", \"y\"].all(t, t != tier)"),
        ("has(request.count) && limit in [1, 2]", "limit", "limit in [1, 2]"),
        (
            "timestamp('2026-11-20T09:14:03Z') - duration('3s') > timestamp(limit)", "limit",
            "timestamp(\"2026-11-20T09:14:00Z\") > timestamp(limit)"
        ),
        ("1 / 0 > limit", "limit", "1 / 0 > limit"),
    ])
    func leaves(_ source: String, _ unknown: String, _ residual: String) throws {
        #expect(try run(source, [CELAttributePattern(unknown)]).residual == residual)
    }

    @Test("a variable without a value is unknown, and the tree that was given stays as it was")
    func keepsTheTree() throws {
        let expression = try #require(Self.environment.compile("limit > 3 && tier == 'gold'").expression)
        let before = expression.root.description
        let partial = Self.environment.partiallyEvaluate(expression, ["tier": .text("gold")])
        #expect(partial.value.plainText == "unknown: limit")
        #expect(partial.residual == "limit > 3")
        #expect(expression.root.description == before)
    }
}

@Suite("Whether a fact that is kept back is present cannot be said")
struct WithheldPresenceTests {
    private static let type = CELRecordType("customer", fields: [.init("email", .string), .init("visits", .int)])

    private static let environment: CELEnvironment = {
        var declarations = CELDeclarations()
        declarations.record(type)
        declarations.variable("customer", .record("customer"))
        return CELEnvironment(declarations)
    }()

    @Test("a masked field of a record, and a variable without a value, leave the test of presence standing")
    func isUnknown() throws {
        let expression = try #require(
            Self.environment.compile("has(customer.email) && customer.visits == 1").expression)
        let customer = CELValue.record(CELRecord(Self.type, [.text("a@b.c"), .int(1)]))
        let partial = Self.environment.partiallyEvaluate(
            expression, ["customer": customer], unknowns: [CELAttributePattern("customer", [.key("email")])])
        #expect(partial.value.plainText == "unknown: customer.email")
        #expect(partial.residual == "has(customer.email)")
        let nothing = Self.environment.partiallyEvaluate(expression, [:])
        #expect(nothing.value.plainText == "unknown: customer.email, customer.visits")
        #expect(nothing.residual == "has(customer.email) && customer.visits == 1")
    }

    @Test("a field that the host left out is absent")
    func isAbsent() throws {
        let expression = try #require(Self.environment.compile("has(customer.email)").expression)
        let unknown = CELValue.unknown(CELUnknown("customer.email"))
        let customer = CELValue.record(CELRecord(Self.type, [unknown, .int(1)]))
        #expect(Self.environment.program(for: expression).evaluate(["customer": customer]) == .bool(false))
    }
}
