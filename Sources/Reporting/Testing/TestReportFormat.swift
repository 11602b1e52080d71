/// The forms in which the results of tests can be written.
public enum TestReportFormat: String, CaseIterable, Hashable, Sendable {
    /// For a terminal.
    case text
    /// JUnit's XML, which servers that build software read.
    case junit
    /// For programs; see ``TestJSONRenderer``.
    case json
}
