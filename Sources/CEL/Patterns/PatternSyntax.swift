/// What a pattern says, as nodes that refer to each other by number, so that no depth of nesting overflows a stack.
struct PatternSyntax: Sendable {
    /// One part of a pattern.
    enum Node: Hashable, Sendable {
        /// Nothing, which is found everywhere.
        case empty
        /// One code point, in this case only.
        case literal(UInt32)
        /// One code point of a class, by its number in `classes`.
        case oneOf(Int)
        /// One byte, even of a longer code point: `\C`.
        case anyByte
        /// A place between two bytes.
        case place(PatternPlaces)
        /// All the nodes one after another.
        case sequence([Int])
        /// One of the nodes.
        case choice([Int])
        /// A node some times over.
        case repetition(Int, RepetitionBounds)
    }

    /// The nodes; each comes after those that it refers to.
    var nodes: [Node] = []
    /// The classes of characters that nodes refer to.
    var classes: [CodePointSet] = []
    /// The node that is the entire pattern.
    var root = 0
}

/// How often something is repeated.
struct RepetitionBounds: Hashable, Sendable {
    /// The most that `{n,m}` may ask for, alone or together with the repetitions inside: RE2's limit.
    static let countMax = 1_000

    /// The least number of times, at most ``countMax``.
    var lower: Int
    /// The greatest number of times, at most ``countMax``; `nil` is any number.
    var upper: Int?
}

/// Conditions on a place between two bytes.
struct PatternPlaces: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    /// The begin of the text: `\A`, and `^` unless lines count.
    static let textBegin = PatternPlaces(rawValue: 1)
    /// The end of the text: `\z`, and `$` unless lines count.
    static let textEnd = PatternPlaces(rawValue: 2)
    /// The begin of a line: `(?m)^`.
    static let lineBegin = PatternPlaces(rawValue: 4)
    /// The end of a line: `(?m)$`.
    static let lineEnd = PatternPlaces(rawValue: 8)
    /// Between an ASCII word character and another: `\b`.
    static let wordBoundary = PatternPlaces(rawValue: 16)
    /// Any other place: `\B`.
    static let noWordBoundary = PatternPlaces(rawValue: 32)
}
