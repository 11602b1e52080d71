/// Where a row stands, in the order of reading.
struct RowPlace: Hashable, Comparable {
    /// The input's position among all.
    let input: Int
    /// The line, from 1.
    let line: Int

    static func < (left: RowPlace, right: RowPlace) -> Bool {
        (left.input, left.line) < (right.input, right.line)
    }
}
