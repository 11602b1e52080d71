import CEL
import JSONSyntax
import RulebookModel
import SourceText

/// One pass over an event's members.
struct EventChecks: ~Copyable {
    /// Where the members of an event lie, by their records; −1 where one is absent or null.
    private struct Members {
        var id = -1
        var time = -1
        var channel = -1
        var interaction = -1
        var caseID = -1
        var reason = -1
        var recordedBy = -1
        var approval = -1
        var data = -1
        var type = -1
    }

    /// Entities, of which hardly any event names more than a few, in the order in which they stand.
    private struct EntityList {
        private var first = InlineArray<6, (entity: Int, index: Int)>(repeating: (0, 0))
        private var others: [(entity: Int, index: Int)] = []
        private(set) var count = 0

        mutating func append(_ entity: Int, at index: Int) {
            if count < first.count { first[count] = (entity, index) } else { others.append((entity, index)) }
            count += 1
        }

        subscript(number: Int) -> (entity: Int, index: Int) {
            number < first.count ? first[number] : others[number - first.count]
        }
    }

    let layout: EventLayout
    var problems: [InputProblem] = []
    var unknownMembers: [String] = []
    /// The facts by their places; null where nothing was read yet, since no fact is ever null.
    private var values = FactTable(count: 0)
    /// The entities that the event names, with their records.
    private var entities = EntityList()
    private let document: JSONDocument
    private let view: JSONView

    /// - Parameters:
    ///   - layout: where members lie, and where their values go.
    ///   - document: the document that holds the event.
    ///   - view: the same document, for a look without a count of references.
    init(layout: EventLayout, document: JSONDocument, view: JSONView) {
        self.layout = layout
        self.document = document
        self.view = view
    }

    var vocabulary: Vocabulary { layout.vocabulary }

    mutating func read(_ root: JSONNode) -> Event? {
        var members = Members()
        // What an event is decides where its members go, and it may stand behind them.
        findMembers(root, &members)
        let type = readType(root, members)
        if let type { values = FactTable(count: type.whereAbsent.count) }
        readEntities(type)
        let data = readData(members, type)
        let (approvals, approvalIDs) = members.approval < 0 ? ([], []) : approvals(root)
        var own = Event.Envelope()
        own.id = text(members.id, "id") ?? ""
        own.time = members.time < 0 ? nil : time(JSONNode(document: document, index: members.time), path: "time")
        own.channel = text(members.channel, "channel")
        own.interaction = text(members.interaction, "interaction")
        own.caseID = text(members.caseID, "case")
        own.reason = text(members.reason, "reason")
        own.recordedBy = text(members.recordedBy, "recorded_by")
        guard let type, problems.isEmpty else { return nil }
        own.type = type.definition.name
        if let reason = own.reason { own.reasonLength = Event.Envelope.length(reason) }
        var prepared: PreparedFacts?
        if let program = type.program {
            for (place, walk) in type.walks { values[place] = walk.read(root, data: data, facts: layout.facts) }
            type.complete(&values, own)
            var table = FactTable(count: 0)
            swap(&table, &values)
            prepared = PreparedFacts(program: program, table)
        }
        return Event(
            own, approvals: approvals, approvalIDs: approvalIDs, origin: .document(root, data: data),
            prepared: prepared)
    }

    /// The text of a string or number.
    private func name(_ record: NodeRecord) -> String { document.text(of: record) }

    private mutating func findMembers(_ root: JSONNode, _ members: inout Members) {
        let record = view[root.index]
        var child = root.index + 1
        // Machines write members in one order, often that in which they are declared.
        var likely = 0
        for _ in 0..<record.count {
            let value = view[child + 1]
            guard let place = layout.rootNames.place(of: view[child], in: view, likely: likely) else {
                unknownMembers.append(name(view[child]))
                child = Int(value.next)
                continue
            }
            likely = place + 1
            if value.kind != .null {
                switch layout.rootMembers[place] {
                case .id: members.id = child + 1
                case .type: members.type = child + 1
                case .time: members.time = child + 1
                case .channel: members.channel = child + 1
                case .interaction: members.interaction = child + 1
                case .caseID: members.caseID = child + 1
                case .reason: members.reason = child + 1
                case .recordedBy: members.recordedBy = child + 1
                case .approval: members.approval = child + 1
                case .data: members.data = child + 1
                case .entity(let entity): entities.append(entity, at: child + 1)
                }
            }
            child = Int(value.next)
        }
    }

    private mutating func readType(
        _ root: JSONNode, _ members: Members
    ) -> TypeLayout? {
        if members.type >= 0, let place = layout.typeNames.place(of: view[members.type], in: view) {
            return layout.types[place]
        }
        guard let name = text(members.type, "type") else {
            if problems.isEmpty {
                problems.append(
                    InputProblem(
                        code: .missingMember, path: "type", message: "an event needs the member `type`",
                        help: "name an action or event of the rulebook"))
            }
            return nil
        }
        let known = vocabulary.events.map(\.name)
        problems.append(
            InputProblem(
                code: .unknownType, path: "type",
                message: "no action or event is named `\(name)`",
                help: nearestName(to: name, among: known).map { "did you mean `\($0)`?" }
                    ?? "known: \(known.prefix(12).joined(separator: ", "))\(known.count > 12 ? ", …" : "")"))
        return nil
    }

    /// A text member; a number counts as its digits, since logs often number their events.
    private mutating func text(_ index: Int, _ path: String) -> String? {
        guard index >= 0 else { return nil }
        let record = view[index]
        if record.kind == .string || record.kind == .number { return name(record) }
        problems.append(
            InputProblem(
                code: .wrongType, path: path,
                message: "`\(path)` must be a text, not \(FactReader.kindName(record.kind))"))
        return nil
    }

    /// A text member that says something: blank counts as absent.
    mutating func words(_ object: JSONNode, _ name: String, path: String) -> String? {
        guard let node = object[name], !node.isNull, let text = text(node.index, path) else {
            return nil
        }
        return text.unicodeScalars.contains { !$0.properties.isWhitespace } ? text : nil
    }

    mutating func time(_ node: JSONNode?, path: String) -> CELTimestamp? {
        guard let node, !node.isNull else { return nil }
        let record = node.record
        if let instant = CELTimestamp(record, in: view) { return instant }
        if record.hasEscapes, let instant = node.string.flatMap({ CELTimestamp(parsing: $0) }) { return instant }
        problems.append(
            InputProblem(
                code: .wrongType, path: path,
                message: "`\(node.string ?? node.numberText ?? FactReader.kindName(node.kind))` is no instant",
                help: "write it as in 2026-11-20T09:14:03+01:00"))
        return nil
    }

    private mutating func readData(_ members: Members, _ type: TypeLayout?) -> JSONNode? {
        guard members.data >= 0 else { return nil }
        let record = view[members.data]
        let node = JSONNode(document: document, index: members.data)
        guard record.kind == .object else {
            problems.append(
                InputProblem(
                    code: .wrongType, path: "data",
                    message: "`data` must be an object, not \(FactReader.kindName(record.kind))"))
            return nil
        }
        guard let type else { return node }
        var child = members.data + 1
        for number in 0..<record.count {
            let value = view[child + 1]
            if let place = type.names.place(of: view[child], in: view, likely: number) {
                readField(type.fields[place], child + 1, value, type.places[place], of: nil)
            } else {
                unknownMembers.append("data.\(name(view[child]))")
            }
            child = Int(value.next)
        }
        return node
    }

    /// Reads a field's value, checks it, and puts it to its place.
    ///
    /// - Parameters:
    ///   - field: the field.
    ///   - index: where its value lies.
    ///   - record: the same.
    ///   - place: where it goes, or −1.
    ///   - owner: the entity that it is of; nil for one of the event.
    private mutating func readField(
        _ field: FieldLayout, _ index: Int, _ record: NodeRecord, _ place: Int32, of owner: Int?
    ) {
        if let value = field.value(record, in: view, isNeeded: place >= 0, facts: layout.facts) {
            if place >= 0 { values[Int(place)] = value }
            return
        }
        let name = owner.map { layout.entities[$0].definition.name } ?? "event"
        readSlowly(field, JSONNode(document: document, index: index), place, of: name)
    }

    private mutating func readSlowly(_ field: FieldLayout, _ node: JSONNode, _ place: Int32, of owner: String) {
        let path = CELAttributePath([owner, field.definition.name])
        var found: [InputProblem] = []
        let value = layout.facts.readField(node, field.definition, path: path) { found.append($0) }
        problems += found
        // Of null nothing is known, as of what is absent; defaults are for what is not said.
        if place >= 0 { values[Int(place)] = value }
        if field.isComposed { noteUnknown(node, type: field.definition.type, path: path.description) }
    }

    // MARK: Entities

    /// Reads the entities in the order in which they stand, once the event's type is known.
    private mutating func readEntities(_ type: TypeLayout?) {
        for number in 0..<entities.count {
            let (entity, index) = entities[number]
            readEntity(entity, index, view[index], type?.entities[entity])
        }
    }

    private mutating func readEntity(
        _ number: Int, _ index: Int, _ record: NodeRecord, _ use: TypeLayout.EntityUse?
    ) {
        let entity = layout.entities[number]
        switch record.kind {
        case .object:
            var child = index + 1
            for position in 0..<record.count {
                let value = view[child + 1]
                if let place = entity.names.place(of: view[child], in: view, likely: position) {
                    readField(entity.fields[place], child + 1, value, use?.places[place] ?? -1, of: number)
                } else {
                    unknownMembers.append("\(entity.definition.name).\(name(view[child]))")
                }
                child = Int(value.next)
            }
        case .string:
            // A text stands for the entity of that id, of which nothing else is known.
            if let field = entity.identifier, let use, use.places[field] >= 0 {
                let path = CELAttributePath([entity.definition.name, "id"])
                let node = JSONNode(document: document, index: index)
                values[Int(use.places[field])] = layout.facts.read(
                    node, as: entity.fields[field].definition.type, path: path
                ) { _ in }
            }
        case .null, .bool, .number, .list:
            let name = entity.definition.name
            problems.append(
                InputProblem(
                    code: .wrongType, path: name,
                    message:
                        "a \(name) is an object, or the text of its id, not \(FactReader.kindName(record.kind))"))
            return
        }
        use?.complete(&values)
    }

    // MARK: Members that nobody declared

    private mutating func noteUnknown(_ node: JSONNode, entity: String, path: String) {
        guard node.kind == .object, let definition = vocabulary.entity(entity) else { return }
        for member in node.members {
            let own = "\(path).\(member.name)"
            if let field = definition.field(member.name) {
                noteUnknown(member.value, type: field.type, path: own)
            } else {
                unknownMembers.append(own)
            }
        }
    }

    private mutating func noteUnknown(_ node: JSONNode, type: FactType, path: String) {
        switch type {
        case .entity(let name): noteUnknown(node, entity: name, path: path)
        case .list(let element):
            guard node.kind == .list else { return }
            for item in node.elements { noteUnknown(item, type: element, path: path) }
        default: break
        }
    }
}
