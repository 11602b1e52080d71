extension TreeParser {
    /// Reads a text that goes as one did before: what stands between its values is compared, not read.
    ///
    /// What comes of it is what ``parse(_:from:)`` would make of the text.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - table: how texts went.
    ///   - values: receives the record of each value, in their order.
    /// - Returns: the text's shape; nil where it goes as none did, and the records are of no use.
    /// - Throws: where a value is at fault; the place is that of the text, but another fault may stand before it.
    mutating func parse(
        _ bytes: Span<UInt8>, along table: borrowing ShapeTable, values: inout ShapeValues
    ) throws(ParsingFailure) -> Int? {
        guard bytes.count <= limits.byteCountMax else { return nil }
        reset()
        let (edges, steps, places) = (table.edges.span, table.steps.span, table.places.span)
        let literals = table.literals.span
        // The records of the objects that are open.
        var open = InlineArray<16, Int32>(repeating: 0)
        var position = 0
        var place = 0
        var count = 0
        while true {
            var number = places[unchecked: place]
            while number >= 0, !Self.goesOn(edges[unchecked: Int(number)], literals, bytes, at: position) {
                number = edges[unchecked: Int(number)].sibling
            }
            guard number >= 0 else { return nil }
            let edge = edges[unchecked: Int(number)]
            if edge.nameOffset >= 0 {
                try append(
                    NodeRecord(
                        .string, offset: position &+ Int(edge.nameOffset), length: Int(edge.nameByteCount),
                        index: nodeCount))
            } else {
                let end = Int(edge.firstStep &+ edge.stepCount)
                var number = Int(edge.firstStep)
                while number < end {
                    try take(steps[unchecked: number], at: position, &open)
                    number &+= 1
                }
            }
            position &+= Int(edge.byteCount)
            if let shape = ShapeTable.shape(edge.target) { return shape }
            values.set(count, to: nodeCount)
            count &+= 1
            guard try readKnownValue(bytes, &position, depth: Int(edge.depth)) else { return nil }
            place = Int(edge.target)
        }
    }

    /// Does what a step says, of which the edge begins at a position.
    private mutating func take(
        _ step: ShapeTable.Step, at position: Int, _ open: inout InlineArray<16, Int32>
    ) throws(ParsingFailure) {
        let offset = position + Int(step.offset)
        switch step.kind {
        case .name, .escapedName:
            var name = NodeRecord(.string, offset: offset, length: Int(step.count), index: nodeCount)
            name.hasEscapes = step.kind == .escapedName
            try append(name)
        case .open:
            open[Int(step.depth)] = Int32(truncatingIfNeeded: nodeCount)
            try append(NodeRecord(.object, offset: offset, length: 1, index: nodeCount))
        case .close: close(Int(open[Int(step.depth)]), count: Int(step.count), at: offset)
        }
    }

    /// Whether a text goes on as an edge says.
    @inline(__always)
    private static func goesOn(
        _ edge: ShapeTable.Edge, _ literals: Span<UInt8>, _ bytes: Span<UInt8>, at position: Int
    ) -> Bool {
        let count = Int(edge.byteCount)
        let start = Int(edge.literal)
        guard position + count <= bytes.count, edge.target >= 0 || position + count == bytes.count else { return false }
        guard count >= 8 else {
            if position + 8 <= bytes.count {
                let written = bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: UInt64.self)
                let known = literals.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt64.self)
                return (written ^ known).littleEndian & (1 << UInt64(count * 8) - 1) == 0
            }
            for offset in 0..<count where literals[start + offset] != bytes[position + offset] { return false }
            return true
        }
        // Within the bounds that were compared above, and the literals' own. The last word may overlap the one before it.
        var offset = 0
        while true {
            let written = bytes.bytes.unsafeLoadUnaligned(
                fromUncheckedByteOffset: position &+ offset, as: UInt64.self)
            let known = literals.bytes.unsafeLoadUnaligned(
                fromUncheckedByteOffset: start &+ offset, as: UInt64.self)
            if written != known { return false }
            if offset &+ 8 >= count { return true }
            offset = min(offset &+ 8, count &- 8)
        }
    }
}

/// The records of the values of a text that was read along a shape, in their order.
struct ShapeValues: ~Copyable, Sendable {
    private var records = InlineArray<128, Int32>(repeating: 0)

    /// Notes the record of a value.
    @inline(__always)
    mutating func set(_ number: Int, to record: Int) { records[number] = Int32(truncatingIfNeeded: record) }

    /// Puts records where somebody wants them.
    ///
    /// - Parameters:
    ///   - places: receives them.
    ///   - numbers: for each the number of a value, or −1 for none.
    func fill(_ places: inout [Int32], with numbers: [Int32]) {
        let records = records.span
        for place in 0..<min(places.count, numbers.count) {
            let number = Int(numbers[place])
            places[place] = number < 0 ? -1 : records[number]
        }
    }
}
