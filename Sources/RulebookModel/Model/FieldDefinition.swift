public import CEL
public import SourceText

/// A field of an action, an event or an entity.
public struct FieldDefinition: Sendable {
    /// Its name.
    public let name: String
    /// What values it may have.
    public let type: FactType
    /// Whether it is masked in every output.
    public let isPrivate: Bool
    /// Whether it is a given, which the agent does not choose: a counter-offer never changes it.
    public let isFixed: Bool
    /// Where it is declared.
    public let range: SourceRange
    /// What few fields have; nil where it has none of it.
    private let details: Details?

    private final class Details: Sendable {
        let defaultValue, minimum, maximum: CELValue?
        let title: LocalizedText?
        let anchors: [Anchor]

        init(
            defaultValue: CELValue?, minimum: CELValue?, maximum: CELValue?, title: LocalizedText?, anchors: [Anchor]
        ) {
            self.defaultValue = defaultValue
            self.minimum = minimum
            self.maximum = maximum
            self.title = title
            self.anchors = anchors
        }
    }

    init(
        name: String, type: FactType, defaultValue: CELValue?, minimum: CELValue?, maximum: CELValue?, isPrivate: Bool,
        isFixed: Bool, title: LocalizedText?, range: SourceRange, anchors: [Anchor] = []
    ) {
        self.name = name
        self.type = type
        self.isPrivate = isPrivate
        self.isFixed = isFixed
        self.range = range
        let isPlain =
            defaultValue == nil && minimum == nil && maximum == nil && title == nil && anchors.isEmpty
        details =
            isPlain
            ? nil
            : Details(defaultValue: defaultValue, minimum: minimum, maximum: maximum, title: title, anchors: anchors)
    }

    /// The value that stands where the member is absent; an explicit null stays unknown.
    public var defaultValue: CELValue? { details?.defaultValue }
    /// The least value that an input may give.
    public var minimum: CELValue? { details?.minimum }
    /// The greatest value that an input may give.
    public var maximum: CELValue? { details?.maximum }
    /// Words for people.
    public var title: LocalizedText? { details?.title }
    /// What some values mean, in words, ascending: the ends of a scale, at least.
    public var anchors: [Anchor] { details?.anchors ?? [] }

    /// The same with what some values mean.
    func with(_ anchors: [Anchor]) -> FieldDefinition {
        FieldDefinition(
            name: name, type: type, defaultValue: defaultValue, minimum: minimum, maximum: maximum,
            isPrivate: isPrivate, isFixed: isFixed, title: title, range: range, anchors: anchors)
    }

    /// What a value of a scale means.
    public struct Anchor: Sendable {
        /// The value.
        public let value: ExactDecimal
        /// What it means.
        public let text: LocalizedText
    }
}
