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

    private let tree: YAMLTree
    private let index: UInt32

    init(tree: YAMLTree, index: UInt32) {
        self.tree = tree
        self.index = index
    }

    /// Where it stands, without anchor and trailing space; for an alias, the place of the alias.
    public var range: SourceRange {
        let record = tree[index]
        return SourceRange(file: tree.file, lowerBound: Int(record.lower), upperBound: Int(record.upper))
    }

    /// What it is; for an alias, what its anchor marks.
    public var content: Content {
        let index = tree.resolved(index)
        switch tree[index].kind {
        case .scalar, .alias: return .scalar(scalar(tree[index]))
        case .sequence: return .sequence(tree.items(of: index))
        case .mapping: return .mapping(YAMLMapping(tree: tree, index: index))
        }
    }

    private func scalar(_ record: YAMLTree.Record) -> YAMLScalar {
        YAMLScalar(
            text: tree.text(record), style: record.style,
            range: SourceRange(file: tree.file, lowerBound: Int(record.lower), upperBound: Int(record.upper)))
    }

    /// Whether an error was already reported here, so that a reader of the tree need not report another.
    public var isBroken: Bool { tree[index].isBroken || tree[tree.resolved(index)].isBroken }

    /// The scalar, where it is one.
    public var scalar: YAMLScalar? {
        let record = tree[tree.resolved(index)]
        return record.kind == .scalar ? scalar(record) : nil
    }

    /// The members, where it is a list.
    public var sequence: [YAMLNode]? {
        let index = tree.resolved(index)
        return tree[index].kind == .sequence ? tree.items(of: index) : nil
    }

    /// The map, where it is one.
    public var mapping: YAMLMapping? {
        let index = tree.resolved(index)
        return tree[index].kind == .mapping ? YAMLMapping(tree: tree, index: index) : nil
    }

    /// Whether it is null: `null`, `~` or nothing at all.
    public var isNull: Bool {
        let record = tree[tree.resolved(index)]
        return record.kind == .scalar && tree.core(record) == .null
    }

    /// What it is, in words for messages: `a text`, `a whole number`, `a list` …
    public var kindName: String {
        let record = tree[tree.resolved(index)]
        return switch record.kind {
        case .scalar, .alias: tree.core(record).kindName
        case .sequence: "a list"
        case .mapping: "a map"
        }
    }
}
