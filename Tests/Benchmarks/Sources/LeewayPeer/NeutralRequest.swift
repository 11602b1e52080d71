import JSONSyntax

/// A neutral request in the event format: the action's members are the event's data.
struct NeutralRequest {
    /// The event as JSON.
    let text: [UInt8]
    let type: String

    init(_ line: [UInt8]) throws {
        let root = try JSONDocument.parse(line).root
        guard let action = root["action"], let type = action["type"]?.string else {
            throw PeerFailure(message: "a request without the type of its action")
        }
        self.type = type
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("type")
        writer.string(type)
        writer.name("data")
        writer.beginObject()
        for member in action.members where member.name != "type" {
            writer.name(NeutralRulebook.field(member.name))
            writer.node(member.value)
        }
        writer.endObject()
        for member in root.members where member.name != "action" {
            writer.name(member.name)
            writer.node(member.value)
        }
        writer.endObject()
        text = writer.take()
    }
}

/// Why nothing could be compared.
struct PeerFailure: Error {
    let message: String
}
