import JSONSyntax
import RulebookEngine
import RulebookModel

/// An event in a few words: its type, its fields as they were given, and whom it is about.
struct ProposalSummary {
    /// The most fields that are shown.
    static let fieldCountMax = 6
    /// The most elements of a list that are shown.
    static let elementCountMax = 3
    /// The most characters of one value that are shown.
    static let valueLengthMax = 48

    /// `coupon.issue (count 5, value 10.00 EUR for customer cu-5)`.
    let text: String

    init(_ event: Event, vocabulary: Vocabulary) {
        guard let definition = vocabulary.event(event.type) else {
            text = VisibleText.oneLine(event.type)
            return
        }
        let given = definition.fields.compactMap { field -> String? in
            guard let node = event.root["data"]?[field.name], !node.isNull else { return nil }
            return "\(field.name) \(field.isPrivate ? Explainer.mask : Self.value(node))"
        }
        var details = given.prefix(Self.fieldCountMax).joined(separator: ", ")
        if given.count > Self.fieldCountMax { details += ", and \(given.count - Self.fieldCountMax) more" }
        if let subject = Self.subject(of: event, definition, vocabulary) {
            details += (details.isEmpty ? "for " : " for ") + subject
        }
        text = details.isEmpty ? definition.name : "\(definition.name) (\(details))"
    }

    /// The first entity that the action is about and that the event names.
    private static func subject(
        of event: Event, _ definition: EventDefinition, _ vocabulary: Vocabulary
    ) -> String? {
        for name in definition.about {
            guard let node = event.root[name], vocabulary.entity(name)?.field("id")?.isPrivate == false,
                let identifier = node.string ?? node["id"]?.string ?? node["id"]?.numberText
            else { continue }
            return "\(name) \(short(identifier))"
        }
        return nil
    }

    private static func value(_ node: JSONNode) -> String {
        switch node.kind {
        case .null: "not known"
        case .bool: node.bool == true ? "true" : "false"
        case .number, .string: short(node.string ?? node.numberText ?? "")
        case .list: list(node)
        case .object: node["id"].map(value) ?? "…"
        }
    }

    private static func list(_ node: JSONNode) -> String {
        let shown = node.elements.prefix(elementCountMax).map(value).joined(separator: " + ")
        return node.count > elementCountMax ? "\(shown) + \(node.count - elementCountMax) more" : shown
    }

    private static func short(_ text: String) -> String {
        let line = VisibleText.oneLine(text)
        return line.count > valueLengthMax ? "\(line.prefix(valueLengthMax - 1))…" : line
    }
}
