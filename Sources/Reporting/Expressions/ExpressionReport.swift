public import CEL
public import SourceText

/// What came of trying an expression by itself.
public struct ExpressionReport: Sendable {
    /// What the evaluation came to.
    public struct Evaluation: Sendable {
        /// The value; an error or unknown where there is none.
        public let value: CELValue
        /// The value in the language's notation.
        public let text: String
        /// The type that the checker found; `dyn` where it was not asked, or could not know.
        public let type: CELType
        /// What the evaluation cost.
        public let cost: Int
        /// What it could have cost, before anything was known.
        public let estimate: CELCostEstimate
        /// What remains to be evaluated where the value is unknown, as an expression; nil where it is known.
        public let residual: String?
        /// The parts of the expression with their values, each before those below it; nil where nobody asked.
        public let parts: [Part]?

        /// Gathers what an evaluation came to.
        public init(
            value: CELValue, text: String, type: CELType, cost: Int, estimate: CELCostEstimate, residual: String?,
            parts: [Part]?
        ) {
            self.value = value
            self.text = text
            self.type = type
            self.cost = cost
            self.estimate = estimate
            self.residual = residual
            self.parts = parts
        }
    }

    /// A part of the expression, and the values it had.
    public struct Part: Sendable {
        /// What became of a part.
        public enum Outcome: Sendable {
            /// It has values.
            case value
            /// It failed, at least once.
            case error
            /// It is not known, at least once.
            case unknown
            /// It was not evaluated, because another part decided.
            case notEvaluated
        }

        /// The part in the language's notation, as it was written where that is one line.
        public let text: String
        /// Where it stands.
        public let range: SourceRange
        /// How deep it stands, 0 for the whole.
        public let depth: Int
        /// The first values in the language's notation, in the order of evaluation.
        public let values: [String]
        /// How often it was evaluated; 0 where another part decided.
        public let evaluationCount: Int
        /// What became of it, among the first values.
        public let outcome: Outcome

        /// Makes a part.
        public init(
            text: String, range: SourceRange, depth: Int, values: [String], evaluationCount: Int, outcome: Outcome
        ) {
            self.text = text
            self.range = range
            self.depth = depth
            self.values = values
            self.evaluationCount = evaluationCount
            self.outcome = outcome
        }
    }

    /// What the evaluation came to; nil where the expression, or a value given to it, is wrong.
    public let evaluation: Evaluation?
    /// What is wrong with the expression or the values given to it, warnings, and why the evaluation failed.
    public let diagnostics: [Diagnostic]

    /// Makes a report.
    public init(evaluation: Evaluation?, diagnostics: [Diagnostic]) {
        self.evaluation = evaluation
        self.diagnostics = diagnostics
    }
}
