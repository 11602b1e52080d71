/// The operators of the language; the raw value is the name of the function behind each.
public enum CELOperator: String, Hashable, Sendable, CaseIterable {
    /// `a && b`.
    case and = "_&&_"
    /// `a || b`.
    case or = "_||_"
    /// `!a`.
    case not = "!_"
    /// `a ? b : c`.
    case conditional = "_?_:_"
    /// `a == b`.
    case equal = "_==_"
    /// `a != b`.
    case notEqual = "_!=_"
    /// `a < b`.
    case less = "_<_"
    /// `a <= b`.
    case lessOrEqual = "_<=_"
    /// `a > b`.
    case greater = "_>_"
    /// `a >= b`.
    case greaterOrEqual = "_>=_"
    /// `a in b`.
    case `in` = "@in"
    /// `a + b`.
    case add = "_+_"
    /// `a - b`.
    case subtract = "_-_"
    /// `a * b`.
    case multiply = "_*_"
    /// `a / b`.
    case divide = "_/_"
    /// `a % b`.
    case remainder = "_%_"
    /// `-a`.
    case negate = "-_"
    /// `a[b]`.
    case index = "_[_]"
    /// `a.?b`; the field is a string literal.
    case optionalSelect = "_?._"
    /// `a[?b]`.
    case optionalIndex = "_[?_]"

    /// The operator of a function's name; nil for a function that people call by name.
    public init?(rawValue: String) {
        guard let first = rawValue.utf8.first, !Self.isLetter(first), let found = Self.byName[Self.packed(rawValue)]
        else { return nil }
        self = found
    }

    // Asked of every call that is checked, planned or explained, so not by comparing with twenty texts.
    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { (packed($0.rawValue), $0) })

    /// The bytes of a name, of which none has more than eight; 0 for a longer one.
    private static func packed(_ name: String) -> UInt64 {
        guard name.utf8.count <= 8 else { return 0 }
        return name.utf8.reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// How it is written between its operands, or before its operand.
    public var symbol: String {
        switch self {
        case .and: "&&"
        case .or: "||"
        case .not: "!"
        case .conditional: "? :"
        case .equal: "=="
        case .notEqual: "!="
        case .less: "<"
        case .lessOrEqual: "<="
        case .greater: ">"
        case .greaterOrEqual: ">="
        case .in: "in"
        case .add: "+"
        case .subtract: "-"
        case .multiply: "*"
        case .divide: "/"
        case .remainder: "%"
        case .negate: "-"
        case .index: "[]"
        case .optionalSelect: ".?"
        case .optionalIndex: "[?]"
        }
    }

    /// How tightly it binds; higher binds tighter.
    var precedence: Int {
        switch self {
        case .conditional: 0
        case .or: 1
        case .and: 2
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .in: 4
        case .add, .subtract: 5
        case .multiply, .divide, .remainder: 6
        case .not, .negate: 7
        case .index, .optionalSelect, .optionalIndex: 8
        }
    }
}
