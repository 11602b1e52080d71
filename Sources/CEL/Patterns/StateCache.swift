/// A deterministic machine for a pattern, made as far as texts have needed it, and thrown away when it grows too large.
struct StateCache: Sendable {
    /// How far a run over a text has come.
    private struct Progress {
        /// Where the row of the state begins.
        var row: Int
        /// The index of the next byte.
        var index = 0
    }

    // What the table holds instead of the begin of a row.
    private static let unknown: Int32 = -1
    private static let lost: Int32 = -2
    private static let found: Int32 = -3

    private let byteClasses: ByteClasses
    private let stateCountMax: Int
    /// For how many instructions of sets, over all states, there is room.
    private let memberCountMax: Int
    private let rowCount: Int
    private var stepper: PatternStepper
    /// For each state a row: for each class of bytes, and for the end, where the row of the next state begins.
    private var table: [Int32] = []
    private var sets: [StateSet] = []
    private var rows: [StateSet: Int32] = [:]
    private var memberCount = 0
    private var target = StateSet()
    private var start = StartState.unknown

    /// Where each text begins.
    private enum StartState {
        case unknown
        case found
        case lost
        case row(Int)
    }

    init(_ program: PatternProgram, limits: PatternLimits) {
        byteClasses = program.byteClasses
        stateCountMax = min(max(0, limits.stateCountMax), 1_000_000)
        memberCountMax = 100 * stateCountMax
        rowCount = program.byteClasses.representatives.count + 1
        stepper = PatternStepper(program)
    }

    /// Whether the pattern is found in a text.
    mutating func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch start {
        case .found: return true
        case .lost: return false
        case .row(let row): return run(over: text, from: row)
        case .unknown: break
        }
        var set = StateSet()
        switch stepper.begin(&set) {
        case .found:
            start = .found
            return true
        case .lost:
            start = .lost
            return false
        case .undecided: break
        }
        set.instructions.sort()
        guard let row = row(of: set) ?? rowAfterClearing(set) else { return step(over: text[...], from: set) }
        start = .row(row)
        return run(over: text, from: row)
    }

    private mutating func run(over text: UnsafeBufferPointer<UInt8>, from row: Int) -> Bool {
        var progress = Progress(row: row)
        var clearedAt: Int?
        while true {
            let end = walk(text, &progress)
            if end == Self.found { return true }
            if end == Self.lost { return false }
            guard progress.index < text.count else { return foundAtEnd(progress.row) }
            let set = sets[progress.row / rowCount]
            let byte = text[progress.index]
            let outcome = stepper.step(set, over: byte, into: &target)
            let cell = progress.row + Int(byteClasses.classes[Int(byte)])
            progress.index += 1
            switch outcome {
            case .found:
                table[cell] = Self.found
                return true
            case .lost:
                table[cell] = Self.lost
                return false
            case .undecided: break
            }
            // Only here, for to step without a cache sorting would cost more than the step.
            target.instructions.sort()
            if let next = self.row(of: target) {
                table[cell] = Int32(truncatingIfNeeded: next)
                progress.row = next
                continue
            }
            // A text that fills the cache again and again is better stepped through without one.
            let isThrashing = clearedAt.map { progress.index - $0 < 10 * stateCountMax } ?? false
            clearedAt = progress.index
            guard !isThrashing, let next = rowAfterClearing(target) else {
                return step(over: text[progress.index...], from: target)
            }
            progress.row = next
        }
    }

    /// Goes on as far as the table is known; returns what stopped it.
    private func walk(_ text: UnsafeBufferPointer<UInt8>, _ progress: inout Progress) -> Int32 {
        table.withUnsafeBufferPointer { table in
            byteClasses.classes.withUnsafeBufferPointer { classes in
                var row = progress.row
                var index = progress.index
                // The table holds only begins of its own rows and negative marks, and a class is less than a row is
                // long: so no index leaves the table.
                while index < text.count {
                    let next = table[row + Int(classes[Int(text[index])])]
                    if next < 0 {
                        progress = Progress(row: row, index: index)
                        return next
                    }
                    row = Int(next)
                    index += 1
                }
                progress = Progress(row: row, index: index)
                return Self.unknown
            }
        }
    }

    private mutating func foundAtEnd(_ row: Int) -> Bool {
        let cell = row + rowCount - 1
        if table[cell] == Self.unknown {
            table[cell] = stepper.end(sets[row / rowCount]) ? Self.found : Self.lost
        }
        return table[cell] == Self.found
    }

    /// Goes through the rest of a text without keeping states.
    private mutating func step(over text: Slice<UnsafeBufferPointer<UInt8>>, from start: StateSet) -> Bool {
        var set = start
        for byte in text {
            switch stepper.step(set, over: byte, into: &target) {
            case .found: return true
            case .lost: return false
            case .undecided: swap(&set, &target)
            }
        }
        return stepper.end(set)
    }

    /// Where the row of a state begins, made if need be; `nil` if there is no room.
    private mutating func row(of set: StateSet) -> Int? {
        if let row = rows[set] { return Int(row) }
        guard sets.count < stateCountMax, memberCount + set.instructions.count <= memberCountMax else { return nil }
        let row = table.count
        table.append(contentsOf: repeatElement(Self.unknown, count: rowCount))
        sets.append(set)
        rows[set] = Int32(truncatingIfNeeded: row)
        memberCount += set.instructions.count
        return row
    }

    /// Forgets all states and makes one.
    private mutating func rowAfterClearing(_ set: StateSet) -> Int? {
        table.removeAll(keepingCapacity: true)
        sets.removeAll(keepingCapacity: true)
        rows.removeAll(keepingCapacity: true)
        memberCount = 0
        if case .row = start { start = .unknown }
        return row(of: set)
    }
}
