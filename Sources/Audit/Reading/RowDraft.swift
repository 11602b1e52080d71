import JSONSyntax
import RulebookEngine

/// A row while its events are read.
struct RowDraft {
    private let input: String
    private let line: Int
    private let events: EventReader
    private var records: [LogRow.Record] = []
    private var problems: [RowProblem] = []
    private var details: [InputProblem] = []
    private var unknownMembers: [String] = []

    init(input: String, line: Int, events: EventReader) {
        self.input = input
        self.line = line
        self.events = events
    }

    var row: LogRow {
        LogRow(line: line, records: records, problems: problems, details: details, unknownMembers: unknownMembers)
    }

    /// Reads an event in the event format.
    mutating func add(_ root: JSONNode) {
        guard !Attestation.isOne(root) else {
            switch Attestation.read(root) {
            case .success(let attestation): records.append(.attestation(attestation))
            case .failure(let rejection): rejection.problems.forEach { add($0) }
            }
            return
        }
        let reading = events.read(root)
        if let event = reading.event { records.append(.event(event)) }
        for problem in reading.problems { add(problem) }
        unknownMembers += reading.unknownMembers
    }

    /// Reads an event straight from a row; false where the row has to be written in the event format.
    mutating func add(_ row: JSONRow, by reader: DirectReader) -> Bool {
        guard let event = reader.read(row, events, unknownMembers: &unknownMembers) else { return false }
        records.append(.event(event))
        return true
    }

    /// Reads what a row kind made; values that could not be read refuse the event.
    mutating func add(_ mapped: MappedEvent) {
        unknownMembers += mapped.unknownMembers
        for problem in mapped.problems { add(problem) }
        guard mapped.problems.isEmpty, let root = mapped.document?.root else { return }
        add(root)
    }

    /// Adds something that is wrong with the row.
    mutating func add(_ problem: InputProblem, column: Int? = nil) {
        details.append(problem)
        problems.append(RowProblem(problem, input: input, line: line, column: column))
    }
}

extension RowProblem {
    /// What is wrong with a row, in one sentence with its advice.
    init(_ problem: InputProblem, input: String, line: Int, column: Int? = nil) {
        let prefix = problem.path.isEmpty || problem.message.contains("`\(problem.path)`") ? "" : "`\(problem.path)`: "
        self.init(
            input: input, line: line, column: column, code: problem.code.rawValue,
            message: prefix + problem.message + (problem.help.map { "; \($0)" } ?? ""))
    }
}
