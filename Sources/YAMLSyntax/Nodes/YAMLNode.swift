public import SourceText

/// A part of a YAML text: a scalar, a list or a map, with its place.
public struct YAMLNode: Sendable {
    /// What a node is.
    public enum Content: Sendable {
        /// A single value.
        case scalar(YAMLScalar)
        /// A list, in written order.
        case sequence([YAMLNode])
        /// A map, in written order.
        case mapping(YAMLMapping)
    }

    /// Where it stands, without anchor and trailing space; for an alias, the place of the alias.
    public let range: SourceRange
    /// What it is; for an alias, what its anchor marks.
    public let content: Content
    /// Whether an error was already reported here, so that a reader of the tree need not report another.
    public let isBroken: Bool

    init(range: SourceRange, content: Content, isBroken: Bool = false) {
        self.range = range
        self.content = content
        self.isBroken = isBroken
    }

    /// The scalar, where it is one.
    public var scalar: YAMLScalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    /// The members, where it is a list.
    public var sequence: [YAMLNode]? {
        if case .sequence(let nodes) = content { nodes } else { nil }
    }

    /// The map, where it is one.
    public var mapping: YAMLMapping? {
        if case .mapping(let mapping) = content { mapping } else { nil }
    }

    /// Whether it is null: `null`, `~` or nothing at all.
    public var isNull: Bool { scalar?.core == .null }

    /// What it is, in words for messages: `a text`, `a whole number`, `a list` …
    public var kindName: String {
        switch content {
        case .scalar(let scalar): scalar.core.kindName
        case .sequence: "a list"
        case .mapping: "a map"
        }
    }
}
