extension CaseRings {
    /// The rings written out, so that what a range leads to stands in one piece.
    private struct Table {
        /// The code points that have variants, in order.
        var codePoints: [UInt32] = []
        /// Where the variants of each begin, and the end of the last.
        var starts: [Int] = [0]
        /// The variants of each, itself not among them.
        var variants: [UInt32] = []
    }

    /// Calls a closure with each code point outside of a range that differs only in case from one in it.
    static func forEachVariant(of lower: UInt32, through upper: UInt32, _ body: (UInt32) -> Void) {
        let first = indexOfCodePoint(notBelow: lower)
        let end = indexOfCodePoint(notBelow: upper + 1)
        for index in table.starts[first]..<table.starts[end] {
            let variant = table.variants[index]
            if variant < lower || variant > upper { body(variant) }
        }
    }

    private static func indexOfCodePoint(notBelow bound: UInt32) -> Int {
        var (first, end) = (0, table.codePoints.count)
        while first < end {
            let middle = first + (end - first) / 2
            if table.codePoints[middle] < bound { first = middle + 1 } else { end = middle }
        }
        return first
    }

    private static let table: Table = {
        var following: [UInt32: UInt32] = [:]
        for offset in stride(from: 0, to: runs.count, by: 4) {
            for number in 0..<runs[offset + 1] {
                let codePoint = runs[offset] + number * runs[offset + 2]
                following[UInt32(bitPattern: codePoint)] = UInt32(bitPattern: codePoint + runs[offset + 3])
            }
        }
        var table = Table()
        for codePoint in following.keys.sorted() {
            table.codePoints.append(codePoint)
            var next = following[codePoint]
            while let variant = next, variant != codePoint {
                table.variants.append(variant)
                next = following[variant]
            }
            table.starts.append(table.variants.count)
        }
        return table
    }()
}
