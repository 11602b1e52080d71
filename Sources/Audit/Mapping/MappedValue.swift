public import RulebookModel
public import SourceText

/// Where a value of an event comes from, and how it is read.
public struct MappedValue: Sendable {
    /// Where it comes from.
    public indirect enum Source: Sendable {
        /// From a place of the row; an object or a list is read whole.
        case path(RowPath)
        /// It is the same for every row.
        case constant(MappedScalar)
        /// It is the instant of the audit.
        case asOf
        /// It is an object put together of members.
        case members([MappedMember])
    }

    /// Whether an empty text is a value.
    public enum EmptyText: String, Hashable, Sendable, CaseIterable {
        /// It counts as absent; so it is in tables where nothing else is said.
        case absent
        /// It is a text without characters; so it is in JSON where nothing else is said.
        case text
    }

    /// Where it comes from.
    public let source: Source
    /// The currency of bare numbers where an amount is expected, here and inside.
    public let currency: Currency?
    /// The zone of local times where an instant is expected, here and inside.
    public let zone: String?
    /// How dates and times are written, here and inside; nil for ISO 8601.
    public let format: LocalTimeFormat?
    /// Whether an empty text is a value; nil for what is usual in the row's format.
    public let emptyText: EmptyText?
    /// What texts are translated to; others stay as they are.
    public let translations: [String: MappedScalar]
    /// New names of members of an object that is read whole.
    public let renamed: [String: String]
    /// Where it stands.
    public let range: SourceRange
}
