/// What expressions of one kind share: their declarations and options. Made once, used from any thread.
///
/// ```swift
/// let environment = CELEnvironment(declarations)
/// let checking = environment.compile("order.total <= limit", expecting: .bool)
/// var slots = CELSlotTable()
/// if let expression = checking.expression {
///     let program = environment.program(for: expression, slots: &slots)
///     let frame = CELFrame(slots)
///     frame[0] = .int(3)
///     let truth = program.evaluateCondition(frame)
/// }
/// ```
public struct CELEnvironment: Sendable {
    private let definitions: Definitions

    /// Makes an environment.
    public init(_ declarations: CELDeclarations = CELDeclarations(), options: CELOptions = CELOptions()) {
        self.definitions = Definitions(declarations, options: options)
    }

    /// The options that expressions are read with.
    public var options: CELOptions { definitions.options }

    /// Reads the syntax of a source.
    public func parse(_ source: String) -> CELParsing {
        let (root, issues) = Parser.parse(source, options: options)
        return CELParsing(tree: root.map { CELSyntaxTree(source: source, root: $0) }, issues: issues)
    }

    /// Resolves names and checks types.
    ///
    /// - Parameters:
    ///   - tree: what was parsed.
    ///   - expected: the type that the whole must have; nil for any.
    /// - Returns: the expression, or everything that is wrong with it.
    public func check(_ tree: CELSyntaxTree, expecting expected: CELType? = nil) -> CELChecking {
        let (facts, issues) = Checker.check(tree, definitions, mode: .strict, expecting: expected)
        let expression = CELCheckedExpression(tree, root: tree.root, facts)
        return CELChecking(expression: issues.isEmpty ? expression : nil, issues: issues)
    }

    /// Resolves names and leaves types until the expression runs, as the language allows.
    ///
    /// What is unknown then fails when it is evaluated.
    public func resolve(_ tree: CELSyntaxTree) -> CELCheckedExpression {
        let (facts, _) = Checker.check(tree, definitions, mode: .lenient)
        return CELCheckedExpression(tree, root: tree.root, facts)
    }

    /// Parses and checks a source.
    public func compile(_ source: String, expecting expected: CELType? = nil) -> CELChecking {
        let parsing = parse(source)
        guard let tree = parsing.tree else { return CELChecking(expression: nil, issues: parsing.issues) }
        return check(tree, expecting: expected)
    }

    /// Makes an expression ready to run.
    ///
    /// - Parameters:
    ///   - expression: a checked expression or a part of one.
    ///   - slots: the table of slots, which gains those that the expression reads and the table lacks.
    /// - Returns: the program, for frames with at least the slots of the table.
    public func program(for expression: CELCheckedExpression, slots: inout CELSlotTable) -> CELProgram {
        var planner = Planner(definitions, expression.facts, slots: slots)
        let plan = planner.plan(expression.root)
        slots = planner.slots
        return CELProgram(
            plan, slotCount: slots.count, localCount: planner.localCount, limits: options.limits,
            range: expression.root.range)
    }

    /// The value of an expression that reads no facts and does not fail; nil for any other.
    public func constantValue(of expression: CELCheckedExpression) -> CELValue? {
        guard expression.attributes.isEmpty, expression.freeVariables.isEmpty else { return nil }
        var slots = CELSlotTable()
        let program = program(for: expression, slots: &slots)
        let value = program.evaluate(CELFrame(slots))
        return value.isKnown ? value : nil
    }

    /// A value as people read it, the host's scalars as the host prints them.
    public func text(of value: CELValue) -> String {
        let scalars = definitions.declarations.scalars
        return value.text(elementCountMax: Self.shownElementCountMax, depthMax: Self.shownDepthMax) { scalar in
            scalars.values.first { $0.kind == scalar.kind }?.print(scalar) ?? String(scalar.payload)
        }
    }

    /// How much of a value is shown: elements of each list or map, and levels.
    private static let shownElementCountMax = 20
    private static let shownDepthMax = 8
}
