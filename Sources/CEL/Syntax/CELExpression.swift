/// A node of a parsed expression; immutable, so that stages can share it.
public final class CELExpression: Sendable {
    /// An entry of a map literal.
    public struct Entry: Sendable {
        /// The key.
        public let key: CELExpression
        /// The value.
        public let value: CELExpression
        /// Whether it is written `?key: value`: the entry is there when the optional value holds something.
        public let isOptional: Bool
    }

    /// A field of a record literal.
    public struct FieldInitializer: Sendable {
        /// The field's name.
        public let name: String
        /// Where the name stands.
        public let nameRange: Range<Int>
        /// The value.
        public let value: CELExpression
        /// Whether it is written `?name: value`: the field is set when the optional value holds something.
        public let isOptional: Bool
    }

    /// What a node is.
    public enum Kind: Sendable {
        /// A constant that was written out.
        case literal(CELValue)
        /// A name; rooted when a dot stands before it, so that containers and loop variables are skipped.
        case identifier(String, isRooted: Bool)
        /// `operand.field`.
        case select(CELExpression, field: String)
        /// `has(operand.field)`.
        case presence(CELExpression, field: String)
        /// A call of a function or an operator (named as in ``CELOperator``), with a receiver where it has one.
        ///
        /// `&&` and `||` take two or more arguments.
        case call(String, target: CELExpression?, arguments: [CELExpression])
        /// `[a, b]`; the elements at some positions are written `?a`, and are there when they hold something.
        case list([CELExpression], optionalPositions: [Int])
        /// `{a: b}`.
        case map([Entry])
        /// `Name{field: a}`.
        case record(String, fields: [FieldInitializer])
        /// A loop that a macro makes.
        indirect case comprehension(CELComprehension)
        /// A name for a value.
        indirect case binding(CELBinding)
        /// `cel.block([a, b], c)`: numbered parts, each of which may read those before it, and what is made of them.
        case block([CELExpression], result: CELExpression)
    }

    /// What it is.
    public let kind: Kind
    // A rulebook has a hundred thousand nodes: what is counted is kept short.
    /// The operator that this calls, if it does.
    public let calledOperator: CELOperator?
    private let shortHeight: UInt16
    private let shortID: UInt32
    private let shortRange: ShortRange
    private let shortNameRange: ShortRange

    /// A number that no other node of the same tree has, from 1 up.
    public var id: Int { Int(shortID) }
    /// Where it stands, in UTF-8 offsets of the source; brackets around it are left out.
    public var range: Range<Int> { shortRange.range }
    /// Where its own name or sign stands: the field of a selection, the name of a call, the sign of an operator.
    public var nameRange: Range<Int> { shortNameRange.range }
    /// How many nodes stand on the longest way down, this one included.
    var height: Int { Int(shortHeight) }

    init(id: Int, range: Range<Int>, nameRange: Range<Int>? = nil, kind: Kind) {
        shortID = UInt32(clamping: id)
        shortRange = ShortRange(range)
        shortNameRange = ShortRange(nameRange ?? range)
        self.kind = kind
        if case .call(let name, target: nil, arguments: _) = kind {
            calledOperator = CELOperator(rawValue: name)
        } else {
            calledOperator = nil
        }
        shortHeight = UInt16(clamping: 1 + kind.heightBelow)
    }

    /// Two offsets of a source, which is never as long as four gigabytes.
    private struct ShortRange {
        let lower: UInt32
        let upper: UInt32

        init(_ range: Range<Int>) {
            lower = UInt32(clamping: range.lowerBound)
            upper = UInt32(clamping: range.upperBound)
        }

        var range: Range<Int> { Int(lower)..<Int(upper) }
    }

    /// The nodes directly below, in the order of the source.
    public var children: [CELExpression] { kind.children }

    /// Whether it is a text that is written out.
    var isText: Bool {
        if case .literal(.string) = kind { true } else { false }
    }

    /// The node with a number, at or below this one.
    public func descendant(_ id: Int) -> CELExpression? {
        if self.id == id { return self }
        for child in children {
            if let found = child.descendant(id) { return found }
        }
        return nil
    }
}

extension CELExpression.Kind {
    /// How many nodes stand on the longest way down, the node itself left out.
    fileprivate var heightBelow: Int {
        switch self {
        case .literal, .identifier: 0
        case .select(let operand, field: _), .presence(let operand, field: _): operand.height
        case .call(_, let target, let arguments):
            arguments.reduce(target?.height ?? 0) { max($0, $1.height) }
        case .list, .map, .record, .comprehension, .binding, .block: children.reduce(0) { max($0, $1.height) }
        }
    }

    /// The nodes directly below, in the order of the source.
    var children: [CELExpression] {
        switch self {
        case .literal, .identifier: []
        case .select(let operand, field: _), .presence(let operand, field: _): [operand]
        case .call(_, let target, let arguments): target.map { [$0] + arguments } ?? arguments
        case .list(let elements, _): elements
        case .map(let entries): entries.flatMap { [$0.key, $0.value] }
        case .record(_, let fields): fields.map(\.value)
        case .comprehension(let comprehension):
            [comprehension.range] + comprehension.parts
        case .binding(let binding): [binding.value, binding.body]
        case .block(let parts, let result): parts + [result]
        }
    }
}
