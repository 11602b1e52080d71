extension CaseRings {
    /// Calls a closure with each code point that differs only in case from one in a range, the range's own perhaps among
    /// them.
    static func forEachVariant(of lower: UInt32, through upper: UInt32, _ body: (UInt32) -> Void) {
        var offset = 0
        while offset + 3 < runs.count {
            let first = UInt32(bitPattern: runs[offset])
            if first > upper { return }
            let step = UInt32(bitPattern: runs[offset + 2])
            let end = first + step * UInt32(bitPattern: runs[offset + 1] - 1)
            if end >= lower {
                // The first of the run inside the range.
                var codePoint = first
                if lower > first { codePoint += (lower - first + step - 1) / step * step }
                while codePoint <= min(end, upper) {
                    walk(from: codePoint, first: UInt32(bitPattern: Int32(codePoint) + runs[offset + 3]), body)
                    codePoint += step
                }
            }
            offset += 4
        }
    }

    /// Calls a closure with the others of a ring.
    private static func walk(from start: UInt32, first: UInt32, _ body: (UInt32) -> Void) {
        var codePoint = first
        while codePoint != start {
            body(codePoint)
            codePoint = next(after: codePoint)
        }
    }

    /// The next in a code point's ring; itself, if it is alone.
    private static func next(after codePoint: UInt32) -> UInt32 {
        var offset = 0
        while offset + 3 < runs.count {
            let first = UInt32(bitPattern: runs[offset])
            if first > codePoint { break }
            let step = UInt32(bitPattern: runs[offset + 2])
            let distance = codePoint - first
            if distance % step == 0, distance / step < UInt32(bitPattern: runs[offset + 1]) {
                return UInt32(bitPattern: Int32(codePoint) + runs[offset + 3])
            }
            offset += 4
        }
        return codePoint
    }
}
