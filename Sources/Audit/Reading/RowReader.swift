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

/// Makes events of the rows of one log, each row by itself: another one like it does the same on another thread.
struct RowReader: ~Copyable, Sendable {
    /// What rows mean.
    ///
    /// A class, so that a row borrows it instead of copying its parts.
    private final class Meaning: Sendable {
        let program: MappingProgram
        let columns: [Int]
        /// By row kind; nil for one whose rows are always written.
        let direct: [DirectReader?]

        init(_ program: MappingProgram, columns: [Int], asOf: CELTimestamp?, isDirect: Bool) {
            self.program = program
            self.columns = columns
            direct = program.kinds.map { isDirect ? DirectReader($0, of: program, asOf: asOf) : nil }
        }
    }

    private let name: String
    private let events: EventReader
    /// Nil for rows in the event format.
    private let mapping: Meaning?
    private var writer: EventWriter
    /// What looks whether there is anything to tell of a row; nil where all are read.
    private let glances: GlanceReader?
    private var glance = Glance()
    private var glanced = RowGlances()
    /// How rows went so far.
    private var shapes = JSONShapes()
    /// By shape, the numbers of the values that the mapping reads; nil where rows have to be looked through.
    private var numbers: [[Int32]?] = []
    /// The places of what the mapping reads in the present row.
    private var places: [Int32] = []

    /// - Parameters:
    ///   - name: the name of the log.
    ///   - events: the reader of the rulebook whose vocabulary events are held against.
    ///   - mapping: what the rows mean; nil for rows in the event format.
    ///   - columns: the columns that the mapping reads, by the numbers of its paths.
    ///   - asOf: the instant of the audit, for mappings that ask for it.
    ///   - glances: what looks whether there is anything to tell of a row; nil where all are read.
    ///   - isDirect: whether events are read straight from rows where that can be done, which must make no difference
    ///     but in time.
    init(
        input name: String, events: EventReader, mapping: MappingProgram?, columns: [Int], asOf: CELTimestamp?,
        glances: GlanceReader? = nil, isDirect: Bool = true
    ) {
        self.name = name
        self.events = events
        self.mapping = mapping.map { Meaning($0, columns: columns, asOf: asOf, isDirect: isDirect) }
        self.glances = glances
        writer = EventWriter(shapes: mapping?.shapes ?? EntityShapes(), asOf: asOf)
    }

    /// Reads the rows of the same log.
    init(like other: borrowing RowReader) {
        name = other.name
        events = other.events
        mapping = other.mapping
        writer = other.writer
        glances = other.glances
    }

    /// Makes events of rows, or looks at them where that is enough.
    mutating func readBatch(_ raws: [RawRow]) -> RowBatch {
        var rows: [RowBatch.Row] = []
        rows.reserveCapacity(raws.count)
        for raw in raws {
            if case .line(.line(let line)) = raw, let glances {
                rows.append(look(at: line, by: glances))
            } else {
                rows.append(.read(read(raw)))
            }
        }
        defer { glanced = RowGlances() }
        (glanced.met, glanced.open) = glance.takeFound()
        return RowBatch(rows: rows, glances: glanced)
    }

    private mutating func look(at line: TextLine, by glances: GlanceReader) -> RowBatch.Row {
        guard let shape = shapes.scan(line.utf8) else { return .read(readUnknown(line)) }
        guard let numbers = numbers(of: shape) else {
            return .read(read(shapes.document(of: line.utf8), shape: shape, line: line.number))
        }
        glances.fill(&places, numbers, in: shapes)
        let found = shapes.withView(of: line.utf8) { view in
            places.withUnsafeBufferPointer { places in
                glances.read(RowValues(view: view, places: places), line: line.number, by: &glance, into: &glanced)
            }
        }
        if let found, found.isEnough { return .glanced(found) }
        let document = shapes.document(of: line.utf8)
        if let found, let event = event(of: document, found, by: glances) { return .opened(event, found) }
        return .read(read(document, shape: shape, line: line.number))
    }

    private func event(
        of document: JSONDocument, _ found: RowGlance, by glances: GlanceReader
    ) -> Event? {
        guard let mapping else {
            let reading = events.read(document.root)
            return reading.problems.isEmpty && reading.unknownMembers.isEmpty ? reading.event : nil
        }
        guard let reader = mapping.direct.first ?? nil else { return nil }
        return document.withView { view in
            places.withUnsafeBufferPointer { places in
                let row = JSONRow(document: document, values: RowValues(view: view, places: places))
                return glances.event(of: row, found, events, by: reader)
            }
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
            guard let shape = shapes.scan(line.utf8) else { return readUnknown(line) }
            return read(shapes.document(of: line.utf8), shape: shape, line: line.number)
        }
    }

    /// Reads a line that goes as none before did.
    private mutating func readUnknown(_ line: TextLine) -> LogRow {
        do throws(JSONParsingError) {
            return read(try shapes.parseAndLearn(line.utf8), shape: nil, line: line.number)
        } catch {
            return unreadable(line: line.number, column: error.column, message: error.message, help: error.help)
        }
    }

    private mutating func read(_ record: CSVRecord) -> LogRow {
        var draft = RowDraft(input: name, line: record.lines.lowerBound, events: events)
        if let mapping, !map(.record(record, columns: mapping.columns), by: mapping, into: &draft) {
            Self.refuse(mapping.program, in: &draft)
        }
        return draft.row
    }

    /// Reads a row; its shape is known where it was scanned just now.
    private mutating func read(_ document: JSONDocument, shape: Int?, line: Int) -> LogRow {
        var draft = RowDraft(input: name, line: line, events: events)
        guard let mapping else {
            draft.add(document.root)
            return draft.row
        }
        document.withView { view in
            if let shape, let numbers = numbers(of: shape) {
                mapping.program.index.fill(&places, numbers, in: shapes)
                mapping.program.index.fill(&places, document, element: nil)
            } else {
                mapping.program.index.fill(&places, document, view)
            }
            if let each = mapping.program.mapping.each {
                mapElements(of: document, at: each, by: mapping, view, into: &draft)
            } else {
                if !map(document, view, by: mapping, into: &draft) { Self.refuse(mapping.program, in: &draft) }
            }
        }
        return draft.row
    }

    private mutating func numbers(of shape: Int) -> [Int32]? {
        while numbers.count < shapes.samples.count {
            let sample = shapes.samples[numbers.count]
            if let mapping {
                numbers.append(mapping.program.index.numbers(in: sample))
            } else {
                numbers.append(glances?.numbers(in: sample))
            }
        }
        return numbers[shape]
    }

    private mutating func mapElements(
        of document: JSONDocument, at each: RowPath, by mapping: Meaning, _ view: JSONView,
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
            mapping.program.index.fill(&places, document, element: element)
            _ = map(document, view, by: mapping, into: &draft)
        }
    }

    /// Adds the events that a row makes of which the places are known; false where no kind of row takes it.
    private mutating func map(
        _ document: JSONDocument, _ view: JSONView, by mapping: Meaning, into draft: inout RowDraft
    ) -> Bool {
        let places = places
        return places.withUnsafeBufferPointer { places in
            map(
                .json(JSONRow(document: document, values: RowValues(view: view, places: places))), by: mapping,
                into: &draft)
        }
    }

    /// Adds the events that a row makes; false where no kind of row takes it.
    private mutating func map(_ row: RowView, by mapping: Meaning, into draft: inout RowDraft) -> Bool {
        var isTaken = false
        for (number, kind) in mapping.program.kinds.enumerated() where row.satisfies(kind.conditions) {
            isTaken = true
            if case .json(let row) = row, let reader = mapping.direct[number], draft.add(row, by: reader) { continue }
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
