import CEL

/// The one place where the suite meets the CEL module: it makes an environment for a test, runs the stages one after
/// the other, and puts types and values into the suite's words.
struct Engine {
    /// How far an expression came.
    enum Outcome {
        /// It does not parse.
        case refusedByParser(String)
        /// It parses and does not check; whether that is for names that nobody declared.
        case refusedByChecker(String, lacksNames: Bool)
        /// It was checked, unless that is off; the value is absent where evaluation is off.
        case done(type: String?, value: SuiteValue?)
    }

    private let environment: CELEnvironment
    private let test: ConformanceTest

    /// An environment with what the test declares and the libraries that it needs.
    init(_ test: ConformanceTest) {
        var declarations = CELDeclarations()
        declarations.container = test.container
        for name in test.bindings.keys.sorted() { declarations.variable(name, .dyn) }
        for declaration in test.declarations { Self.declare(declaration, in: &declarations) }
        var options = CELOptions()
        options.macros = !test.skipsMacros
        options.libraries = Self.libraries(for: test.needs)
        self.environment = CELEnvironment(declarations, options: options)
        self.test = test
    }

    /// The libraries that tags ask for; tags that no library answers are passed over.
    static func libraries(for needs: Set<String>) -> Set<CELLibrary> {
        let libraries: [String: CELLibrary] = [
            "strings": .strings, "math": .math, "encoders": .encoders, "optionals": .optionals,
            "bindings": .bindings, "comprehensions_v2": .comprehensions, "block": .block, "network": .network,
            "wkt": .wellKnownTypes,
        ]
        return Set(needs.compactMap { libraries[$0] })
    }

    /// Why the expression does not parse; nil where it does.
    func parsingFault() -> String? {
        let parsing = environment.parse(test.expression)
        return parsing.tree == nil ? Self.text(parsing.issues) : nil
    }

    /// The names, as written, of which the expression makes messages; nil where it does not parse.
    func messageNames() -> [String]? {
        environment.parse(test.expression).tree.map { Self.messageNames(in: $0.root) }
    }

    /// Runs the stages that the test asks for.
    func run() -> Outcome {
        let parsing = environment.parse(test.expression)
        guard let tree = parsing.tree else { return .refusedByParser(Self.text(parsing.issues)) }
        var expression = environment.resolve(tree)
        var type: String?
        if !test.skipsCheck {
            let checking = environment.check(tree)
            guard let checked = checking.expression else {
                let lacksNames = checking.issues.contains { $0.code == .unknownName || $0.code == .unknownFunction }
                return .refusedByChecker(Self.text(checking.issues), lacksNames: lacksNames)
            }
            expression = checked
            type = Self.name(of: checked.type)
        }
        return .done(type: type, value: test.skipsEvaluation ? nil : evaluate(expression))
    }

    private func evaluate(_ expression: CELCheckedExpression) -> SuiteValue {
        var slots = CELSlotTable()
        let program = environment.program(for: expression, slots: &slots)
        let frame = CELFrame(slots)
        for (position, slot) in slots.slots.enumerated() {
            let name = slot.path.description
            guard let binding = test.bindings[name] else { continue }
            if case .unknown = binding { continue }
            guard let value = Self.value(of: binding) else {
                return .other("nothing, since the value of `\(name)` cannot be held: \(binding)")
            }
            frame[position] = value
        }
        return Self.suiteValue(of: program.evaluate(frame))
    }

    /// How many issues of one expression are told.
    private static let shownIssueCountMax = 3

    private static func text(_ issues: [CELIssue]) -> String {
        let shown = issues.prefix(shownIssueCountMax).map { "\($0.message) (byte \($0.range.lowerBound))" }
        let more = issues.count - shown.count
        return (shown + (more > 0 ? ["and \(more) more"] : [])).joined(separator: "; ")
    }

    private static func messageNames(in expression: CELExpression) -> [String] {
        let below = expression.children.flatMap(messageNames)
        guard case .record(let name, fields: _) = expression.kind else { return below }
        return [name] + below
    }
}

// MARK: Declarations and types

extension Engine {
    private static func declare(
        _ declaration: ConformanceTest.Declaration, in declarations: inout CELDeclarations
    ) {
        switch declaration {
        case .variable(let name, let type): declarations.variable(name, self.type(type))
        case .function(let name, let overloads):
            declarations.function(
                name,
                overloads.map { overload in
                    .variadic(
                        overload.id, overload.parameters.map(type), type(overload.result),
                        style: overload.isMember ? .member : .function
                    ) { _ in .failure(.noSuchOverload, "the function is only declared") }
                })
        }
    }

    /// The type that a text of the suite means.
    static func type(_ text: String) -> CELType {
        let parsed = TypeText(text)
        if let name = parsed.parameterName { return .parameter(name) }
        let parameters = parsed.parameters.map(type)
        switch (parsed.name, parameters.count) {
        case ("list", 1): return .list(parameters[0])
        case ("map", 2): return .map(parameters[0], parameters[1])
        case ("wrapper", 1): return .wrapper(parameters[0])
        case ("int", 0): return .int
        case ("uint", 0): return .uint
        case ("double", 0): return .double
        case ("bool", 0): return .bool
        case ("string", 0): return .string
        case ("bytes", 0): return .bytes
        case ("null_type", 0): return .null
        case ("dyn", 0): return .dyn
        case ("type", _): return .type
        case ("google.protobuf.Timestamp", 0): return .timestamp
        case ("google.protobuf.Duration", 0): return .duration
        case (let name, 0):
            return WellKnownTypes.plainTypes[name].map(type) ?? .abstract(name, [])
        case (let name, _): return .abstract(name, parameters)
        }
    }

    /// A type as the suite writes it.
    static func name(of type: CELType) -> String {
        switch type {
        case .null: "null_type"
        case .timestamp: "google.protobuf.Timestamp"
        case .duration: "google.protobuf.Duration"
        case .list(let element): "list(\(name(of: element)))"
        case .map(let key, let value): "map(\(name(of: key)), \(name(of: value)))"
        case .abstract(let own, let parameters):
            parameters.isEmpty ? own : "\(own)(\(parameters.map(name).joined(separator: ", ")))"
        default: type.description
        }
    }
}

// MARK: Values

extension Engine {
    /// A value of the suite as the module holds it; nil where it cannot.
    static func value(of value: SuiteValue) -> CELValue? {
        switch value {
        case .null: return .null
        case .bool(let value): return .bool(value)
        case .int(let value): return .int(value)
        case .uint(let value): return .uint(value)
        case .double(let value): return .double(value)
        case .string(let value): return .text(value)
        case .bytes(let value): return .bytes(CELBytes(value))
        case .type(let name): return .type(CELTypeValue(name))
        case .list(let elements):
            let held = elements.compactMap(self.value)
            return held.count == elements.count ? .elements(held) : nil
        case .map(let entries):
            let held = entries.compactMap { entry -> (key: CELValue, value: CELValue)? in
                guard let key = self.value(of: entry.key), let value = self.value(of: entry.value) else { return nil }
                return (key, value)
            }
            guard held.count == entries.count, let map = try? CELMap(held) else { return nil }
            return .map(map)
        case .timestamp(let seconds, let nanoseconds):
            return CELTimestamp(seconds: seconds, nanoseconds: nanoseconds).map(CELValue.timestamp)
        case .duration(let seconds, let nanoseconds):
            return CELDuration(seconds: seconds)?.adding(CELDuration(nanoseconds: Int64(nanoseconds)))
                .map(CELValue.duration)
        case .message(let message): return WellKnownTypes.plainValue(message).flatMap(self.value)
        case .error(let message): return .failure(.invalidArgument, message)
        case .enumeration, .unknown, .other: return nil
        }
    }

    /// A value of the module in the suite's words.
    static func suiteValue(of value: CELValue) -> SuiteValue {
        switch value {
        case .null: .null
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .uint(let value): .uint(value)
        case .double(let value): .double(value)
        case .string(let value): .string(value.text)
        case .bytes(let value): .bytes(value.bytes)
        case .timestamp(let value): .timestamp(seconds: value.seconds, nanoseconds: value.nanoseconds)
        case .duration(let value):
            .duration(
                seconds: value.nanoseconds / 1_000_000_000, nanoseconds: Int32(value.nanoseconds % 1_000_000_000))
        case .list(let list): .list(list.elements.map(suiteValue))
        case .map(let map): .map(zip(map.keys, map.values).map { (suiteValue(of: $0), suiteValue(of: $1)) })
        case .type(let type): .type(type.name)
        case .error(let error): .error(error.message)
        case .unknown(let unknown): .unknown(unknown.paths.map(\.description).joined(separator: ", "))
        case .record, .scalar, .optional, .opaque: .other("\(value.typeName) \(value.plainText)")
        }
    }
}
