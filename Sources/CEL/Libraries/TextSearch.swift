/// Finds a run of bytes in another in linear time, whatever both hold.
///
/// In valid UTF-8 a match of whole texts begins and ends between code points.
struct TextSearch {
    private let part: [UInt8]
    /// For each length of a matched beginning, the longest shorter beginning that ends it too.
    private let fallbacks: [Int]

    /// Prepares to search for a part that is not empty.
    init(_ part: [UInt8]) {
        self.part = part
        var fallbacks = [Int](repeating: 0, count: part.count)
        var length = 0
        for position in part.indices.dropFirst() {
            while length > 0, part[position] != part[length] { length = fallbacks[length - 1] }
            if part[position] == part[length] { length += 1 }
            fallbacks[position] = length
        }
        self.fallbacks = fallbacks
    }

    /// Calls a closure with the start of every match, overlapping ones too, until it returns false.
    private func visit(_ whole: ArraySlice<UInt8>, _ body: (Int) -> Bool) {
        guard !part.isEmpty else { return }
        var length = 0
        for position in whole.indices {
            while length > 0, whole[position] != part[length] { length = fallbacks[length - 1] }
            if whole[position] == part[length] { length += 1 }
            guard length == part.count else { continue }
            guard body(position + 1 - length) else { return }
            length = fallbacks[length - 1]
        }
    }

    /// The first match, by its position in the array.
    func first(in whole: ArraySlice<UInt8>) -> Int? {
        var found: Int?
        visit(whole) { start in
            found = start
            return false
        }
        return found
    }

    /// The last match, by its position in the array.
    func last(in whole: ArraySlice<UInt8>) -> Int? {
        var found: Int?
        visit(whole) { start in
            found = start
            return true
        }
        return found
    }

    /// The matches from the front that do not overlap, no more than so many.
    func all(in whole: [UInt8], countMax: Int) -> [Int] {
        guard countMax > 0 else { return [] }
        var found: [Int] = []
        var end = 0
        visit(whole[...]) { start in
            if start >= end {
                found.append(start)
                end = start + part.count
            }
            return found.count < countMax
        }
        return found
    }
}
