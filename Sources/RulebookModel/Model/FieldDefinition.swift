public import CEL
public import SourceText

/// A field of an action, an event or an entity.
public struct FieldDefinition: Sendable {
    /// Its name.
    public let name: String
    /// What values it may have.
    public let type: FactType
    /// The value that stands where the member is absent; an explicit null stays unknown.
    public let defaultValue: CELValue?
    /// The least value that an input may give.
    public let minimum: CELValue?
    /// The greatest value that an input may give.
    public let maximum: CELValue?
    /// Whether it is masked in every output.
    public let isPrivate: Bool
    /// Whether it is a given, which the agent does not choose: a counter-offer never changes it.
    public let isFixed: Bool
    /// Words for people.
    public let title: LocalizedText?
    /// Where it is declared.
    public let range: SourceRange
    /// What some values mean, in words, ascending: the ends of a scale, at least.
    public var anchors: [Anchor] = []

    /// What a value of a scale means.
    public struct Anchor: Sendable {
        /// The value.
        public let value: ExactDecimal
        /// What it means.
        public let text: LocalizedText
    }
}
