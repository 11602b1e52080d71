import CEL
import Testing

/// Evaluates expressions with libraries switched on, once checked and once only parsed.
enum LibraryCases {
    /// What an expression comes to when it is only parsed.
    static func parsed(
        _ source: String, _ library: CELLibrary, _ facts: [String: CELValue] = [:]
    ) throws -> CELValue {
        let environment = environment(library, facts)
        return run(environment.resolve(try #require(environment.parse(source).tree)), environment, facts)
    }

    /// What an expression comes to when it is checked, too; its issues as a string where it is refused.
    static func checked(_ source: String, _ library: CELLibrary, _ facts: [String: CELValue] = [:]) -> CELValue {
        let environment = environment(library, facts)
        let checking = environment.compile(source)
        guard let expression = checking.expression else {
            return .text("does not check: " + checking.issues.map(\.message).joined(separator: "; "))
        }
        return run(expression, environment, facts)
    }

    /// The type that the checker deduces, or what it says.
    static func type(_ source: String, _ library: CELLibrary) -> String {
        let checking = environment(library, [:]).compile(source)
        return checking.expression?.type.description ?? checking.issues.map(\.message).joined(separator: "; ")
    }

    /// Expects an expression to give the value of another, of the same type, checked and only parsed.
    static func expect(
        _ source: String, gives other: String, _ library: CELLibrary, at location: SourceLocation = #_sourceLocation
    ) throws {
        let wanted = try parsed(other, library)
        #expect(wanted.isKnown, "\(other) gives \(wanted.plainText)", sourceLocation: location)
        #expect(try parsed(source, library) == wanted, "only parsed", sourceLocation: location)
        #expect(checked(source, library) == wanted, "checked", sourceLocation: location)
    }

    /// Expects an expression to pass the checker and to fail when it is evaluated.
    static func expect(
        _ source: String, fails code: CELError.Code, _ part: String, _ library: CELLibrary,
        _ facts: [String: CELValue] = [:], at location: SourceLocation = #_sourceLocation
    ) throws {
        for value in [try parsed(source, library, facts), checked(source, library, facts)] {
            guard case .error(let error) = value else {
                Issue.record("\(source) gives \(value.plainText)", sourceLocation: location)
                continue
            }
            #expect(error.code == code, "\(error.message)", sourceLocation: location)
            #expect(error.message.contains(part), "\(error.message)", sourceLocation: location)
        }
    }

    private static func environment(_ library: CELLibrary, _ facts: [String: CELValue]) -> CELEnvironment {
        var declarations = CELDeclarations()
        for name in facts.keys { declarations.variable(name, .dyn) }
        return CELEnvironment(declarations, options: CELOptions(libraries: [library]))
    }

    private static func run(
        _ expression: CELCheckedExpression, _ environment: CELEnvironment, _ facts: [String: CELValue]
    ) -> CELValue {
        var slots = CELSlotTable()
        let program = environment.program(for: expression, slots: &slots)
        let frame = CELFrame(slots)
        for (position, slot) in slots.slots.enumerated() {
            if let value = facts[slot.path.description] { frame[position] = value }
        }
        return program.evaluate(frame)
    }
}
