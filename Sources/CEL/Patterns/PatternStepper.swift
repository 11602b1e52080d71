/// Moves a pattern's machine from one place of a text to the next, all its ways at once.
struct PatternStepper: Sendable {
    /// Where a step leads.
    enum Outcome {
        /// The pattern is found.
        case found
        /// It can no longer be found.
        case lost
        /// It may be found later.
        case undecided
    }

    /// What comes after a place.
    private enum Next {
        case unknown
        case byte(UInt8)
        case end
    }

    private let program: PatternProgram
    /// What of a place matters to the program.
    private let relevantPlace: StateSet.Place
    /// Whether the pattern may begin elsewhere than at the begin of the text.
    private var mayBeginAnywhere: Bool
    /// In which round each instruction was last reached.
    private var rounds: [UInt64]
    private var round: UInt64 = 1
    private var stack: [Int32] = []
    private var resolved = StateSet()

    init(_ program: PatternProgram) {
        self.program = program
        var relevantPlace: StateSet.Place = []
        if program.places.contains(.textBegin) { relevantPlace.insert(.isBegin) }
        if program.places.contains(.lineBegin) { relevantPlace.formUnion([.isBegin, .isAfterNewline]) }
        if !program.places.isDisjoint(with: [.wordBoundary, .noWordBoundary]) { relevantPlace.insert(.isAfterWord) }
        self.relevantPlace = relevantPlace
        rounds = Array(repeating: 0, count: program.instructions.count)
        mayBeginAnywhere = true
        var elsewhere = StateSet()
        elsewhere.place = .isAfterNewline
        let outcome = follow(program.start, into: &elsewhere, next: .unknown)
        mayBeginAnywhere = outcome == .found || !elsewhere.instructions.isEmpty
    }

    /// Sets the machine to the begin of a text.
    mutating func begin(_ set: inout StateSet) -> Outcome {
        round += 1
        set = StateSet()
        set.place = .isBegin
        let outcome = follow(program.start, into: &set, next: .unknown)
        return outcome == .found ? .found : settle(&set)
    }

    /// Takes one byte.
    mutating func step(_ set: StateSet, over byte: UInt8, into result: inout StateSet) -> Outcome {
        if set.asksAhead {
            guard resolve(set, next: .byte(byte)) != .found else { return .found }
            return advance(resolved, over: byte, into: &result)
        }
        return advance(set, over: byte, into: &result)
    }

    /// Whether the pattern is found at the end of the text.
    mutating func end(_ set: StateSet) -> Bool {
        set.asksAhead && resolve(set, next: .end) == .found
    }

    private mutating func advance(
        _ set: StateSet, over byte: UInt8, into result: inout StateSet
    ) -> Outcome {
        round += 1
        result.instructions.removeAll(keepingCapacity: true)
        result.asksAhead = false
        result.place = byte == 0x0A ? .isAfterNewline : isWordByte(byte) ? .isAfterWord : []
        for number in set.instructions {
            guard case .bytes(let first, let count) = program.instructions[Int(number)] else { continue }
            for index in Int(first)..<Int(first + count) {
                let transition = program.transitions[index]
                guard transition.lower <= byte, byte <= transition.upper else { continue }
                if follow(transition.target, into: &result, next: .unknown) == .found { return .found }
            }
        }
        if mayBeginAnywhere, follow(program.start, into: &result, next: .unknown) == .found { return .found }
        return settle(&result)
    }

    /// Forgets what does not matter of a place, so that sets are equal that mean the same once they are sorted.
    private func settle(_ set: inout StateSet) -> Outcome {
        set.place = set.asksAhead ? set.place.intersection(relevantPlace) : []
        return set.instructions.isEmpty && !mayBeginAnywhere ? .lost : .undecided
    }

    /// Answers all questions that a set asks, into `resolved`.
    private mutating func resolve(_ set: StateSet, next: Next) -> Outcome {
        round += 1
        resolved.instructions.removeAll(keepingCapacity: true)
        resolved.place = set.place
        var target = StateSet()
        swap(&target, &resolved)
        defer { swap(&target, &resolved) }
        for number in set.instructions where follow(number, into: &target, next: next) == .found { return .found }
        return .undecided
    }

    /// Adds an instruction and all that it leads to without a byte.
    private mutating func follow(_ start: Int32, into set: inout StateSet, next: Next) -> Outcome {
        stack.removeAll(keepingCapacity: true)
        stack.append(start)
        while let number = stack.popLast() {
            guard rounds[Int(number)] != round else { continue }
            rounds[Int(number)] = round
            switch program.instructions[Int(number)] {
            case .match: return .found
            case .split(let one, let other):
                stack.append(other)
                stack.append(one)
            case .bytes: set.instructions.append(number)
            case .place(let asked, then: let target):
                switch isKind(asked, set.place, next) {
                case true?: stack.append(target)
                case false?: break
                case nil:
                    set.asksAhead = true
                    set.instructions.append(number)
                }
            }
        }
        return .undecided
    }

    /// Whether a place is of a kind; `nil` if that depends on an unknown next byte.
    @inline(__always)
    private func isKind(_ asked: PatternPlaces, _ place: StateSet.Place, _ next: Next) -> Bool? {
        if asked == .textBegin { return place.contains(.isBegin) }
        if asked == .lineBegin { return !place.isDisjoint(with: [.isBegin, .isAfterNewline]) }
        let (isEnd, byte): (Bool, UInt8)
        switch next {
        case .unknown: return nil
        // A space is neither a word character nor a line feed.
        case .end: (isEnd, byte) = (true, 0x20)
        case .byte(let next): (isEnd, byte) = (false, next)
        }
        if asked == .textEnd { return isEnd }
        if asked == .lineEnd { return isEnd || byte == 0x0A }
        let isBoundary = place.contains(.isAfterWord) != isWordByte(byte)
        return asked == .wordBoundary ? isBoundary : !isBoundary
    }
}
