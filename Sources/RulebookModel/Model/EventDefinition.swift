public import SourceText

/// A kind of event that the vocabulary declares.
public struct EventDefinition: Sendable {
    /// Whether an agent proposes it or it merely happens.
    public enum Kind: String, Hashable, Sendable {
        /// An action that an agent may propose.
        case action
        /// Something that happens.
        case occurrence = "event"
    }

    /// Its name, such as `coupon.issue`.
    public let name: String
    /// Whether somebody decides on it.
    public let kind: Kind
    /// The entities that it is about.
    public let about: [String]
    /// Its fields, in written order.
    public let fields: [FieldDefinition]
    /// Words for people.
    public let title: LocalizedText?
    /// Where it is declared.
    public let range: SourceRange

    /// The field of a name.
    public func field(_ name: String) -> FieldDefinition? { fields.first { $0.name == name } }
}
