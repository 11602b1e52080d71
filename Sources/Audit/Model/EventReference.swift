/// What a report says of an event, once for all its findings; an empty text stands for an absent one.
public struct EventReference: Sendable {
    /// The event's id in its log.
    public var id: TextTable.ID
    /// Its type, such as `coupon.issue`.
    public var type: TextTable.ID
    /// When it happened.
    public var time: ReportInstant
    /// Who acted.
    public var agent: TextTable.ID
    /// The team of the one who acted.
    public var team: TextTable.ID
    /// The interaction that it belongs to.
    public var interaction: TextTable.ID
    /// The channel of that interaction.
    public var channel: TextTable.ID
    /// The reason that was recorded with the action.
    public var reason: TextTable.ID
    /// Who approved it.
    public var approvedBy: TextTable.ID
    /// The place of the rulebook's version that judged it, in ``ComplianceReport/rulebooks``.
    public var version: UInt32 = 0

    /// Makes a reference; the texts come from the table of the ``FindingLog`` that it is added to.
    public init(
        id: TextTable.ID, type: TextTable.ID, time: ReportInstant, agent: TextTable.ID = .empty,
        team: TextTable.ID = .empty, interaction: TextTable.ID = .empty, channel: TextTable.ID = .empty,
        reason: TextTable.ID = .empty, approvedBy: TextTable.ID = .empty
    ) {
        self.id = id
        self.type = type
        self.time = time
        self.agent = agent
        self.team = team
        self.interaction = interaction
        self.channel = channel
        self.reason = reason
        self.approvedBy = approvedBy
    }
}

extension EventReference {
    /// The same in the texts of another log.
    func translated(by translation: TextTable.Translation) -> EventReference {
        var event = EventReference(
            id: translation[id], type: translation[type], time: time, agent: translation[agent],
            team: translation[team], interaction: translation[interaction], channel: translation[channel],
            reason: translation[reason], approvedBy: translation[approvedBy])
        event.version = version
        return event
    }
}
