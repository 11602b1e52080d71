public import SourceText

/// What the tests of a rulebook have tried of it: each standard, each condition both ways, each limit on both sides.
public struct RulebookCoverage: Sendable {
    /// Something that goes two ways, and which of them some test has seen.
    public struct Item: Sendable {
        /// The standard that it belongs to.
        public let standard: String
        /// Where it stands.
        public let range: SourceRange
        /// As it was written.
        public let text: String
        /// Of a condition, whether it held; of a limit, whether a value lay exactly at it, or in time.
        public internal(set) var sawFirst = false
        /// Of a condition, whether it did not hold; of a limit, whether a value lay on its other side.
        public internal(set) var sawSecond = false

        /// How many of the two ways were seen.
        public var seenCount: Int { (sawFirst ? 1 : 0) + (sawSecond ? 1 : 0) }
    }

    /// The standards that events can be judged by, each with whether some case judged it, in order of id.
    public internal(set) var standards: [(id: String, isJudged: Bool)] = []
    /// The conditions, each a term that is not joined with `and`, in the order of the standards.
    public internal(set) var conditions: [Item] = []
    /// The limits, in the order of the standards.
    public internal(set) var limits: [Item] = []

    /// How many ways there are.
    public var wayCount: Int { standards.count + 2 * (conditions.count + limits.count) }
    /// How many of them some test has seen.
    public var seenCount: Int {
        standards.count(where: \.isJudged) + (conditions + limits).reduce(0) { $0 + $1.seenCount }
    }
    /// The share that was seen, in tenths of a percent, rounded down; of nothing, all was seen.
    public var permille: Int { wayCount == 0 ? 1000 : seenCount * 1000 / wayCount }
}
