import CEL
import JSONSyntax
import RulebookModel
import SourceText

/// Finds the declared type of every value that a mapping reads.
struct MappingCompiler {
    /// The names of the members that are written.
    private final class Names {
        var table = JSONNameTable()
        private var places: [String: JSONNameTable.Place] = [:]

        func place(of name: String) -> JSONNameTable.Place {
            if let known = places[name] { return known }
            let place = table.add(JSONName(name))
            places[name] = place
            return place
        }
    }

    let vocabulary: Vocabulary
    private let shapes: EntityShapes
    private let names = Names()

    /// The fields of the built-in event that answers the questions of a manual standard.
    static let attestedFields: [String: EntityShapes.Member] = [
        "standard": .init("standard", .string), "event": .init("event", .string), "label": .init("label", .string),
        "answer": .init("answer", .bool), "by": .init("by", .string),
    ]

    init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        shapes = EntityShapes(vocabulary)
    }

    func compile(_ kind: RowKind) -> RowKindProgram {
        var fields = vocabulary.events.map { event in
            (type: event.name, program: compile(kind.fields, of: EntityShapes.members(of: event.fields)))
        }
        fields.append((Attestation.eventType, compile(kind.fields, of: Self.attestedFields)))
        let envelope = kind.envelope.map { compileEnvelope($0) }
        let entities = kind.entities.filter { shapes[$0.name] != nil }.map { member in
            MemberProgram(
                place: names.place(of: member.name), path: member.name, type: .entity(member.name), hasDefault: false,
                value: compile(member.value, as: .entity(member.name), path: member.name))
        }
        let (typeName, data) = (names.place(of: "type"), names.place(of: "data"))
        let type = compile(kind.type, as: .string, path: "type")
        return RowKindProgram(
            names: RowKindProgram.Names(table: names.table, type: typeName, data: data),
            conditions: kind.conditions, type: type,
            envelope: envelope, entities: entities,
            undeclaredEntities: kind.entities.filter { shapes[$0.name] == nil }.map {
                UndeclaredMember(path: $0.name, sources: $0.value.paths)
            },
            fields: fields, fallback: compile(kind.fields, of: [:]),
            direct: DirectProgram(
                type: type, envelope: envelope, entities: entities, fields: fields.map(\.program),
                vocabulary: vocabulary))
    }

    private func compileEnvelope(_ member: MappedMember) -> MemberProgram {
        let type: FactType
        var value = compile(member.value, as: .string, path: member.name)
        switch member.name {
        case "time":
            type = .timestamp
            value = compile(member.value, as: .timestamp, path: "time")
        case "approval":
            // An approval has members of its own and is no entity of the rulebook.
            type = .map(.string)
            if case .members(let members) = member.value.source {
                let programs = members.map { part in
                    let partType = part.name == "at" ? FactType.timestamp : .string
                    return MemberProgram(
                        place: names.place(of: part.name), path: "approval.\(part.name)", type: partType,
                        hasDefault: false,
                        value: compile(part.value, as: partType, path: "approval.\(part.name)"))
                }
                value = ValueProgram(member.value, source: .members(programs, undeclared: []))
            }
        default: type = .string
        }
        return MemberProgram(
            place: names.place(of: member.name), path: member.name, type: type, hasDefault: false, value: value)
    }

    private func compile(_ members: [MappedMember], of declared: [String: EntityShapes.Member]) -> FieldsProgram {
        let programs = compile(members, of: declared, path: "event")
        return FieldsProgram(
            declared: programs,
            undeclared: members.filter { declared[$0.name] == nil }.map {
                UndeclaredMember(path: "data.\($0.name)", sources: $0.value.paths)
            })
    }

    private func compile(
        _ members: [MappedMember], of declared: [String: EntityShapes.Member], path: String
    ) -> [MemberProgram] {
        members.compactMap { member in
            declared[member.name].map { shape in
                let own = "\(path).\(member.name)"
                return MemberProgram(
                    place: names.place(of: shape.name.text), path: own, type: shape.type, hasDefault: shape.hasDefault,
                    value: compile(member.value, as: shape.type, path: own))
            }
        }
    }

    private func compile(_ value: MappedValue, as type: FactType, path: String) -> ValueProgram {
        switch value.source {
        case .path(let rowPath): return ValueProgram(value, source: .path(rowPath.number))
        case .constant(let scalar): return ValueProgram(value, source: .constant(scalar))
        case .asOf: return ValueProgram(value, source: .asOf)
        case .members(let members):
            var declared: [String: EntityShapes.Member] = [:]
            if case .entity(let name) = type { declared = shapes[name] ?? [:] }
            let undeclared = members.filter { declared[$0.name] == nil }.map {
                UndeclaredMember(path: "\(path).\($0.name)", sources: $0.value.paths)
            }
            return ValueProgram(
                value, source: .members(compile(members, of: declared, path: path), undeclared: undeclared))
        }
    }

    // MARK: Slips

    /// Warns about names that the rulebook does not declare and that look like ones that it does.
    func warn(about kind: RowKind, diagnostics: inout DiagnosticCollector) {
        let entityNames = vocabulary.entities.map(\.name)
        for member in kind.entities {
            guard let entity = vocabulary.entity(member.name) else {
                warn("entity", member, among: entityNames + MappingLoader.rowKeys, diagnostics: &diagnostics)
                continue
            }
            guard case .members(let parts) = member.value.source else { continue }
            for part in parts where entity.field(part.name) == nil {
                warn("field of \(entity.name)", part, among: entity.fields.map(\.name), diagnostics: &diagnostics)
            }
        }
        let fieldNames = Set(vocabulary.events.flatMap { $0.fields.map(\.name) })
        for member in kind.fields where !fieldNames.contains(member.name) {
            guard Self.attestedFields[member.name] == nil else { continue }
            warn("field", member, among: fieldNames.sorted(), diagnostics: &diagnostics)
        }
    }

    private func warn(
        _ subject: String, _ member: MappedMember, among known: [String], diagnostics: inout DiagnosticCollector
    ) {
        guard let nearest = nearestName(to: member.name, among: known) else { return }
        diagnostics.add(.mappingUndeclared(subject, member.name, nearest: nearest, at: member.range))
    }
}

extension MappedValue {
    /// The numbers of the paths that the value is made of.
    fileprivate var paths: [Int] {
        switch source {
        case .path(let path): [path.number]
        case .constant, .asOf: []
        case .members(let members): members.flatMap(\.value.paths)
        }
    }
}

extension ValueProgram {
    fileprivate init(_ value: MappedValue, source: Source) {
        self.source = source
        reading = ScalarReading(
            currency: value.currency, zone: value.zone.flatMap { CELTimeZone.named($0) }, format: value.format)
        emptyText = value.emptyText
        translations = value.translations
        renamed = value.renamed
    }
}
