public import CEL
public import JSONSyntax
import SourceText

/// Why an audit cannot begin, or an input cannot be read at all.
///
/// What is wrong with single rows is no error: it is reported as ``RowProblem``s.
public enum AuditError: Error, Hashable, Sendable {
    /// A table, and no mapping that says what its columns mean.
    case tableWithoutMapping(input: String)
    /// The mapping asks for the instant of the audit, which was not given.
    case missingAsOf(place: String)
    /// The names of a table's columns cannot be read.
    case unreadableHeader(input: String, CSVError)
    /// A table lacks columns that the mapping reads.
    case missingColumns(input: String, names: [String], known: [String], mapping: String)
    /// A mapping that was made ready for another rulebook.
    case foreignMapping(mapping: String)
    /// An event that came later than was stated; with how late events come, or nil where no duration holds that.
    case outOfOrder(input: String, line: Int, lateness: CELDuration?)
}

extension AuditError: CustomStringConvertible {
    /// What is wrong, in words.
    public var message: String {
        switch self {
        case .tableWithoutMapping(let input): "`\(input)` is a table, and nothing says what its columns mean"
        case .missingAsOf(let place): "the mapping asks for the instant of the audit (\(place)), and none was given"
        case .unreadableHeader(let input, let error): "the header of `\(input)` cannot be read: \(error.message)"
        case .missingColumns(let input, let names, _, let mapping):
            "`\(input)` has no column \(names.map { "`\($0)`" }.joined(separator: ", ")), which `\(mapping)` reads"
        case .foreignMapping(let mapping): "`\(mapping)` was made ready for another rulebook"
        case .outOfOrder(let input, let line, _): "`\(input)`, line \(line): an event before has a later time"
        }
    }

    /// The next step, where there is one.
    public var help: String? {
        switch self {
        case .tableWithoutMapping: return "give a mapping with --map"
        case .missingAsOf: return "give it with --as-of, as in --as-of 2026-01-31T00:00:00+01:00"
        case .unreadableHeader(_, let error): return error.help
        case .missingColumns(_, let names, let known, _):
            let nearest = names.lazy.compactMap { nearestName(to: $0, among: known) }.first
            return nearest.map { "did you mean `\($0)`?" }
                ?? "its columns are \(known.prefix(12).joined(separator: ", "))\(known.count > 12 ? ", …" : "")"
        case .foreignMapping: return "make it ready for the rulebook that judges"
        case .outOfOrder: return "judge the events in the order of their times"
        }
    }

    /// The message, with the next step behind it.
    public var description: String { message + (help.map { "; \($0)" } ?? "") }
}
