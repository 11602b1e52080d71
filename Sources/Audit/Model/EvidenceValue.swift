/// One value that a finding rests on: the name by which the rule reads it, and what stood there.
public struct EvidenceValue: Hashable, Sendable {
    /// The path, such as `event.count`.
    public let name: TextTable.ID
    /// The value as people write it; private values come here already masked.
    public let value: TextTable.ID

    /// Makes a value from texts of the ``FindingLog`` that it is added to.
    public init(name: TextTable.ID, value: TextTable.ID) {
        self.name = name
        self.value = value
    }
}
