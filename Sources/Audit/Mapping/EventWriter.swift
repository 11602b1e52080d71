import CEL
import JSONSyntax
import RulebookEngine
import RulebookModel

/// Writes the event that a row kind makes of a row.
///
/// An event of a JSON row refers to the row's text for all values that mean there what they mean here.
struct EventWriter {
    private let shapes: EntityShapes
    /// The instant of the audit as RFC 3339.
    private let asOf: String?
    private var builder = JSONDocumentBuilder()
    private var problems: [InputProblem] = []
    private var unknownMembers: [String] = []

    init(shapes: EntityShapes, asOf: CELTimestamp?) {
        self.shapes = shapes
        self.asOf = asOf.map { "\($0)" }
    }

    /// Makes the event of a row that the row kind takes.
    mutating func write(_ kind: RowKindProgram, row: RowView) -> MappedEvent {
        problems = []
        unknownMembers = []
        switch row {
        case .json(let row): builder.begin(over: row.document, names: kind.names.table)
        case .record: builder.begin(over: nil, names: kind.names.table)
        }
        builder.beginObject()
        let (fields, isKnown) = writeType(kind, row: row)
        write(kind.envelope, row: row)
        write(kind.entities, row: row)
        count(kind.undeclaredEntities, in: row)
        builder.name(at: kind.names.data)
        builder.beginObject()
        write(fields.declared, row: row)
        builder.endObject()
        // Of an event that the rulebook does not know, no member can be known.
        if isKnown { count(fields.undeclared, in: row) }
        builder.endObject()
        do throws(JSONBuildingError) {
            return MappedEvent(
                document: try builder.finish(), problems: problems, unknownMembers: unknownMembers)
        } catch {
            problems.append(InputProblem(code: .malformed, path: "", message: error.description))
            return MappedEvent(document: nil, problems: problems, unknownMembers: unknownMembers)
        }
    }

    /// Writes the event's type, and says what fields it has.
    private mutating func writeType(
        _ kind: RowKindProgram, row: RowView
    ) -> (fields: FieldsProgram, isKnown: Bool) {
        if case .json(let row) = row, case .path(let path) = kind.type.source, kind.type.translations.isEmpty,
            let record = row.record(path), record.kind == .string,
            let place = kind.types.place(of: record, in: row.view)
        {
            builder.name(at: kind.names.type)
            builder.refer(to: record)
            return (kind.fields[place], true)
        }
        guard let type = text(of: kind.type, in: row) else { return (kind.fallback, false) }
        builder.name(at: kind.names.type)
        builder.string(type)
        guard let place = kind.placesOfTypes[type] else { return (kind.fallback, false) }
        return (kind.fields[place], true)
    }

    // MARK: Members

    private mutating func write(_ members: [MemberProgram], row: RowView) {
        for member in members { write(member, row: row) }
    }

    private mutating func write(_ member: MemberProgram, row: RowView) {
        switch member.value.source {
        case .members(let members, let undeclared):
            count(undeclared, in: row)
            // A thing of which nothing is known is absent.
            guard members.contains(where: { hasValue($0, in: row) }) else { return }
            builder.name(at: member.place)
            builder.beginObject()
            write(members, row: row)
            builder.endObject()
        case .asOf:
            guard let asOf else { return }
            builder.name(at: member.place)
            builder.string(asOf)
        case .constant(let scalar):
            write(scalar, member)
        case .path(let path):
            switch row {
            case .json(let row): write(path, member, row)
            case .record(let record, let columns): write(column: columns[path], of: record, member)
            }
        }
    }

    private func hasValue(_ member: MemberProgram, in row: RowView) -> Bool {
        switch member.value.source {
        case .path(let path): row.isPresent(path)
        case .constant(let scalar): scalar != .null
        case .asOf: asOf != nil
        case .members(let members, _): members.contains { hasValue($0, in: row) }
        }
    }

    private mutating func count(_ members: [UndeclaredMember], in row: RowView) {
        for member in members where member.sources.contains(where: { row.isPresent($0) }) {
            unknownMembers.append(member.path)
        }
    }

    // MARK: Values of rows

    private mutating func write(column: Int, of record: CSVRecord, _ member: MemberProgram) {
        let value = member.value
        if record.isEmpty(at: column), value.emptyText != .text { return }
        if !value.translations.isEmpty, let scalar = value.translations[record.string(at: column)] {
            return write(scalar, member)
        }
        builder.name(at: member.place)
        if member.keepsTexts {
            builder.string(record, column: column)
        } else {
            write(record.string(at: column), as: member.type, value.reading, path: member.path)
        }
    }

    private mutating func write(_ path: Int, _ member: MemberProgram, _ row: JSONRow) {
        switch row.values.value(at: path, for: member) {
        case .absent: return
        case .same(let record):
            builder.name(at: member.place)
            builder.refer(to: record)
        case .text(let record):
            builder.name(at: member.place)
            builder.refer(toTextOf: record)
        case .instant(let instant):
            builder.name(at: member.place)
            write(instant)
        case .other:
            guard let node = row.node(path) else { return }
            if member.isTranslated, let text = Self.text(of: node), let scalar = member.value.translations[text] {
                return write(scalar, member)
            }
            builder.name(at: member.place)
            write(node, as: member.type, member.value.reading, renamed: member.value.renamed, path: member.path)
        }
    }

    private func text(of value: ValueProgram, in row: RowView) -> String? {
        let scalar: MappedScalar
        switch value.source {
        case .constant(let constant): scalar = constant
        case .path(let path):
            let found: String? =
                switch row {
                case .json(let row): row.node(path).flatMap { Self.text(of: $0) }
                case .record(let record, let columns): record.string(at: columns[path])
                }
            guard let found, !found.isEmpty else { return nil }
            scalar = value.translations[found] ?? .text(found)
        case .asOf, .members: return nil
        }
        switch scalar {
        case .text(let text), .number(let text): return text
        case .bool(let value): return value ? "true" : "false"
        case .null: return nil
        }
    }

    private static func text(of node: JSONNode) -> String? {
        node.string ?? node.numberText ?? node.bool.map { $0 ? "true" : "false" }
    }

    private mutating func write(_ scalar: MappedScalar, _ member: MemberProgram) {
        if scalar == .null { return }
        builder.name(at: member.place)
        let reading = member.value.reading
        switch scalar {
        case .text(let text): write(text, as: member.type, reading, path: member.path)
        case .number(let digits): write(number: digits, as: member.type, reading, path: member.path)
        case .bool(let value): builder.bool(value)
        case .null: builder.null()
        }
    }

    // MARK: Values by type

    private mutating func write(
        _ node: JSONNode, as type: FactType, _ reading: ScalarReading, renamed: [String: String] = [:], path: String
    ) {
        switch (node.kind, type) {
        case (.object, .entity(let name)):
            writeObject(node, members: shapes[name] ?? [:], reading, renamed: renamed, path: path)
        case (.object, .map(let element)):
            builder.beginObject()
            for member in node.members {
                builder.name(renamed[member.name] ?? member.name)
                write(member.value, as: element, reading, path: "\(path).\(member.name)")
            }
            builder.endObject()
        case (.list, .list(let element)):
            builder.beginList()
            for item in node.elements { write(item, as: element, reading, renamed: renamed, path: path) }
            builder.endList()
        case (.number, _):
            write(number: node, as: type, reading, path: path)
        case (.string, _) where !type.isWritten: write(node.string ?? "", as: type, reading, path: path)
        default: builder.copy(node)
        }
    }

    private mutating func writeObject(
        _ node: JSONNode, members: [String: EntityShapes.Member], _ reading: ScalarReading, renamed: [String: String],
        path: String
    ) {
        builder.beginObject()
        for member in node.members {
            let name = renamed[member.name] ?? member.name
            guard let shape = members[name] else {
                if !member.value.isNull { unknownMembers.append("\(path).\(name)") }
                continue
            }
            builder.name(shape.name)
            write(member.value, as: shape.type, reading, path: "\(path).\(name)")
        }
        builder.endObject()
    }

    /// Writes a number of a row.
    private mutating func write(number node: JSONNode, as type: FactType, _ reading: ScalarReading, path: String) {
        if type.isAmount(reading) || type.isInstant(reading) {
            write(number: node.decimal?.text ?? node.numberText ?? "", as: type, reading, path: path)
        } else if type.isWritten || type.isEntity {
            builder.string(node.numberText ?? "")
        } else {
            builder.copy(node)
        }
    }

    /// Writes a number: an amount with its currency, text where a text is declared, and else as it is.
    private mutating func write(number digits: String, as type: FactType, _ reading: ScalarReading, path: String) {
        if case .money = type, let currency = reading.currency {
            builder.string("\(digits) \(currency.code)")
        } else if type.isInstant(reading) {
            // Seconds since 1970 may be written as a number.
            writeInstant(digits, reading, path: path)
        } else if type.isWritten || type.isEntity {
            builder.string(digits)
        } else {
            builder.number(digits)
        }
    }

    /// Writes a text as the value of the declared type that it says.
    private mutating func write(_ text: String, as type: FactType, _ reading: ScalarReading, path: String) {
        switch type {
        case .int:
            if let value = Int64(text) { return builder.int(value) }
        case .decimal:
            if let value = ExactDecimal(parsing: text) { return builder.number(value.text()) }
        case .bool:
            if text == "true" || text == "false" { return builder.bool(text == "true") }
            problems.append(
                InputProblem(
                    code: .wrongType, path: path, message: "`\(text)` is neither true nor false",
                    help: "translate it in the mapping, as in `values: {\"yes\": true, \"no\": false}`"))
        case .money:
            if let currency = reading.currency, ExactDecimal(parsing: text) != nil {
                return builder.string("\(text) \(currency.code)")
            }
        case .timestamp: return writeInstant(text, reading, path: path)
        case .date:
            if let date = reading.format?.read(text) { return builder.string("\(date.date)") }
            if reading.format != nil { reportTime(text, reading, path: path) }
        default: break
        }
        // What is none of the type goes on as it is: the reader of events says what was expected.
        builder.string(text)
    }

    private mutating func writeInstant(_ text: String, _ reading: ScalarReading, path: String) {
        let parsed = if let format = reading.format { format.read(text) } else { LocalDateTime(iso: text) }
        guard let parsed else {
            if reading.format != nil { reportTime(text, reading, path: path) }
            return builder.string(text)
        }
        guard let instant = parsed.reportInstant(zone: reading.zone) else {
            problems.append(
                InputProblem(
                    code: .wrongType, path: path, message: "`\(text)` does not say its offset from UTC",
                    help: "name its zone in the mapping, as in `zone: Europe/Ljubljana`"))
            return builder.string(text)
        }
        write(instant)
    }

    private mutating func write(_ instant: ReportInstant) { instant.withUTF8 { builder.string(utf8: $0) } }

    private mutating func reportTime(_ text: String, _ reading: ScalarReading, path: String) {
        problems.append(
            InputProblem(
                code: .wrongType, path: path,
                message: "`\(text)` is not written as the mapping's format `\(reading.format?.text ?? "")` says"))
    }
}

extension FactType {
    /// Whether values are texts in the event format, whatever they say.
    var isWritten: Bool {
        switch self {
        case .string, .locale, .zone, .role, .hours, .percent, .duration, .enumeration: true
        case .bool, .int, .decimal, .money, .timestamp, .date, .entity, .list, .map: false
        }
    }

    fileprivate var isEntity: Bool {
        if case .entity = self { true } else { false }
    }

    /// Whether a bare number is an amount of a currency that the mapping names.
    fileprivate func isAmount(_ reading: ScalarReading) -> Bool {
        if case .money = self { reading.currency != nil } else { false }
    }

    /// Whether a number is a time by the mapping's format.
    func isInstant(_ reading: ScalarReading) -> Bool {
        if case .timestamp = self { reading.format != nil } else { false }
    }

    /// Whether a number of a row is a number of the event as it is.
    func keepsNumbers(_ reading: ScalarReading) -> Bool {
        !isWritten && !isEntity && !isAmount(reading) && !isInstant(reading)
    }
}

extension LocalTimeFormat {
    fileprivate func read(_ text: String) -> LocalDateTime? {
        var text = text
        return text.withUTF8 { read($0.span) }
    }
}

extension LocalDateTime {
    fileprivate init?(iso text: String) {
        var text = text
        guard let value = text.withUTF8({ LocalDateTime(iso: $0.span) }) else { return nil }
        self = value
    }

    func reportInstant(zone: CELTimeZone?) -> ReportInstant? {
        instant(zone: zone).map { ReportInstant($0.instant, offsetSeconds: $0.offsetSeconds) }
    }
}

extension ReportInstant {
    /// The instant with the offset in which it is shown.
    init(_ instant: CELTimestamp, offsetSeconds: Int) {
        self.init(
            seconds: instant.seconds, nanoseconds: instant.nanoseconds, offsetSeconds: Int32(clamping: offsetSeconds))
    }

    /// The instant as the clocks of a zone show it.
    init(_ instant: CELTimestamp, in zone: CELTimeZone) {
        self.init(instant, offsetSeconds: zone.offsetSeconds(at: instant.seconds))
    }
}
