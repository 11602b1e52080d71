/// Finds the known name that somebody probably meant.
///
/// The distance counts insertions, deletions, replacements and swaps of neighbours (the restricted form of Damerau's
/// distance). A name is near when at most a third of its characters, and at most three, differ.
enum NearestName {
    private static let lengthMax = 64

    /// The nearest candidate, ties going to the first in alphabetical order; nil where none is near.
    static func find(_ name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().unicodeScalars)
        guard !wanted.isEmpty, wanted.count <= lengthMax else { return nil }
        var best: (distance: Int, name: String)?
        for candidate in candidates where candidate != name {
            let other = Array(candidate.lowercased().unicodeScalars)
            let bound = min(3, max(1, max(wanted.count, other.count) / 3))
            guard other.count <= lengthMax, abs(other.count - wanted.count) <= bound else { continue }
            let distance = distance(wanted, other)
            guard distance <= bound, distance < max(wanted.count, other.count) else { continue }
            guard let known = best else {
                best = (distance, candidate)
                continue
            }
            if (distance, candidate) < (known.distance, known.name) { best = (distance, candidate) }
        }
        return best?.name
    }

    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for (row, scalar) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (scalar == other ? 0 : 1))
                if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
