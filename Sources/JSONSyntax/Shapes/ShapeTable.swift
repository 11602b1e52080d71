/// How texts go that were read before: what stands between their values, as a tree of which each way down is a shape.
///
/// A shape is the names of a text's members, their order, the objects that they lie in and the white space between: all
/// but the values. Machines write millions of texts of a few shapes.
struct ShapeTable: ~Copyable, Sendable {
    /// What stands between one value and the next, or the end.
    struct Edge {
        /// Where its bytes begin among all.
        let literal: Int32
        let byteCount: Int32
        /// The records that come of it.
        let firstStep: Int32
        let stepCount: Int32
        /// How many objects are open behind it.
        let depth: Int32
        /// Where its name begins and how many bytes it has, where one without escapes is all that comes of it; else −1.
        let nameOffset: Int32
        let nameByteCount: Int32
        /// The next that may stand in its place, or −1.
        var sibling: Int32
        /// The place where it goes on behind the value; behind the end of a text −1 − its shape.
        let target: Int32
    }

    /// Something that an edge's bytes say.
    struct Step {
        enum Kind: UInt8 {
            case name, escapedName, open, close
        }

        let kind: Kind
        /// Of what opens or closes, how many objects are open around it.
        let depth: UInt8
        /// From the beginning of the edge to the name or the opening bracket, or behind the closing one.
        let offset: Int32
        /// The bytes of a name; the members of what closes.
        let count: Int32
    }

    /// How deep the objects of a shape may lie in each other.
    static let depthMax = 16
    /// How many values a shape may have.
    static let valueCountMax = 128
    /// How many shapes and edges are kept in all: texts that are all different must not take memory without end.
    static let shapeCountMax = 256
    static let edgeCountMax = 4096
    static let literalByteCountMax = 1 << 18

    private(set) var edges: [Edge] = []
    private(set) var steps: [Step] = []
    /// The bytes of all edges, and eight more, so that words can be read anywhere.
    private(set) var literals = [UInt8](repeating: 0, count: 8)
    /// By place, the first edge that may go on there, or −1; the first place is where texts begin.
    private(set) var places: [Int32] = [-1]
    private(set) var shapeCount = 0

    /// Whether a shape ends with an edge: its number.
    @inline(__always)
    static func shape(_ target: Int32) -> Int? { target < 0 ? Int(-1 - target) : nil }

    /// Learns a shape.
    ///
    /// - Parameters:
    ///   - outline: what stands between the values of a text.
    ///   - bytes: the text.
    /// - Returns: its number; nil where there is no room for more.
    mutating func learn(_ outline: ShapeOutline, of bytes: Span<UInt8>) -> Int? {
        var place = 0
        for (number, part) in outline.parts.enumerated() {
            let isLast = number + 1 == outline.parts.count
            let literal = bytes.extracting(part.range)
            var edge = places[place]
            while edge >= 0, !isSame(edges[Int(edge)], literal, isLast: isLast) { edge = edges[Int(edge)].sibling }
            if edge >= 0 {
                let target = edges[Int(edge)].target
                if isLast { return Self.shape(target) }
                place = Int(target)
                continue
            }
            guard shapeCount < Self.shapeCountMax, edges.count < Self.edgeCountMax,
                literals.count + literal.count <= Self.literalByteCountMax
            else {
                return nil
            }
            let target = isLast ? Int32(-1 - shapeCount) : Int32(places.count)
            add(part, literal, at: place, target: target)
            if isLast {
                shapeCount += 1
                return shapeCount - 1
            }
            places.append(-1)
            place = places.count - 1
        }
        return nil
    }

    private mutating func add(_ part: ShapeOutline.Part, _ literal: Span<UInt8>, at place: Int, target: Int32) {
        let new = Int32(edges.count)
        // Of two of which one begins with the other the longer is looked for first.
        var before: Int32 = -1
        var behind = places[place]
        while behind >= 0, Int(edges[Int(behind)].byteCount) >= literal.count {
            before = behind
            behind = edges[Int(behind)].sibling
        }
        let only = part.steps.count == 1 && part.steps[0].kind == .name ? part.steps[0] : nil
        edges.append(
            Edge(
                literal: Int32(literals.count - 8), byteCount: Int32(literal.count), firstStep: Int32(steps.count),
                stepCount: Int32(part.steps.count), depth: Int32(part.depth),
                nameOffset: only?.offset ?? -1, nameByteCount: only?.count ?? 0, sibling: behind, target: target))
        if before >= 0 { edges[Int(before)].sibling = new } else { places[place] = new }
        steps += part.steps
        literals.removeLast(8)
        for offset in literal.indices { literals.append(literal[offset]) }
        literals += [UInt8](repeating: 0, count: 8)
    }

    private func isSame(_ edge: Edge, _ literal: Span<UInt8>, isLast: Bool) -> Bool {
        guard Int(edge.byteCount) == literal.count, (edge.target < 0) == isLast else { return false }
        return literal.indices.allSatisfy { literal[$0] == literals[Int(edge.literal) + $0] }
    }
}
