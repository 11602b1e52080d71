/// Finds the known name that somebody probably meant.
///
/// The distance counts insertions, deletions, replacements and swaps of neighbours (Damerau, 1964, the restricted
/// form). A name is near when at most a third of its characters, and at most three, differ.
///
/// - Parameters:
///   - name: what was written.
///   - candidates: the names that exist; ties go to the first in alphabetical order.
/// - Returns: the nearest one, or nil where none is near.
/// - Complexity: O(candidates × length²); names over 64 characters are not compared.
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    var best: (distance: Int, name: String)?
    for candidate in candidates where candidate != name {
        let scalars = Array(candidate.lowercased().unicodeScalars)
        guard scalars.count <= 64 else { continue }
        let allowed = min(3, max(1, max(wanted.count, scalars.count) / 3))
        guard abs(scalars.count - wanted.count) <= allowed else { continue }
        let distance = editDistance(wanted, scalars)
        guard distance <= allowed else { continue }
        if let current = best, (current.distance, current.name) <= (distance, candidate) { continue }
        best = (distance, candidate)
    }
    return best?.name
}

private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for row in 0..<left.count {
        var current = [row + 1] + [Int](repeating: 0, count: right.count)
        for column in 0..<right.count {
            let substitution = previous[column] + (left[row] == right[column] ? 0 : 1)
            var cost = min(substitution, previous[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                cost = min(cost, beforePrevious[column - 1] + 1)
            }
            current[column + 1] = cost
        }
        beforePrevious = previous
        previous = current
    }
    return previous[right.count]
}
