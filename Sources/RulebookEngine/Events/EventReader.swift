import CEL
public import JSONSyntax
public import RulebookModel
import SourceText

/// Reads events in the event format and holds every member against the vocabulary.
public struct EventReader: Sendable {
    /// What came of reading one event.
    public struct Reading: Sendable {
        /// The event, or nil where something essential is wrong.
        public let event: Event?
        /// Everything that is wrong with it.
        public let problems: [InputProblem]
        /// Members that the vocabulary does not know: counted, not refused.
        public let unknownMembers: [String]
    }

    private let versions: RulebookVersions
    private let readers: [FactReader]

    /// Makes a reader for a rulebook's events.
    public init(_ rulebook: Rulebook) { self.init(RulebookVersions(rulebook)) }

    /// Makes a reader for the events of a rulebook's versions: each is held against the vocabulary of its time.
    public init(_ versions: RulebookVersions) {
        self.versions = versions
        readers = versions.all.map { FactReader($0) }
    }

    /// Reads one event.
    ///
    /// A member of a wrong type, an undeclared type of event and a value out of bounds are problems; such an event is not
    /// returned, since nothing unknown may count as kept.
    public func read(_ root: JSONNode) -> Reading {
        guard root.kind == .object else {
            let problem = InputProblem(
                code: .malformed, path: "", message: "an event is an object, not \(FactReader.kindName(root.kind))",
                help: "write {\"type\": …, \"data\": {…}}")
            return Reading(event: nil, problems: [problem], unknownMembers: [])
        }
        let version = version(of: root)
        var checks = EventChecks(vocabulary: versions.all[version].vocabulary, facts: readers[version])
        let event = checks.read(root)
        return Reading(
            event: checks.problems.isEmpty ? event : nil, problems: checks.problems,
            unknownMembers: checks.unknownMembers)
    }

    /// The version of an event's time; the newest where it tells none that can be read.
    private func version(of root: JSONNode) -> Int {
        guard readers.count > 1, let instant = root["time"]?.string.flatMap({ CELTimestamp(parsing: $0) }) else {
            return readers.count - 1
        }
        return versions.index(at: instant)
    }
}

extension FactReader {
    /// Reads the facts of a rulebook's events.
    convenience init(_ rulebook: Rulebook) {
        self.init(
            literal: rulebook.symbols.literal, currency: rulebook.currency,
            records: RecordTypes(vocabulary: rulebook.vocabulary))
    }
}

/// One pass over an event's members.
struct EventChecks {
    let vocabulary: Vocabulary
    let facts: FactReader
    var problems: [InputProblem] = []
    var unknownMembers: [String] = []

    private static let envelope: Set<String> = [
        "id", "type", "time", "channel", "interaction", "case", "reason", "recorded_by", "approval", "data",
    ]

    mutating func read(_ root: JSONNode) -> Event? {
        let definition = readType(root)
        checkEntities(root)
        let data = readData(root, definition: definition)
        let (approvals, approvalIDs) = approvals(root)
        let event = Event(
            id: text(root, "id") ?? "", type: definition?.name ?? "", time: time(root["time"], path: "time"),
            channel: text(root, "channel"), interaction: text(root, "interaction"), caseID: text(root, "case"),
            reason: text(root, "reason"), recordedBy: text(root, "recorded_by"), approvals: approvals,
            approvalIDs: approvalIDs, root: root, data: data)
        return definition == nil ? nil : event
    }

    private mutating func readType(_ root: JSONNode) -> EventDefinition? {
        guard let name = text(root, "type") else {
            if problems.isEmpty {
                problems.append(
                    InputProblem(
                        code: .missingMember, path: "type", message: "an event needs the member `type`",
                        help: "name an action or event of the rulebook"))
            }
            return nil
        }
        guard let definition = vocabulary.event(name) else {
            let known = vocabulary.events.map(\.name)
            problems.append(
                InputProblem(
                    code: .unknownType, path: "type",
                    message: "no action or event is named `\(name)`",
                    help: nearestName(to: name, among: known).map { "did you mean `\($0)`?" }
                        ?? "known: \(known.prefix(12).joined(separator: ", "))\(known.count > 12 ? ", …" : "")"))
            return nil
        }
        return definition
    }

    /// A text member; a number counts as its digits, since logs often number their events.
    private mutating func text(_ object: JSONNode, _ name: String, path: String? = nil) -> String? {
        guard let node = object[name], !node.isNull else { return nil }
        if let text = node.string ?? node.numberText { return text }
        problems.append(
            InputProblem(
                code: .wrongType, path: path ?? name,
                message: "`\(path ?? name)` must be a text, not \(FactReader.kindName(node.kind))"))
        return nil
    }

    /// A text member that says something: blank counts as absent.
    mutating func words(_ object: JSONNode, _ name: String, path: String) -> String? {
        guard let text = text(object, name, path: path) else { return nil }
        return text.unicodeScalars.contains { !$0.properties.isWhitespace } ? text : nil
    }

    mutating func time(_ node: JSONNode?, path: String) -> CELTimestamp? {
        guard let node, !node.isNull else { return nil }
        if let text = node.string, let instant = CELTimestamp(parsing: text) { return instant }
        problems.append(
            InputProblem(
                code: .wrongType, path: path,
                message: "`\(node.string ?? node.numberText ?? FactReader.kindName(node.kind))` is no instant",
                help: "write it as in 2026-11-20T09:14:03+01:00"))
        return nil
    }

    private mutating func readData(_ root: JSONNode, definition: EventDefinition?) -> JSONNode? {
        guard let data = root["data"], !data.isNull else { return nil }
        guard data.kind == .object else {
            problems.append(
                InputProblem(
                    code: .wrongType, path: "data",
                    message: "`data` must be an object, not \(FactReader.kindName(data.kind))"))
            return nil
        }
        guard let definition else { return data }
        for member in data.members {
            if let field = definition.field(member.name) {
                check(member.value, field, path: CELAttributePath(["event", field.name]))
            } else {
                unknownMembers.append("data.\(member.name)")
            }
        }
        return data
    }

    private mutating func checkEntities(_ root: JSONNode) {
        for member in root.members where !Self.envelope.contains(member.name) {
            if vocabulary.entity(member.name) != nil {
                let path = CELAttributePath([member.name])
                read(member.value, as: .entity(member.name), path: path)
                noteUnknown(member.value, entity: member.name, path: member.name)
            } else {
                unknownMembers.append(member.name)
            }
        }
    }

    private mutating func check(_ node: JSONNode, _ field: FieldDefinition, path: CELAttributePath) {
        var found: [InputProblem] = []
        _ = facts.readField(node, field, path: path) { found.append($0) }
        problems += found
        noteUnknown(node, type: field.type, path: path.description)
    }

    private mutating func read(_ node: JSONNode, as type: FactType, path: CELAttributePath) {
        var found: [InputProblem] = []
        _ = facts.read(node, as: type, path: path) { found.append($0) }
        problems += found
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
