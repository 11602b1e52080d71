import RulebookModel
import SourceText
import YAMLSyntax

/// An event of a test as it is written: `{call.place: {debt: d-1}, at: 2026-03-02 10:00, person: p-1}`.
///
/// The first key names what happens, its value the fields; the other keys are the members of the event.
struct EventSketch {
    /// Under this name lie the fields, as conditions call them.
    static let fields = "event"

    let type: Located<String>
    /// The members, the fields among them.
    var members: SketchMembers
    let range: SourceRange

    /// Reads an event; nil where something was reported.
    init?(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) {
        range = node.range
        if node.scalar != nil, !node.isNull {
            guard let name = node.text("an event", diagnostics: &diagnostics) else { return nil }
            type = Located(name, at: node.range)
            members = SketchMembers()
            return
        }
        guard let mapping = node.anyMap("an event", diagnostics: &diagnostics) else { return nil }
        guard let first = mapping.entries.first else {
            node.refuse(
                "an event", expected: "what happens and when", found: "an empty map", diagnostics: &diagnostics)
            return nil
        }
        type = Located(first.name, at: first.key.range)
        var members = SketchMembers(mapping)
        let fields = members.take(first.name)
        guard members[Self.fields] == nil else {
            diagnostics.add(
                .conflictingKeys(
                    "the fields stand under the name of what happens", at: node.range,
                    help: "write `\(first.name): {…}` without `event:`"))
            return nil
        }
        switch fields {
        case .members?: break
        case .scalar(let value)? where value.isNull: break
        default:
            first.value.refuse(
                "what stands under `\(first.name)`", expected: "a map of its fields", diagnostics: &diagnostics)
            return nil
        }
        if let fields, case .members = fields {
            members.set(.init(name: Self.fields, range: first.key.range, value: fields))
        }
        self.members = members
    }
}
