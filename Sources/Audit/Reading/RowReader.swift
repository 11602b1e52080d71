import CEL
import JSONSyntax
import RulebookEngine
import SourceText

/// A row as it stands in its log.
enum RawRow: Sendable {
    case line(LineReader.Item)
    case record(CSVRecord)
    /// A record that could not be split.
    case refused(CSVError)
}

/// Makes events of the rows of one log, each row by itself: a copy of it does the same on another thread.
struct RowReader: Sendable {
    private let name: String
    private let events: EventReader
    private let mapping: MappingProgram?
    private let columns: [Int]
    private var writer: EventWriter
    /// By row kind; nil for one whose rows are always written.
    private let direct: [DirectReader?]
    /// The places of what the mapping reads in the present row.
    private var places: [Int32] = []

    /// - Parameters:
    ///   - name: the name of the log.
    ///   - events: the reader of the rulebook whose vocabulary events are held against.
    ///   - mapping: what the rows mean; nil for rows in the event format.
    ///   - columns: the columns that the mapping reads, by the numbers of its paths.
    ///   - asOf: the instant of the audit, for mappings that ask for it.
    ///   - isDirect: whether events are read straight from rows where that can be done, which must make no difference
    ///     but in time.
    init(
        input name: String, events: EventReader, mapping: MappingProgram?, columns: [Int], asOf: CELTimestamp?,
        isDirect: Bool = true
    ) {
        self.name = name
        self.events = events
        self.mapping = mapping
        self.columns = columns
        writer = EventWriter(shapes: mapping?.shapes ?? EntityShapes(), asOf: asOf)
        direct = (mapping?.kinds ?? []).map { kind in
            isDirect ? mapping.flatMap { DirectReader(kind, of: $0, asOf: asOf) } : nil
        }
    }

    /// Makes events of a row.
    mutating func read(_ raw: RawRow) -> LogRow {
        switch raw {
        case .line(let item): read(item)
        case .record(let record): read(record)
        case .refused(let error): unreadable(line: error.lines.lowerBound, message: error.message, help: error.help)
        }
    }

    private mutating func read(_ item: LineReader.Item) -> LogRow {
        switch item {
        case .tooLong(let number, _, let byteCount):
            return unreadable(
                line: number,
                message: "the line has \(byteCount) bytes; at most \(LineReader.standardLineByteCountMax) are read")
        case .line(let line):
            do throws(JSONParsingError) {
                return read(try JSONDocument.parse(line.utf8), line: line.number)
            } catch {
                return unreadable(line: line.number, column: error.column, message: error.message, help: error.help)
            }
        }
    }

    private mutating func read(_ record: CSVRecord) -> LogRow {
        var draft = RowDraft(input: name, line: record.lines.lowerBound, events: events)
        if let mapping, !map(.record(record, columns: columns), by: mapping, into: &draft) {
            Self.refuse(mapping, in: &draft)
        }
        return draft.row
    }

    private mutating func read(_ document: JSONDocument, line: Int) -> LogRow {
        var draft = RowDraft(input: name, line: line, events: events)
        guard let mapping else {
            draft.add(document.root)
            return draft.row
        }
        document.withView { view in
            mapping.index.fill(&places, document, view)
            if let each = mapping.mapping.each {
                mapElements(of: document, at: each, by: mapping, view, into: &draft)
            } else {
                let row = JSONRow(document: document, view: view, places: places)
                if !map(.json(row), by: mapping, into: &draft) { Self.refuse(mapping, in: &draft) }
            }
        }
        return draft.row
    }

    private mutating func mapElements(
        of document: JSONDocument, at each: RowPath, by mapping: MappingProgram, _ view: JSONView,
        into draft: inout RowDraft
    ) {
        guard let list = each.value(in: document.root), list.kind == .list else {
            draft.add(
                InputProblem(
                    code: .unmappedRow, path: each.text, message: "there is no list at `\(each.text)`",
                    help: "the mapping's `each` reads one row for each of its elements"))
            return
        }
        // Elements that no kind takes are none of the mapping's business: a list may hold more than events.
        for element in 0..<list.count {
            mapping.index.fill(&places, document, element: element)
            let row = JSONRow(document: document, view: view, places: places)
            _ = map(.json(row), by: mapping, into: &draft)
        }
    }

    /// Adds the events that a row makes; false where no kind of row takes it.
    private mutating func map(_ row: RowView, by mapping: MappingProgram, into draft: inout RowDraft) -> Bool {
        var isTaken = false
        for (number, kind) in mapping.kinds.enumerated() where row.satisfies(kind.conditions) {
            isTaken = true
            if case .json(let row) = row, let reader = direct[number], draft.add(row, by: reader) { continue }
            draft.add(writer.write(kind, row: row))
        }
        return isTaken
    }

    private static func refuse(_ mapping: MappingProgram, in draft: inout RowDraft) {
        draft.add(
            InputProblem(
                code: .unmappedRow, path: "",
                message: "no kind of row in `\(mapping.mapping.file.name)` takes this row",
                help: "add a kind whose `where` does, or correct the row"))
    }

    private func unreadable(line: Int, column: Int? = nil, message: String, help: String? = nil) -> LogRow {
        var draft = RowDraft(input: name, line: line, events: events)
        draft.add(InputProblem(code: .unreadableRow, path: "", message: message, help: help), column: column)
        return draft.row
    }
}
