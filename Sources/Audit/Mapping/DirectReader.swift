import CEL
import JSONSyntax
import RulebookEngine

/// Reads the events of rows whose values can stay as they are, straight from the rows.
///
/// It reads what ``EventWriter`` would write: of a row in which something has to be written anew, or is wrong, nothing.
final class DirectReader: EventDocumentWriter {
    /// Longer rows, and kinds with more names, are written: what is read here stays far within the limits of documents, so
    /// that it can always be written too.
    private static let rowByteCountMax = 1 << 20
    private static let nameByteCountMax = 1 << 16

    private let program: DirectProgram
    private let kind: RowKindProgram
    private let index: RowIndex
    private let shapes: EntityShapes
    private let asOf: CELTimestamp?

    /// Nil where no row of the kind can be read so.
    init?(_ kind: RowKindProgram, of mapping: MappingProgram, asOf: CELTimestamp?) {
        guard mapping.mapping.each == nil, let program = kind.direct,
            kind.names.table.byteCount <= Self.nameByteCountMax
        else { return nil }
        self.program = program
        self.kind = kind
        index = mapping.index
        shapes = mapping.shapes
        self.asOf = asOf
    }

    func document(of row: JSONDocument) -> JSONDocument {
        row.withView { view in
            var places: [Int32] = []
            index.fill(&places, row, view)
            var writer = EventWriter(shapes: shapes, asOf: asOf)
            let event = places.withUnsafeBufferPointer { places in
                writer.write(
                    kind, row: .json(JSONRow(document: row, values: RowValues(view: view, places: places))))
            }
            // Were there none, nothing would be known, and nothing unknown counts as kept.
            return event.document ?? .emptyObject
        }
    }

    /// Where an event was read from, which is that of a row.
    func origin(of document: JSONDocument, agent: Int?, team: Int?) -> EventRow {
        EventRow(document: document, writer: self, agent: agent, team: team)
    }

    /// The event of a row.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - events: what reads events.
    ///   - unknownMembers: receives the members that have a value and that the rulebook does not declare.
    /// - Returns: nil where the row has to be written.
    func read(_ row: JSONRow, _ events: EventReader, unknownMembers: inout [String]) -> Event? {
        guard row.document.byteCount <= Self.rowByteCountMax, let type = row.record(program.type), type.kind == .string,
            var event = events.assembly(ofType: type, in: row.view), let fields = program.fields[event.typeIndex],
            let envelope = envelope(of: row)
        else { return nil }
        for entity in program.entities {
            var isPresent = false
            for (field, value) in entity.fields {
                guard let record = row.record(value.path) else { continue }
                if record.kind != .null { isPresent = true }
                switch row.values.value(at: value.path, for: value.member) {
                case .absent: continue
                case .same(let record):
                    guard event.read(record, field: field, ofEntity: entity.index) else { return nil }
                case .text(let record):
                    guard event.read(record.asString, field: field, ofEntity: entity.index) else { return nil }
                case .instant, .other: return nil
                }
            }
            // A thing of which nothing is known is absent.
            if isPresent { event.endEntity(entity.index) }
        }
        for (field, value) in fields {
            switch row.values.value(at: value.path, for: value.member) {
            case .absent: continue
            case .same(let record):
                guard event.read(record, field: field) else { return nil }
            case .text(let record):
                guard event.read(record.asString, field: field) else { return nil }
            case .instant, .other: return nil
            }
        }
        count(kind.undeclaredEntities, in: row, &unknownMembers)
        for entity in program.entities { count(entity.undeclared, in: row, &unknownMembers) }
        count(kind.fields[event.typeIndex].undeclared, in: row, &unknownMembers)
        return event.event(
            envelope,
            from: origin(
                of: row.document, agent: program.agent.flatMap { row.index(of: $0) },
                team: program.team.flatMap { row.index(of: $0) }))
    }

    /// The members of the event itself; nil where one has to be written.
    private func envelope(of row: JSONRow) -> Event.Envelope? {
        var envelope = Event.Envelope()
        for (member, value) in program.envelope {
            let text: String
            switch row.values.value(at: value.path, for: value.member) {
            case .absent: continue
            case .same(let record):
                guard record.kind == .string || record.kind == .number else { return nil }
                text = row.document.text(of: record)
            case .text(let record): text = row.document.text(of: record.asString)
            case .instant(let instant):
                guard member == .time,
                    let time = CELTimestamp(seconds: instant.seconds, nanoseconds: instant.nanoseconds)
                else { return nil }
                envelope.time = time
                continue
            case .other: return nil
            }
            switch member {
            case .id: envelope.id = text
            case .time, .type: return nil
            case .channel: envelope.channel = text
            case .interaction: envelope.interaction = text
            case .reason: envelope.reason = text
            case .caseID: envelope.caseID = text
            case .recordedBy: envelope.recordedBy = text
            }
        }
        return envelope
    }

    private func count(_ members: [UndeclaredMember], in row: JSONRow, _ unknownMembers: inout [String]) {
        for member in members where member.sources.contains(where: { row.isPresent($0) }) {
            unknownMembers.append(member.path)
        }
    }
}
