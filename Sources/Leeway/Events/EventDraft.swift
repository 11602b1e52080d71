import SourceText

/// An event that is being put together from a document and from single facts, checked against the vocabulary on the way.
///
/// What is set later replaces what was there.
public struct EventDraft: Sendable {
    private indirect enum Value: Sendable {
        case node(JSONNode)
        case text(String)
        case number(String)
        case bool(Bool)
        case list([Value])
        case object([Member])
    }

    private struct Member: Sendable {
        let name: String
        var value: Value
    }

    /// The members of every event that hold a plain text and may be set as facts.
    private static let envelopeTexts = ["id", "channel", "interaction", "case"]

    private let vocabulary: Vocabulary
    private let literal: FactLiteral
    private var members: [Member] = []
    private var action: String?

    /// Begins with nothing.
    public init(_ rulebook: Rulebook) {
        vocabulary = rulebook.vocabulary
        literal = rulebook.symbols.literal
    }

    /// Begins with an event.
    public init(_ event: JSONNode, for rulebook: Rulebook) {
        vocabulary = rulebook.vocabulary
        literal = rulebook.symbols.literal
        guard event.kind == .object else { return }
        members = event.members.map { Member(name: $0.name, value: .node($0.value)) }
        action = event["type"]?.string
    }

    // MARK: Setting

    /// Sets the action or event.
    public mutating func setType(_ name: String) throws(LeewayError) {
        guard vocabulary.event(name) != nil else {
            throw Self.unknown("action or event", name, among: vocabulary.events.map(\.name))
        }
        action = name
        set(["type"], .text(name))
    }

    /// Sets a field of the action; its value is read by the field's declared type.
    public mutating func setField(_ name: String, to text: String) throws(LeewayError) {
        guard let action, let definition = vocabulary.event(action) else {
            throw .invalidRequest(
                message: "the field `\(name)` belongs to no action", help: "name the action with --action")
        }
        guard let field = definition.field(name) else {
            throw Self.unknown("field of `\(action)` named", name, among: definition.fields.map(\.name))
        }
        set(["data", name], try value(text, as: field.type, path: "event.\(name)"))
    }

    /// Sets a fact such as `customer.tier`, or a plain member such as `channel`.
    public mutating func setFact(_ path: String, to text: String) throws(LeewayError) {
        let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let first = parts[0]
        if parts.count == 1, Self.envelopeTexts.contains(first) { return set(parts, .text(text)) }
        guard var entity = vocabulary.entity(first) else {
            throw Self.unknown("entity", first, among: vocabulary.entities.map(\.name) + Self.envelopeTexts)
        }
        var type = FactType.entity(entity.name)
        for (index, part) in parts.enumerated().dropFirst() {
            guard case .entity(let name) = type, let inner = vocabulary.entity(name) else {
                throw Self.unknown("fact", path, among: [parts.prefix(index).joined(separator: ".")])
            }
            entity = inner
            guard let field = entity.field(part) else {
                throw Self.unknown(
                    "fact", path, among: entity.fields.map { (parts.prefix(index) + [$0.name]).joined(separator: ".") })
            }
            type = field.type
        }
        // A text stands for the entity of that id.
        if case .entity = type { return set(parts + ["id"], .text(text)) }
        set(parts, try value(text, as: type, path: path))
    }

    /// Sets the role of the agent who acts.
    public mutating func setAgentRole(_ role: String) throws(LeewayError) {
        guard vocabulary.rank(ofRole: role) != nil else {
            throw Self.unknown("role", role, among: vocabulary.roles)
        }
        set(["agent", "role"], .text(role))
    }

    /// Sets why the action goes past the policy.
    public mutating func setReason(_ text: String) { set(["reason"], .text(text)) }

    /// Sets when it happens, where that is not said already.
    public mutating func setTimeIfAbsent(_ text: String) {
        let isThere = members.contains { member in
            guard member.name == "time" else { return false }
            if case .node(let node) = member.value { return !node.isNull }
            return true
        }
        if !isThere { set(["time"], .text(text)) }
    }

    /// The same situation, with another action; its fields are left open where it is not the one they were given for.
    public func asked(about name: String) throws(LeewayError) -> EventDraft {
        var draft = self
        if action != name { draft.members.removeAll { $0.name == "data" } }
        try draft.setType(name)
        return draft
    }

    private mutating func set(_ path: [String], _ value: Value) {
        members = Self.setting(path[...], in: members, value)
    }

    private static func setting(_ path: ArraySlice<String>, in members: [Member], _ value: Value) -> [Member] {
        guard let name = path.first else { return members }
        var members = members
        let place = members.firstIndex { $0.name == name }
        let rest = path.dropFirst()
        let new: Value =
            rest.isEmpty ? value : .object(setting(rest, in: place.map { inner(members[$0].value) } ?? [], value))
        if let place { members[place].value = new } else { members.append(Member(name: name, value: new)) }
        return members
    }

    /// The members of a value; of a text that stands for an entity, its id.
    private static func inner(_ value: Value) -> [Member] {
        switch value {
        case .object(let members): members
        case .node(let node) where node.kind == .object:
            node.members.map { Member(name: $0.name, value: .node($0.value)) }
        case .node(let node) where node.kind == .string: [Member(name: "id", value: value)]
        case .text: [Member(name: "id", value: value)]
        case .node, .number, .bool, .list: []
        }
    }

    /// A text as the JSON of a type.
    private func value(_ text: String, as type: FactType, path: String) throws(LeewayError) -> Value {
        if case .list(let element) = type {
            var values: [Value] = []
            for part in text.split(separator: ",") {
                values.append(try value(String(part.trimmingSpaces), as: element, path: path))
            }
            return .list(values)
        }
        // An entity is named by its id, and an amount may come without the rulebook's own currency.
        if case .entity = type { return .text(text) }
        if type == .money, JSONDecimal(text) != nil { return .number(text) }
        do throws(FactLiteral.Rejection) {
            _ = try literal.read(text, as: type)
        } catch {
            throw .unreadableEvent(
                EventProblems(
                    input: "command line", line: nil,
                    problems: [InputProblem(code: .wrongType, path: path, message: error.message, help: error.help)]))
        }
        return switch type {
        case .bool: .bool(text == "true")
        case .int: .number(String(Int64(text) ?? 0))
        case .decimal: JSONDecimal(text) == nil ? .text(text) : .number(text)
        default: .text(text)
        }
    }

    private static func unknown(_ kind: String, _ name: String, among known: [String]) -> LeewayError {
        let nearest = nearestName(to: name, among: known)
        return .unknownName(
            kind: kind, name: name,
            help: nearest.map { "did you mean `\($0)`?" }
                ?? (known.isEmpty
                    ? nil : "known: \(known.prefix(12).joined(separator: ", "))\(known.count > 12 ? ", …" : "")"))
    }

    // MARK: Result

    /// The event as a document.
    ///
    /// - Throws: ``LeewayError/invalidRequest(message:help:)`` where it is too large.
    public func document() throws(LeewayError) -> JSONDocument {
        var builder = JSONDocumentBuilder()
        Self.write(.object(members), to: &builder)
        do throws(JSONBuildingError) {
            return try builder.finish()
        } catch {
            throw .invalidRequest(message: "the event cannot be put together: \(error.description)", help: nil)
        }
    }

    private static func write(_ value: Value, to builder: inout JSONDocumentBuilder) {
        switch value {
        case .node(let node): builder.copy(node)
        case .text(let text): builder.string(text)
        case .number(let text): builder.number(text)
        case .bool(let bool): builder.bool(bool)
        case .list(let values):
            builder.beginList()
            for value in values { write(value, to: &builder) }
            builder.endList()
        case .object(let members):
            builder.beginObject()
            for member in members {
                builder.name(member.name)
                write(member.value, to: &builder)
            }
            builder.endObject()
        }
    }
}

extension Substring {
    /// Without spaces at both ends.
    fileprivate var trimmingSpaces: Substring {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return text
    }
}
