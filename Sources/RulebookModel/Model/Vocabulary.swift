public import SourceText

/// What a rulebook can speak about.
public struct Vocabulary: Sendable {
    /// The roles, lowest rank first.
    public let roles: [String]
    /// The record types, by name order.
    public let entities: [EntityDefinition]
    /// Actions and events, by name order.
    public let events: [EventDefinition]
    /// Named patterns, by name order.
    public let patterns: [NamedPattern]

    private let entityIndices: [String: Int]
    private let eventIndices: [String: Int]
    private let roleRanks: [String: Int]

    package init(
        roles: [String], entities: [EntityDefinition], events: [EventDefinition], patterns: [NamedPattern]
    ) {
        self.roles = roles
        self.entities = entities.sorted { $0.name < $1.name }
        self.events = events.sorted { $0.name < $1.name }
        self.patterns = patterns.sorted { $0.name < $1.name }
        self.entityIndices = Dictionary(
            uniqueKeysWithValues: self.entities.enumerated().map { ($1.name, $0) })
        self.eventIndices = Dictionary(uniqueKeysWithValues: self.events.enumerated().map { ($1.name, $0) })
        self.roleRanks = Dictionary(uniqueKeysWithValues: roles.enumerated().map { ($1, $0) })
    }

    /// The entity of a name.
    public func entity(_ name: String) -> EntityDefinition? { entityIndices[name].map { entities[$0] } }

    /// The action or event of a name.
    public func event(_ name: String) -> EventDefinition? { eventIndices[name].map { events[$0] } }

    /// The place of an action or event in ``events``.
    package func eventIndex(_ name: String) -> Int? { eventIndices[name] }

    /// The rank of a role, 0 for the lowest.
    public func rank(ofRole role: String) -> Int? { roleRanks[role] }
}

/// A name for some events: types, other patterns, and a condition on them.
public struct NamedPattern: Sendable {
    /// Its name.
    public let name: String
    /// What it stands for.
    public let pattern: EventPattern
    /// Where it is declared.
    public let range: SourceRange
}
