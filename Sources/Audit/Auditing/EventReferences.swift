import CEL
import JSONSyntax
import RulebookEngine
import RulebookModel

/// Reads what a report says of an event.
struct EventReferences {
    private let showsAgent: Bool
    private let showsTeam: Bool

    init(_ vocabulary: Vocabulary) {
        let agent = vocabulary.entity("agent")
        showsAgent = !(agent?.field("id")?.isPrivate ?? false)
        showsTeam = !(agent?.field("team")?.isPrivate ?? false)
    }

    /// What groups and days need: who acted, where and when.
    func reference(
        of event: Event, version: Int, zone: CELTimeZone, texts: inout TextTable
    ) -> EventReference {
        var reference = Self.reference(at: event.time, version: version, zone: zone)
        let actor = event.actor
        if showsAgent, let agent = actor.id { reference.agent = Self.intern(agent, into: &texts) }
        if showsTeam, let team = actor.team { reference.team = Self.intern(team, into: &texts) }
        if let channel = event.channel { reference.channel = texts.intern(channel) }
        return reference
    }

    /// The same of a row at which a glance was enough.
    func reference(
        of row: RowGlance, in glances: RowGlances, zone: CELTimeZone, texts: inout TextTable
    ) -> EventReference {
        var reference = Self.reference(at: row.time, version: 0, zone: zone)
        if showsAgent { reference.agent = Self.intern(row.agent, of: glances, into: &texts) }
        if showsTeam { reference.team = Self.intern(row.team, of: glances, into: &texts) }
        reference.channel = Self.intern(row.channel, of: glances, into: &texts)
        return reference
    }

    private static func reference(at time: CELTimestamp?, version: Int, zone: CELTimeZone) -> EventReference {
        let seconds = time?.seconds ?? 0
        var reference = EventReference(
            id: .empty, type: .empty,
            time: ReportInstant(
                seconds: seconds, nanoseconds: time?.nanoseconds ?? 0,
                offsetSeconds: Int32(clamping: zone.offsetSeconds(at: seconds))))
        reference.version = UInt32(version)
        return reference
    }

    private static func intern(
        _ text: RowGlance.Text, of glances: RowGlances, into texts: inout TextTable
    ) -> TextTable.ID {
        text.count == 0 ? .empty : glances.withText(text) { texts.intern(utf8: $0) }
    }

    /// What a listed event needs beside that.
    static func complete(_ reference: inout EventReference, of event: Event, id: String, texts: inout TextTable) {
        reference.id = texts.intern(id)
        reference.type = texts.intern(event.type)
        if let interaction = event.interaction { reference.interaction = texts.intern(interaction) }
        if let reason = event.reason { reference.reason = texts.intern(reason) }
        if let approval = event.approval { reference.approvedBy = texts.intern(approval.by) }
    }

    /// A text or number; anything else is no name.
    private static func intern(_ node: JSONNode, into texts: inout TextTable) -> TextTable.ID {
        guard node.kind == .string || node.kind == .number else { return .empty }
        return node.withUTF8 { span in
            span.withUnsafeBufferPointer { texts.intern(utf8: $0) }
        }
    }
}
