/// The ways to write the code points of a class in UTF-8, with equal endings shared.
///
/// The text is known to be valid, so that the tree need not refuse what is not.
struct UTF8Tree {
    /// Where the bytes from `lower` to `upper` lead.
    struct Branch: Hashable {
        let lower: UInt8
        let upper: UInt8
        /// A state of the tree; `nil` is the end.
        let state: Int?
    }

    /// Some of the values that a number of continuation bytes can express.
    private struct Rest: Hashable {
        let byteCount: Int
        var runs: [CodePointSet.Run]
    }

    /// The instruction that follows the class.
    let end: Int32
    /// The states after a first byte; each leads only to those before it.
    private(set) var states: [[Branch]] = []
    private var known: [Rest: Int] = [:]

    init(end: Int32) { self.end = end }

    /// The branches of the first byte.
    mutating func root(of runs: [CodePointSet.Run]) -> [Branch] {
        var branches: [Branch] = []
        for (byteCount, lower, upper) in [(1, 0, 0x7F), (2, 0x80, 0x7FF), (3, 0x800, 0xFFFF), (4, 0x10000, 0x10FFFF)]
            as [(Int, UInt32, UInt32)]
        {
            // What has three or four bytes from its very begin may begin at 0: nothing shorter is written so long, and
            // more bytes share their endings. Likewise at the end of Unicode, which only four bytes reach.
            let clipped = runs.compactMap { run -> CodePointSet.Run? in
                guard run.lower <= upper, run.upper >= lower else { return nil }
                return CodePointSet.Run(
                    lower: byteCount > 2 && run.lower <= lower ? 0 : max(run.lower, lower),
                    upper: byteCount == 4 && run.upper >= upper ? 0x13FFFF : min(run.upper, upper))
            }
            let mark: UInt8 = [0, 0xC0, 0xE0, 0xF0][byteCount - 1]
            branches += self.branches(of: Rest(byteCount: byteCount, runs: clipped), mark: mark)
        }
        return branches
    }

    /// The branches of the first byte of a rest; `mark` is added to the part of the value that the byte carries.
    private mutating func branches(of rest: Rest, mark: UInt8) -> [Branch] {
        let shift = UInt32(6 * (rest.byteCount - 1))
        let mask = (UInt32(1) << shift) - 1
        // Neighbouring heads with what follows them; only single heads have partial tails.
        var heads: [(lower: UInt32, upper: UInt32, tails: [CodePointSet.Run])] = []
        func add(_ lower: UInt32, _ upper: UInt32, _ tail: CodePointSet.Run) {
            if let last = heads.last, last.lower == lower, last.upper == upper {
                heads[heads.count - 1].tails.append(tail)
            } else {
                heads.append((lower, upper, [tail]))
            }
        }
        let fullTail = CodePointSet.Run(lower: 0, upper: mask)
        for run in rest.runs {
            let (first, last) = (run.lower >> shift, run.upper >> shift)
            if first == last {
                add(first, last, .init(lower: run.lower & mask, upper: run.upper & mask))
            } else {
                add(first, first, .init(lower: run.lower & mask, upper: mask))
                if first + 1 < last { add(first + 1, last - 1, fullTail) }
                add(last, last, .init(lower: 0, upper: run.upper & mask))
            }
        }
        var branches: [Branch] = []
        for head in heads {
            let state =
                rest.byteCount == 1 ? nil : self.state(of: Rest(byteCount: rest.byteCount - 1, runs: head.tails))
            let lower = mark | UInt8(truncatingIfNeeded: head.lower)
            let upper = mark | UInt8(truncatingIfNeeded: head.upper)
            if let last = branches.last, last.state == state, last.upper + 1 == lower {
                branches[branches.count - 1] = Branch(lower: last.lower, upper: upper, state: state)
            } else {
                branches.append(Branch(lower: lower, upper: upper, state: state))
            }
        }
        return branches
    }

    private mutating func state(of rest: Rest) -> Int {
        if let state = known[rest] { return state }
        // No deeper than three bytes.
        let branches = branches(of: rest, mark: 0x80)
        states.append(branches)
        known[rest] = states.count - 1
        return states.count - 1
    }
}
