/// One test of the language's conformance suite, as its file states it.
package struct ConformanceTest: Sendable {
    /// A variable or a function that the test declares; types are written as the suite writes them.
    package enum Declaration: Sendable, Equatable {
        /// A variable.
        case variable(name: String, type: String)
        /// A function with its overloads.
        case function(name: String, overloads: [Overload])
    }

    /// One way to call a declared function.
    package struct Overload: Sendable, Equatable {
        /// Its id.
        package let id: String
        /// The types of its parameters, the receiver first.
        package let parameters: [String]
        /// The type of what it gives.
        package let result: String
        /// Whether it is called as a member.
        package let isMember: Bool
    }

    /// What must come of a test.
    package enum Expectation: Sendable {
        /// Evaluation gives this value, and the checker deduces the type where one is stated.
        case value(SuiteValue, type: String?)
        /// The checker deduces this type; nothing is said about a value.
        case type(String)
        /// Evaluation ends in an error; the messages are hints.
        case error([String])
        /// Evaluation ends in an unknown.
        case unknown
    }

    /// `file/section/name`.
    package let id: String
    /// The source text.
    package let expression: String
    /// The namespace in which names are resolved; empty for the root.
    package let container: String
    /// What it declares.
    package let declarations: [Declaration]
    /// The values of variables.
    package let bindings: [String: SuiteValue]
    /// Whether it is evaluated without being checked.
    package let skipsCheck: Bool
    /// Whether it is checked and not evaluated.
    package let skipsEvaluation: Bool
    /// Whether macros are off.
    package let skipsMacros: Bool
    /// What must come of it.
    package let expectation: Expectation
    /// Tags of what it needs beyond the core of the language.
    package let needs: Set<String>
}
