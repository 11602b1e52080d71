import JSONSyntax
public import RulebookEngine

/// Writes what stands in the place of a decision where a row of a batch cannot be read.
public struct RowErrorRenderer: Sendable {
    /// Makes a renderer.
    public init() {}

    /// Writes one row's problems; the outcome is `error`, which no decision has.
    ///
    /// - Parameters:
    ///   - problems: what is wrong, the first the most important.
    ///   - line: the row's line in its input, from 1.
    /// - Returns: one JSON object on one line, and a line feed.
    public func render(_ problems: [InputProblem], line: Int) -> [UInt8] {
        var writer = JSONWriter(style: .compact)
        writer.object { writer in
            writer.member("line", line)
            writer.member("outcome", "error")
            if let first = problems.first {
                writer.name("error")
                write(first, to: &writer)
            }
            if problems.count > 1 {
                writer.name("also")
                writer.list { writer in
                    for problem in problems.dropFirst() { write(problem, to: &writer) }
                }
            }
        }
        writer.endLine()
        return writer.utf8
    }

    private func write(_ problem: InputProblem, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("code", problem.code.rawValue)
            writer.member("path", problem.path)
            writer.member("message", problem.message)
            writer.member("help", problem.help)
        }
    }
}
