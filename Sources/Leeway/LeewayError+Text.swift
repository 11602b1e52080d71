extension LeewayError: CustomStringConvertible {
    /// What went wrong, in a few lines for people: lower case, without a period, with the next step where there is one.
    public var description: String {
        switch self {
        case .noSuchFile(let path, let help):
            Self.text("there is no file or folder `\(path)`", help)
        case .cannotRead(let path, let reason): "cannot read `\(path)`: \(reason)"
        case .cannotWrite(let path, let reason): "cannot write `\(path)`: \(reason)"
        case .outputClosed(let path): "nobody reads `\(path)` any more"
        case .tooLarge(let path, let limit): "`\(path)` is too large: \(limit)"
        case .invalid(let path, let diagnostics):
            "`\(path)` has \(diagnostics.errorCount) error\(diagnostics.errorCount == 1 ? "" : "s")\n"
                + PlainRenderer().render(diagnostics)
        case .audit(let error): Self.text(error.message, error.help)
        case .ledger(let error): Self.text(error.message, error.help)
        case .unreadableEvent(let problems): problems.description
        case .unknownName(let kind, let name, let help): Self.text("there is no \(kind) `\(name)`", help)
        case .invalidRequest(let message, let help): Self.text(message, help)
        }
    }

    private static func text(_ message: String, _ help: String?) -> String {
        help.map { "\(message)\n  help: \($0)" } ?? message
    }
}

extension EventProblems: CustomStringConvertible {
    /// One problem a line, each with its place and the next step.
    public var description: String {
        let place = line.map { "\(input), line \($0)" } ?? input
        return problems.map { problem in
            let path = problem.path.isEmpty ? "" : "`\(problem.path)`: "
            let help = problem.help.map { "\n  help: \($0)" } ?? ""
            return "\(place): \(path)\(problem.message) [\(problem.code.rawValue)]\(help)"
        }.joined(separator: "\n")
    }
}
