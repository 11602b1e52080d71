/// What came of a test.
package enum TestOutcome: Sendable, Equatable {
    /// It gives what is expected.
    case passed
    /// It gives something else; both are said in words.
    case failed(expected: String, got: String)
    /// It was not run, for a reason.
    case skipped(String)
}
