import CEL
import JSONSyntax
import RulebookModel

/// Where the value of a slot comes from, for events of one type.
enum SlotSource: Sendable {
    /// A member of the envelope.
    case envelope(EnvelopeMember)
    /// The event's own time.
    case now
    /// A fact of the event or of an entity, by a walk through the document.
    case fact(FactWalk)
    /// A setting whose value depends on facts.
    case choice(ChoiceProgram)
    /// The same for every event.
    case constant(CELValue)
}

/// A member that every event has beside its fields.
enum EnvelopeMember: String, Sendable, CaseIterable {
    case id, type, time, channel, reason, interaction
    case recordedBy = "recorded_by"
    case caseID = "case"

    /// The member's value, unknown where it is absent.
    func value(of event: Event, path: CELAttributePath) -> CELValue {
        let text: String? =
            switch self {
            case .id: event.id.isEmpty ? nil : event.id
            case .type: event.type
            case .time: nil
            case .channel: event.channel
            // A reason that says nothing is none.
            case .reason: event.hasReason ? event.reason : nil
            case .interaction: event.interaction
            case .recordedBy: event.recordedBy
            case .caseID: event.caseID
            }
        if self == .time, let time = event.time { return .timestamp(time) }
        return text.map { .text($0) } ?? .unknown(CELUnknown(path))
    }
}

/// The way through a document to one fact.
final class FactWalk: Sendable {
    /// The member of the event to begin in: an entity, or nil for `data`.
    let root: JSONName?
    /// The fields to follow; empty for the whole entity.
    let fields: [(name: JSONName, definition: FieldDefinition)]
    /// The type at the end.
    let type: FactType
    /// The fact's full path.
    let path: CELAttributePath

    init(
        root: JSONName?, fields: [(name: JSONName, definition: FieldDefinition)], type: FactType, path: CELAttributePath
    ) {
        self.root = root
        self.fields = fields
        self.type = type
        self.path = path
    }

    /// Reads the fact.
    ///
    /// An absent member is unknown, unless its field has a default and the thing it belongs to is there. What is unknown
    /// is named as far as it is known: `order.placed_by` where the order does not say who placed it.
    func read(_ event: Event, facts: FactReader) -> CELValue {
        var node: JSONNode
        if let root {
            guard let start = event.root[root], !start.isNull else { return unknown(depth: 1) }
            node = start
        } else {
            guard let data = event.data else { return absent(fields.first?.definition, depth: 2) }
            node = data
        }
        for (index, field) in fields.enumerated() {
            if node.kind == .string, field.definition.name == "id" { break }
            guard let next = node[field.name] else {
                let isLast = index == fields.count - 1
                return absent(isLast ? field.definition : nil, depth: index + 2)
            }
            if next.isNull { return unknown(depth: index + 2) }
            node = next
        }
        return facts.read(node, as: type, path: path) { _ in }
    }

    private func absent(_ definition: FieldDefinition?, depth: Int) -> CELValue {
        definition?.defaultValue ?? unknown(depth: depth)
    }

    private func unknown(depth: Int) -> CELValue {
        .unknown(CELUnknown(CELAttributePath(Array(path.names.prefix(depth)))))
    }
}
