/// Reads a pattern in RE2's syntax, with RE2's default options, in one pass and without recursion.
///
/// The meaning follows https://github.com/google/re2/wiki/Syntax.
struct PatternParser {
    /// What `(?ims)` changes.
    struct Flags {
        var ignoresCase = false
        var linesCount = false
        var dotIsAny = false
    }

    /// A group that is still open; the first is the entire pattern.
    struct OpenGroup {
        /// Where its bracket stands.
        let start: Int
        /// The flags outside, which hold again after it.
        let outerFlags: Flags
        /// Its alternatives that are complete.
        var alternatives: [Int] = []
        /// The nodes of the alternative that is being read.
        var sequence: [Int] = []
    }

    /// A class named in the pattern, as it means something under the flags of the place.
    struct NamedClassUse: Hashable {
        let name: String
        let isNegated: Bool
        let ignoresCase: Bool
    }

    let limits: PatternLimits
    let scalars: [UInt32]
    /// The UTF-8 offset of each code point and of the end.
    let offsets: [Int]
    /// The code point that is read next.
    var position = 0
    var flags = Flags()
    var groups: [OpenGroup]
    var syntax = PatternSyntax()
    /// For each node, how many copies of its innermost parts it stands for, as RE2 counts them.
    var copyCounts: [Int] = []
    var namedClasses: [NamedClassUse: CodePointSet] = [:]
    /// Whether `:]` may still come.
    var mayHavePosixClass = true
    /// Where the repetition just before begins, if one stands there.
    var repetitionStart: Int?

    init(_ pattern: String, limits: PatternLimits) throws(PatternError) {
        guard pattern.utf8.count <= limits.patternByteCountMax else {
            throw .tooLong(limits.patternByteCountMax, in: 0..<pattern.utf8.count)
        }
        self.limits = limits
        scalars = pattern.unicodeScalars.map(\.value)
        var offset = 0
        offsets =
            [0]
            + pattern.unicodeScalars.map { scalar in
                offset += UTF8.width(scalar)
                return offset
            }
        groups = [OpenGroup(start: 0, outerFlags: flags)]
    }

    /// Reads all of the pattern.
    mutating func parse() throws(PatternError) -> PatternSyntax {
        while let next = peek() { try parseItem(next) }
        guard groups.count == 1 else {
            throw .unclosedGroup(at: range(from: groups[groups.count - 1].start, count: 1))
        }
        syntax.root = finishAlternatives()
        return syntax
    }

    private mutating func parseItem(_ next: UInt32) throws(PatternError) {
        let priorRepetition = repetitionStart
        repetitionStart = nil
        switch next {
        case scalar("("): try openGroup()
        case scalar("|"):
            position += 1
            finishSequence()
        case scalar(")"): try closeGroup()
        case scalar("^"): append(.place(flags.linesCount ? .lineBegin : .textBegin))
        case scalar("$"): append(.place(flags.linesCount ? .lineEnd : .textEnd))
        case scalar("."):
            position += 1
            appendClass(flags.dotIsAny ? .all : Self.anyButNewline)
        case scalar("["): try parseClass()
        case scalar("*"), scalar("+"), scalar("?"), scalar("{"): try parseRepetition(after: priorRepetition)
        case scalar("\\"): try parseEscape()
        default:
            position += 1
            appendLiteral(next)
        }
    }

    private static let anyButNewline: CodePointSet = {
        var newline = CodePointSet()
        newline.insert(0x0A, through: 0x0A)
        return newline.inverted()
    }()
}

// Building nodes.
extension PatternParser {
    /// Adds a node for one code point of the pattern and goes past it.
    private mutating func append(_ node: PatternSyntax.Node) {
        position += 1
        appendNode(node)
    }

    /// Adds a node to the alternative that is being read.
    mutating func appendNode(_ node: PatternSyntax.Node, copyCount: Int = 1) {
        groups[groups.count - 1].sequence.append(makeNode(node, copyCount: copyCount))
    }

    /// Adds a code point, or the class of its variants where case is ignored.
    mutating func appendLiteral(_ codePoint: UInt32) {
        guard flags.ignoresCase else { return appendNode(.literal(codePoint)) }
        var variants = CodePointSet()
        variants.insertIgnoringCase(codePoint, through: codePoint)
        if variants.sortedRuns == [CodePointSet.Run(lower: codePoint, upper: codePoint)] {
            return appendNode(.literal(codePoint))
        }
        appendClass(variants)
    }

    /// Adds a class.
    mutating func appendClass(_ set: CodePointSet) {
        syntax.classes.append(set)
        appendNode(.oneOf(syntax.classes.count - 1))
    }

    mutating func makeNode(_ node: PatternSyntax.Node, copyCount: Int) -> Int {
        syntax.nodes.append(node)
        copyCounts.append(copyCount)
        return syntax.nodes.count - 1
    }

    /// Ends the alternative that is being read and begins another.
    mutating func finishSequence() {
        let nodes = groups[groups.count - 1].sequence
        groups[groups.count - 1].sequence = []
        groups[groups.count - 1].alternatives.append(joined(nodes.filter { syntax.nodes[$0] != .empty }))
    }

    /// Ends the innermost group and returns what it says.
    mutating func finishAlternatives() -> Int {
        finishSequence()
        let alternatives = groups[groups.count - 1].alternatives
        guard alternatives.count > 1 else { return alternatives[0] }
        return makeNode(.choice(alternatives), copyCount: copyCountMax(of: alternatives))
    }

    private mutating func joined(_ nodes: [Int]) -> Int {
        switch nodes.count {
        case 0: makeNode(.empty, copyCount: 1)
        case 1: nodes[0]
        default: makeNode(.sequence(nodes), copyCount: copyCountMax(of: nodes))
        }
    }

    private func copyCountMax(of nodes: [Int]) -> Int { nodes.reduce(1) { max($0, copyCounts[$1]) } }
}

// Reading code points.
extension PatternParser {
    /// The code point some places ahead, if the pattern is that long.
    func peek(_ distance: Int = 0) -> UInt32? {
        position + distance < scalars.count ? scalars[position + distance] : nil
    }

    /// Goes past a code point if it comes next.
    mutating func skip(_ expected: Unicode.Scalar) -> Bool {
        guard peek() == expected.value else { return false }
        position += 1
        return true
    }

    /// The UTF-8 offsets of some code points.
    func range(from start: Int, count: Int) -> Range<Int> {
        offsets[start]..<offsets[min(start + count, scalars.count)]
    }

    /// The UTF-8 offsets of what was read from a place on.
    func rangeRead(from start: Int) -> Range<Int> { offsets[start]..<offsets[position] }

    /// What was read from a place on, shortened if it is long.
    func textRead(from start: Int) -> String { text(start..<position) }

    /// Some of the pattern, shortened if it is long.
    func text(_ places: Range<Int>) -> String {
        let shownCountMax = 40
        var result = ""
        for codePoint in scalars[places].prefix(shownCountMax) {
            // All of them come from a String.
            if let scalar = Unicode.Scalar(codePoint) { result.unicodeScalars.append(scalar) }
        }
        return places.count > shownCountMax ? result + "…" : result
    }
}
