import CEL
import JSONSyntax
import RulebookEngine
import RulebookModel

/// Looks at rows of one kind, whether there is anything to tell of their events but what is met.
///
/// What a glance takes for an event is what ``DirectReader`` would read; it takes less, and gives way wherever that would.
final class GlanceReader: Sendable {
    /// What of a member says how a row's value is taken.
    private struct Traits: OptionSet {
        let rawValue: UInt8

        static let hasDefault = Traits(rawValue: 1)
        static let keepsTexts = Traits(rawValue: 2)
        static let keepsNumbers = Traits(rawValue: 4)
        static let isTranslated = Traits(rawValue: 8)
        /// An empty text says nothing.
        static let dropsEmpty = Traits(rawValue: 16)
        /// It is a member of an event in the event format, which is taken as it is or not at all.
        static let isWritten = Traits(rawValue: 32)

        init(rawValue: UInt8) { self.rawValue = rawValue }

        init(_ member: MemberProgram) {
            var traits: Traits = []
            if member.hasDefault { traits.insert(.hasDefault) }
            if member.keepsTexts { traits.insert(.keepsTexts) }
            if member.keepsNumbers { traits.insert(.keepsNumbers) }
            if member.isTranslated { traits.insert(.isTranslated) }
            if member.value.emptyText == .absent { traits.insert(.dropsEmpty) }
            self = traits
        }
    }

    /// Where a value lies, and how it is taken. It holds no reference, so that to go through many counts none.
    private struct Source {
        let path: Int32
        let traits: Traits

        init(written path: Int) {
            self.path = Int32(path)
            traits = .isWritten
        }

        init(_ value: DirectProgram.Value) {
            path = Int32(value.path)
            traits = Traits(value.member)
        }
    }

    private struct Step {
        let source: Source
        let form: FieldForm
    }

    /// What is looked at of events of one type.
    private final class TypeSteps: Sendable {
        let program: GlanceProgram
        let entities: [(entity: Int, steps: [Step])]
        let fields: [Step]
        /// The paths whose values no field takes, but which would be counted.
        let undeclared: [Int]
        /// The members of the event itself that the tests ask for.
        let asked: [EnvelopeMember]

        init(
            _ program: GlanceProgram, entities: [(entity: Int, steps: [Step])], fields: [Step], undeclared: [Int],
            asked: [EnvelopeMember]
        ) {
            self.program = program
            self.entities = entities
            self.fields = fields
            self.undeclared = undeclared
            self.asked = asked
        }
    }

    /// How the time is read.
    private enum Time {
        case mapped(DirectProgram.Value)
        /// As the event format has it, at the end of a path.
        case written(Int)
    }

    /// What became of a value.
    private enum Value {
        case absent
        case taken(NodeRecord)
        case refused
    }

    /// Of vocabularies with more names, to look for the few that a row has would take longer than to read it.
    static let pathCountMax = 256

    private let conditions: [RowCondition]
    private let events: CompiledVersions
    private let typePath: Int
    private let time: Time
    private let id: Source
    private let channel: Source?
    /// The other members of the event itself.
    private let others: [(member: EnvelopeMember, source: Source)]
    private let agent: Int?
    private let team: Int?
    private let types: [TypeSteps?]
    /// Finds the values of rows.
    private let index: RowIndex
    /// Whether rows are in the event format.
    private let isWritten: Bool

    /// Nil where a glance can tell nothing of such rows.
    ///
    /// - Parameters:
    ///   - mapping: the mapping; only one with one kind of rows is glanced at.
    ///   - compiled: the rulebook.
    init?(_ mapping: MappingProgram, of compiled: CompiledVersions) {
        let glances = compiled.glances
        guard mapping.kinds.count == 1, mapping.mapping.each == nil, !mapping.index.isPositional,
            let kind = mapping.kinds.first,
            let direct = kind.direct, glances.contains(where: { $0 != nil }),
            let time = direct.envelope.first(where: { $0.member == .time })?.value,
            let id = direct.envelope.first(where: { $0.member == .id })?.value
        else { return nil }
        conditions = kind.conditions
        events = compiled
        typePath = direct.type
        self.time = .mapped(time)
        index = mapping.index
        isWritten = false
        self.id = Source(id)
        channel = direct.envelope.first { $0.member == .channel }.map { Source($0.value) }
        others = direct.envelope.filter { ![.id, .time, .channel].contains($0.member) }.map {
            ($0.member, Source($0.value))
        }
        agent = direct.agent
        team = direct.team
        types = glances.enumerated().map { type, program in
            guard let program, let fields = direct.fields[type] else { return nil }
            var entities: [(entity: Int, steps: [Step])] = []
            var undeclared = kind.undeclaredEntities + kind.fields[type].undeclared
            for entity in direct.entities {
                var steps: [Step] = []
                for (field, value) in entity.fields {
                    guard let form = program.form(ofField: field, ofEntity: entity.index) else { return nil }
                    steps.append(Step(source: Source(value), form: form))
                }
                entities.append((entity.index, steps))
                undeclared += entity.undeclared
            }
            var steps: [Step] = []
            for (field, value) in fields {
                guard let form = program.form(ofField: field) else { return nil }
                steps.append(Step(source: Source(value), form: form))
            }
            return TypeSteps(
                program, entities: entities, fields: steps, undeclared: undeclared.flatMap(\.sources),
                asked: EnvelopeMember.allCases.filter(program.asks))
        }
    }

    /// Looks at rows in the event format; nil where a glance can tell nothing of them.
    init?(eventsOf compiled: CompiledVersions) {
        let glances = compiled.glances
        guard glances.contains(where: { $0 != nil }) else { return nil }
        let vocabulary = compiled.newest.rulebook.vocabulary
        var paths: [RowPath] = []
        func add(_ names: String...) -> Int {
            paths.append(RowPath(number: paths.count, text: names.joined(separator: "."), names: names))
            return paths.count - 1
        }
        var members: [EnvelopeMember: Int] = [:]
        for member in EnvelopeMember.allCases { members[member] = add(member.rawValue) }
        let taken = Set(EnvelopeMember.allCases.map(\.rawValue) + ["data", "approval"])
        var entities: [(index: Int, fields: [Int])] = []
        for (index, entity) in vocabulary.entities.enumerated() where !taken.contains(entity.name) {
            entities.append((index, entity.fields.map { add(entity.name, $0.name) }))
        }
        var fields: [String: Int] = [:]
        for field in vocabulary.events.flatMap(\.fields) where fields[field.name] == nil {
            fields[field.name] = add("data", field.name)
        }
        guard paths.count <= Self.pathCountMax, !paths.contains(where: \.isPositional) else { return nil }
        func source(_ member: EnvelopeMember) -> Source { Source(written: members[member] ?? 0) }
        conditions = []
        events = compiled
        typePath = members[.type] ?? 0
        time = .written(members[.time] ?? 0)
        id = source(.id)
        channel = source(.channel)
        others = [.interaction, .caseID, .reason, .recordedBy].map { ($0, source($0)) }
        let agent = entities.first { vocabulary.entities[$0.index].name == "agent" }
        func ofAgent(_ name: String) -> Int? {
            agent.flatMap { agent in
                vocabulary.entities[agent.index].fields.firstIndex { $0.name == name }.map { agent.fields[$0] }
            }
        }
        self.agent = ofAgent("id")
        team = ofAgent("team")
        index = RowIndex(paths)
        isWritten = true
        types = zip(vocabulary.events, glances).map { definition, program in
            guard let program, definition.name != Attestation.eventType else { return nil }
            var steps: [(entity: Int, steps: [Step])] = []
            for entity in entities {
                var own: [Step] = []
                for (field, path) in entity.fields.enumerated() {
                    guard let form = program.form(ofField: field, ofEntity: entity.index) else { return nil }
                    own.append(Step(source: Source(written: path), form: form))
                }
                steps.append((entity.index, own))
            }
            var own: [Step] = []
            for (field, definition) in definition.fields.enumerated() {
                guard let form = program.form(ofField: field), let path = fields[definition.name] else { return nil }
                own.append(Step(source: Source(written: path), form: form))
            }
            let declared = Set(own.map { Int($0.source.path) })
            return TypeSteps(
                program, entities: steps, fields: own, undeclared: fields.values.filter { !declared.contains($0) },
                asked: EnvelopeMember.allCases.filter(program.asks))
        }
    }

    /// Where the values of rows of a shape are; nil where such rows have to be read.
    func numbers(in sample: JSONShapes.Sample) -> [Int32]? {
        isWritten ? index.wholeNumbers(in: sample) : index.numbers(in: sample)
    }

    /// Puts the places of a row's values where they are looked for.
    func fill(_ places: inout [Int32], _ numbers: [Int32], in shapes: borrowing JSONShapes) {
        index.fill(&places, numbers, in: shapes)
    }

    /// When the event of a row happened; nil where the row has to be read.
    private func time(of row: RowValues) -> CELTimestamp? {
        switch time {
        case .mapped(let value):
            guard case .instant(let instant) = row.value(at: value.path, for: value.member) else { return nil }
            return CELTimestamp(seconds: instant.seconds, nanoseconds: instant.nanoseconds)
        case .written(let path): return row.record(path).flatMap { CELTimestamp($0, in: row.view) }
        }
    }

    /// Looks at a row.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - line: its line.
    ///   - glance: what looks at events.
    ///   - glances: receives the texts of the row.
    /// - Returns: what is kept of it; nil where it has to be read.
    func read(_ row: RowValues, line: Int, by glance: inout Glance, into glances: inout RowGlances) -> RowGlance? {
        guard conditions.isEmpty || row.satisfies(conditions), let name = row.record(typePath), name.kind == .string,
            let type = events.typeIndex(of: name, in: row.view), let steps = types[type],
            let time = time(of: row)
        else { return nil }
        // An event without an id is known by where it stands.
        guard case .taken(let id) = Self.text(id, row), id.length > 0 else { return nil }
        let program = steps.program
        glance.begin(program)
        var channel: NodeRecord?
        if let source = self.channel {
            switch Self.text(source, row) {
            case .refused: return nil
            case .absent: break
            case .taken(let record):
                channel = record
                if steps.asked.contains(.channel) { glance.look(at: record, in: row.view, .channel, program) }
            }
        }
        for (member, source) in others {
            switch Self.text(source, row) {
            case .refused: return nil
            case .absent: break
            case .taken(let record):
                if steps.asked.contains(member) { glance.look(at: record, in: row.view, member, program) }
            }
        }
        for number in steps.entities.indices {
            var isPresent = false
            for step in steps.entities[number].steps {
                if row.isPresent(Int(step.source.path)) { isPresent = true }
                switch Self.value(step.source, row) {
                case .absent: break
                case .refused: return nil
                case .taken(let record):
                    guard glance.look(at: record, in: row.view, step.form, program) else { return nil }
                }
            }
            // A thing of which nothing is known is absent.
            if isPresent { glance.endEntity(steps.entities[number].entity, program) }
        }
        for step in steps.fields {
            switch Self.value(step.source, row) {
            case .absent: break
            case .refused: return nil
            case .taken(let record):
                guard glance.look(at: record, in: row.view, step.form, program) else { return nil }
            }
        }
        for path in steps.undeclared where isWritten ? row.record(path) != nil : row.isPresent(path) {
            return nil
        }
        guard let agent = Self.name(agent, row), let team = Self.name(team, row) else { return nil }
        guard let verdict = glance.judge(program, at: time) else { return nil }
        return RowGlance(
            line: line, type: type, time: time, id: glances.add(id, row.view), agent: glances.add(agent, row.view),
            team: glances.add(team, row.view), channel: glances.add(channel, row.view), verdict: verdict)
    }

    /// The event of a row that was glanced at.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - glance: what was found.
    ///   - events: what reads events.
    ///   - reader: what writes the event's document, should anybody ask for it.
    /// - Returns: nil where the row has to be read.
    func event(of row: JSONRow, _ glance: RowGlance, _ events: EventReader, by reader: DirectReader) -> Event? {
        guard let steps = types[glance.type], var event = events.assembly(ofType: glance.type, in: row.view) else {
            return nil
        }
        let values = row.values
        for number in steps.entities.indices {
            var isPresent = false
            for step in steps.entities[number].steps {
                if values.isPresent(Int(step.source.path)) { isPresent = true }
                guard case .taken(let record) = Self.value(step.source, values) else { continue }
                guard event.read(record, step.form) else { return nil }
            }
            if isPresent { event.endEntity(steps.entities[number].entity) }
        }
        for step in steps.fields {
            guard case .taken(let record) = Self.value(step.source, values) else { continue }
            guard event.read(record, step.form) else { return nil }
        }
        var envelope = Event.Envelope()
        envelope.time = glance.time
        if let text = text(id, row) { envelope.id = text }
        if let channel { envelope.channel = text(channel, row) }
        for (member, source) in others {
            guard let text = text(source, row) else { continue }
            switch member {
            case .interaction: envelope.interaction = text
            case .reason: envelope.reason = text
            case .caseID: envelope.caseID = text
            case .recordedBy: envelope.recordedBy = text
            case .id, .time, .type, .channel: return nil
            }
        }
        return event.event(
            envelope,
            from: reader.origin(
                of: row.document, agent: agent.flatMap { row.index(of: $0) }, team: team.flatMap { row.index(of: $0) }))
    }

    private func text(_ source: Source, _ row: JSONRow) -> String? {
        guard case .taken(let record) = Self.text(source, row.values) else { return nil }
        return row.document.text(of: record.asString)
    }

    /// A value as the event would have it. See ``RowValues/value(at:for:)``.
    @inline(__always)
    private static func value(_ source: Source, _ row: RowValues) -> Value {
        guard let record = row.record(Int(source.path)) else { return .absent }
        let traits = source.traits
        if traits == .isWritten {
            return record.kind == .null || record.kind == .list || record.kind == .object ? .refused : .taken(record)
        }
        switch record.kind {
        case .null: return traits.contains(.hasDefault) ? .refused : .absent
        case .string where record.length == 0 && traits.contains(.dropsEmpty): return .absent
        case .string:
            return traits.isDisjoint(with: .isTranslated) && traits.contains(.keepsTexts) ? .taken(record) : .refused
        case .number:
            if traits.contains(.isTranslated) { return .refused }
            if traits.contains(.keepsNumbers) { return .taken(record) }
            return traits.contains(.keepsTexts) ? .taken(record.asString) : .refused
        case .bool: return traits.contains(.isTranslated) ? .refused : .taken(record)
        case .list, .object: return .refused
        }
    }

    /// A text of the event itself.
    @inline(__always)
    private static func text(_ source: Source, _ row: RowValues) -> Value {
        let value = value(source, row)
        guard case .taken(let record) = value else { return value }
        return (record.kind == .string || record.kind == .number) && !record.hasEscapes ? value : .refused
    }

    /// Who somebody is, or which team: a null says nothing; no value at all where the row has to be read.
    private static func name(_ path: Int?, _ row: RowValues) -> NodeRecord?? {
        guard let path, let record = row.record(path), record.kind != .null else { return .some(nil) }
        guard record.kind == .string || record.kind == .number, !record.hasEscapes else { return .none }
        return .some(record)
    }
}

extension RowGlances {
    /// Keeps a text of a row.
    fileprivate mutating func add(_ record: NodeRecord?, _ view: JSONView) -> RowGlance.Text {
        guard let record else { return .none }
        let start = texts.count
        texts.append(contentsOf: view.text(record))
        return RowGlance.Text(start: Int32(start), count: Int32(record.length))
    }
}
