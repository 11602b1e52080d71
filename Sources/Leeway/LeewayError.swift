/// Why an operation could not be carried out.
public enum LeewayError: Error, Sendable {
    /// There is no file or folder of this name.
    case noSuchFile(path: String, help: String?)
    /// A file or folder is there and cannot be read, or reading broke off.
    case cannotRead(path: String, reason: String)
    /// A file cannot be written, or writing broke off.
    case cannotWrite(path: String, reason: String)
    /// Whoever reads what is written went away: nothing to report, only to stop.
    case outputClosed(path: String)
    /// A folder or file is larger than Leeway reads.
    case tooLarge(path: String, limit: String)
    /// A rulebook or a mapping has errors.
    case invalid(path: String, diagnostics: DiagnosticCollector)
    /// An audit cannot begin, or a log cannot be read at all.
    case audit(AuditError)
    /// A ledger does not answer.
    case ledger(LedgerError)
    /// An event cannot be read.
    case unreadableEvent(EventProblems)
    /// What was asked for is not in the rulebook.
    case unknownName(kind: String, name: String, help: String?)
    /// A request that contradicts itself.
    case invalidRequest(message: String, help: String?)
}

/// What is wrong with an event, and where it stands.
public struct EventProblems: Sendable {
    /// The name of the input: a path, or `<standard input>`.
    public let input: String
    /// The line in the input, where it is one of many.
    public let line: Int?
    /// What is wrong, the most important first; never empty.
    public let problems: [InputProblem]

    /// Gathers the problems of an event.
    public init(input: String, line: Int?, problems: [InputProblem]) {
        self.input = input
        self.line = line
        self.problems = problems
    }
}
