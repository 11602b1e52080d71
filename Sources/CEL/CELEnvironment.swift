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
    let definitions: Definitions

    /// Makes an environment.
    public init(_ declarations: CELDeclarations = CELDeclarations(), options: CELOptions = CELOptions()) {
        self.definitions = Definitions(declarations, options: options)
    }

    /// The options that expressions are read with.
    public var options: CELOptions { definitions.options }

    /// Reads the syntax of a source.
    public func parse(_ source: String) -> CELParsing { Parser.parse(source, options: options) }

    /// Resolves names and checks types.
    ///
    /// - Parameters:
    ///   - tree: what was parsed.
    ///   - expected: the type that the whole must have; nil for any.
    /// - Returns: the expression, or everything that is wrong with it.
    public func check(_ tree: CELSyntaxTree, expecting expected: CELType? = nil) -> CELChecking {
        let (facts, issues) = Checker.check(tree, definitions, mode: .strict, expecting: expected)
        let expression = CELCheckedExpression(tree, root: tree.root, facts)
        guard issues.isEmpty else { return CELChecking(expression: nil, issues: issues) }
        if let limit = options.limits.estimatedCostMax {
            let estimate = estimateCost(of: expression)
            guard estimate.maximum <= limit else {
                let most = estimate.maximum == .max ? "without bound" : "up to \(estimate.maximum)"
                let issue = CELIssue(
                    .tooCostly, "the expression may cost \(most), more than the \(limit) allowed",
                    range: tree.root.range, help: "go through fewer or shorter lists and texts")
                return CELChecking(expression: nil, issues: [issue])
            }
        }
        return CELChecking(expression: expression, issues: [])
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
            plan, slots: slots, localCount: planner.localCount, limits: options.limits,
            range: expression.root.range)
    }

    /// The environment with further records and variables.
    ///
    /// Made at little cost, and what is found out while checking is found out for all that come of one environment.
    ///
    /// - Parameters:
    ///   - records: the types.
    ///   - variables: the types of variables, whose names have no dots.
    /// - Returns: the environment.
    package func adding(records: [CELRecordType], variables: [String: CELType]) -> CELEnvironment {
        CELEnvironment(Definitions(definitions, records: records, variables: variables))
    }

    private init(_ definitions: Definitions) { self.definitions = definitions }

    /// Makes an expression ready to run by itself, with a table of slots of its own.
    public func program(for expression: CELCheckedExpression) -> CELProgram {
        var slots = CELSlotTable()
        return program(for: expression, slots: &slots)
    }

    /// Evaluates an expression and tells what each part of it came to.
    ///
    /// Slower than a program, under the same limits and with the same result.
    ///
    /// - Parameters:
    ///   - expression: a checked expression or a part of one.
    ///   - variables: values by the names of variables.
    ///   - unknowns: what is not to be known.
    /// - Returns: the value and cost of the whole, and the values of all parts that were evaluated.
    public func explain(
        _ expression: CELCheckedExpression, _ variables: [String: CELValue], unknowns: [CELAttributePattern] = []
    ) -> CELExplanation {
        var planner = Planner(definitions, expression.facts, slots: CELSlotTable(), isObserved: true)
        let plan = planner.plan(expression.root)
        let program = CELProgram(
            plan, slots: planner.slots, localCount: planner.localCount, limits: options.limits,
            range: expression.root.range)
        let frame = program.frame(variables, unknowns: unknowns)
        var record = CELExplanation.Record()
        // The record outlives no evaluation: the observer is taken away again before the frame is let go.
        frame.observer = { id, value in record.add(value, of: id) }
        let value = program.evaluate(frame)
        frame.observer = nil
        return CELExplanation(expression, value: value, cost: frame.cost, record)
    }

    /// Evaluates as much of an expression as can be known.
    ///
    /// - Parameters:
    ///   - expression: a checked expression or a part of one.
    ///   - variables: values by the names of variables; one without a value is unknown.
    ///   - unknowns: what is not to be known although it has a value, or lies inside one.
    /// - Returns: the value, and where that is unknown, what remains to be evaluated.
    public func partiallyEvaluate(
        _ expression: CELCheckedExpression, _ variables: [String: CELValue], unknowns: [CELAttributePattern] = []
    ) -> CELPartialResult {
        var reducer = Residue(self, expression, variables, unknowns: unknowns)
        return reducer.result()
    }

    /// How much the evaluation of an expression can cost, before anything is known.
    ///
    /// - Parameters:
    ///   - expression: a checked expression.
    ///   - sizes: how many elements, or bytes of text, facts have at most, by their paths; others are unbounded.
    /// - Returns: bounds on ``CELFrame/cost``, where the evaluation does not fail.
    public func estimateCost(
        of expression: CELCheckedExpression, sizes: [CELAttributePath: Int] = [:]
    ) -> CELCostEstimate {
        CostEstimator(expression.facts, sizes: sizes, options.limits.patterns).estimate(expression.root).cost
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
