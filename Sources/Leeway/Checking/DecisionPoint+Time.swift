extension DecisionPoint {
    /// The event, at the given time where it has none of its own.
    func timed(_ event: Event, _ asOf: CELTimestamp?) throws(LeewayError) -> Event {
        guard event.time == nil, let asOf else { return event }
        var draft = EventDraft(event.root, for: rulebook(at: asOf))
        draft.setTimeIfAbsent(asOf.description)
        return try self.event(draft.document().root)
    }
}
