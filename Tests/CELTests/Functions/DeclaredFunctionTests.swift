import CEL
import Testing

@Suite("A host declares a function in one line, by a closure whose types say what it takes")
struct DeclaredFunctionTests {
    private static let environment: CELEnvironment = {
        var declarations = CELDeclarations()
        declarations.variable("any", .dyn)
        declarations.function("discount") { (price: Double, percent: Int64) in price * Double(100 - percent) / 100 }
        declarations.function("shout", style: .member) { (text: String) in text + "!" }
        declarations.function("total") { (numbers: [Int64]) in numbers.reduce(0, &+) }
        declarations.function("answer") { () in 42 }
        declarations.function("desk.open") { (at: CELTimestamp) in at.seconds % 2 == 0 }
        declarations.function("refuse") { (code: Int64) throws(CELError) -> Bool in
            throw CELError(.invalidArgument, "the code \(code) is not known")
        }
        return CELEnvironment(declarations)
    }()

    private func value(_ source: String, any: CELValue = .null, isChecked: Bool = true) throws -> CELValue {
        let tree = try #require(Self.environment.parse(source).tree)
        let expression =
            isChecked ? try #require(Self.environment.check(tree).expression) : Self.environment.resolve(tree)
        return Self.environment.program(for: expression).evaluate(["any": any])
    }

    @Test(arguments: [
        ("discount(80.0, 25)", "60.0"), ("'a'.shout()", "\"a!\""), ("total([1, 2, 3])", "6"), ("answer()", "42"),
        ("desk.open(timestamp(2))", "true"),
    ])
    func calls(_ source: String, _ text: String) throws {
        #expect(try value(source).plainText == text)
        #expect(try value(source, isChecked: false).plainText == text)
    }

    @Test("arguments of other types are refused by the checker, or when the call runs")
    func refuses() throws {
        let issues = Self.environment.compile("discount(80, 25)").issues
        #expect(issues.map(\.message) == ["`discount` does not take (int, int)"])
        #expect(issues.map(\.help) == ["it is called as `discount(double, int)`"])
        guard case .error(let error) = try value("total(any)", any: .elements([.text("a")])) else {
            Issue.record("a list of strings was taken")
            return
        }
        #expect(error.code == .noSuchOverload)
    }

    @Test("an error that a function throws is the value of the call, with its place")
    func throwsErrors() throws {
        #expect(try value("refuse(3) || true") == .bool(true))
        guard case .error(let error) = try value("!refuse(3)") else {
            Issue.record("nothing was thrown")
            return
        }
        #expect(error.message == "the code 3 is not known")
        #expect(error.range == 1..<10)
    }

    @Test("one program gives the same on many threads at once")
    func isSendable() async throws {
        let expression = try #require(Self.environment.compile("discount(80.0, 25) + double(any)").expression)
        let program = Self.environment.program(for: expression)
        let values = await withTaskGroup(of: CELValue.self) { group in
            for number in 0..<64 { group.addTask { program.evaluate(["any": .int(Int64(number))]) } }
            return await group.reduce(into: [CELValue]()) { $0.append($1) }
        }
        #expect(Set(values) == Set((0..<64).map { CELValue.double(60 + Double($0)) }))
    }
}
