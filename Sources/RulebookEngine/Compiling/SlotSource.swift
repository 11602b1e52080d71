import CEL
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
    /// A figure over the events before.
    case memory(MeasureProgram)
    /// What reservations keep back of a figure.
    case reserved(MeasureProgram)
    /// What of a figure may be missing from the log.
    case lack(MeasureProgram)
    /// From when on the log is complete; null where all that ever happened is in it.
    case beginning
    /// How the timelines of the event's key stand.
    case timeline(TimelineReading)
    /// What was heard in the event's text.
    case words(PhraseProgram)
    /// Whether it says a phrase set.
    case phrase(PhraseProgram, PhraseProgram.Question)
    /// What a scorecard comes to.
    case score(ScorecardProgram, ScorecardFunction)
    /// The same for every event.
    case constant(CELValue)

    /// Whether the event alone says it, whatever happened before.
    var isOfEvent: Bool {
        switch self {
        case .envelope, .now, .fact, .constant: true
        case .choice, .memory, .reserved, .lack, .beginning, .timeline, .words, .phrase, .score: false
        }
    }
}

/// A member that every event has beside its fields.
package enum EnvelopeMember: String, Sendable, CaseIterable {
    case id, type, time, channel, reason, interaction
    case recordedBy = "recorded_by"
    case caseID = "case"

    /// The member's value, unknown where it is absent.
    func value(of event: Event, path: CELAttributePath) -> CELValue { value(of: event.content.envelope, path: path) }

    /// The member's value, unknown where it is absent.
    func value(of event: borrowing Event.Envelope, path: CELAttributePath) -> CELValue {
        let text: String? =
            switch self {
            case .id: event.id.isEmpty ? nil : event.id
            case .type: event.type
            case .time: nil
            case .channel: event.channel
            // A reason that says nothing is none.
            case .reason: event.reasonLength > 0 ? event.reason : nil
            case .interaction: event.interaction
            case .recordedBy: event.recordedBy
            case .caseID: event.caseID
            }
        if self == .time, let time = event.time { return .timestamp(time) }
        return text.map { .text($0) } ?? .unknown(CELUnknown(path))
    }
}
