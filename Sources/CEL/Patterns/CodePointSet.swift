/// A set of code points, as ranges.
struct CodePointSet: Hashable, Sendable {
    /// Code points from `lower` to `upper`, both among them.
    struct Run: Hashable, Sendable {
        var lower: UInt32
        var upper: UInt32
    }

    /// The last code point of Unicode.
    static let last: UInt32 = 0x10FFFF

    /// All code points.
    static let all = CodePointSet([Run(lower: 0, upper: last)])

    private var runs: [Run]
    /// How many of the first runs are sorted and disjoint.
    private var tidyCount: Int

    /// The empty set.
    init() {
        runs = []
        tidyCount = 0
    }

    /// The set of some ranges, in any order.
    init(_ runs: [Run]) {
        self.runs = runs
        tidyCount = 0
        tidy()
    }

    /// The set of alternating gaps and lengths, as the tables of Unicode's properties are written.
    init(gapsAndLengths: ArraySlice<UInt32>) {
        self.init()
        var end: UInt32 = 0
        var gap: UInt32?
        for number in gapsAndLengths {
            if let open = gap {
                runs.append(Run(lower: end + open, upper: end + open + number - 1))
                end += open + number
                gap = nil
            } else {
                gap = number
            }
        }
        tidy()
    }

    /// The ranges in order, none touching the next.
    var sortedRuns: [Run] {
        var copy = self
        copy.tidy()
        return copy.runs
    }

    /// Adds the code points from one to another.
    mutating func insert(_ lower: UInt32, through upper: UInt32) {
        runs.append(Run(lower: lower, upper: upper))
        tidyIfGrown()
    }

    /// Adds the code points from one to another, and all that differ from them only in case.
    mutating func insertIgnoringCase(_ lower: UInt32, through upper: UInt32) {
        insert(lower, through: upper)
        guard lower > 0 || upper < Self.last else { return }
        CaseRings.forEachVariant(of: lower, through: upper) { insert($0, through: $0) }
    }

    /// Adds another set.
    mutating func formUnion(_ other: CodePointSet) {
        runs.append(contentsOf: other.runs)
        tidyIfGrown()
    }

    /// The code points that are not in the set.
    func inverted() -> CodePointSet {
        var result = CodePointSet()
        var next: UInt32 = 0
        for run in sortedRuns {
            if run.lower > next { result.runs.append(Run(lower: next, upper: run.lower - 1)) }
            next = run.upper + 1
        }
        if next <= Self.last { result.runs.append(Run(lower: next, upper: Self.last)) }
        result.tidyCount = result.runs.count
        return result
    }

    /// The set and all code points that differ from one of its own only in case.
    func ignoringCase() -> CodePointSet {
        var result = CodePointSet()
        for run in sortedRuns { result.insertIgnoringCase(run.lower, through: run.upper) }
        result.tidy()
        return result
    }

    /// Whether a code point is in the set.
    func contains(_ codePoint: UInt32) -> Bool {
        runs.contains { $0.lower <= codePoint && codePoint <= $0.upper }
    }

    // A class that names the same script a thousand times must not keep it a thousand times.
    private mutating func tidyIfGrown() {
        if runs.count > 2 * tidyCount + 4_096 { tidy() }
    }

    private mutating func tidy() {
        guard tidyCount < runs.count else { return }
        runs.sort { $0.lower < $1.lower }
        var merged: [Run] = []
        merged.reserveCapacity(runs.count)
        for run in runs {
            if let end = merged.last?.upper, run.lower <= end + 1 {
                merged[merged.count - 1].upper = max(end, run.upper)
            } else {
                merged.append(run)
            }
        }
        runs = merged
        tidyCount = merged.count
    }
}
