/// A pattern as a nondeterministic machine over UTF-8 bytes.
struct PatternProgram: Sendable {
    /// One state of the machine.
    enum Instruction: Hashable, Sendable {
        /// Takes one byte by one of some transitions, from `first` on.
        case bytes(first: Int32, count: Int32)
        /// Goes on at both places, without taking a byte.
        case split(Int32, Int32)
        /// Goes on if the place is of this kind, without taking a byte.
        case place(PatternPlaces, then: Int32)
        /// The pattern is found.
        case match
    }

    /// What the bytes from `lower` to `upper` lead to.
    struct Transition: Hashable, Sendable {
        let lower: UInt8
        let upper: UInt8
        let target: Int32
    }

    let instructions: [Instruction]
    let transitions: [Transition]
    let start: Int32
    /// The number of instructions, one with several transitions counted as often.
    let size: Int
    /// All kinds of places that instructions ask for.
    let places: PatternPlaces
    let byteClasses: ByteClasses
}

/// Which bytes no instruction tells apart.
struct ByteClasses: Sendable {
    /// The class of each of the 256 bytes, numbered from 0.
    let classes: [UInt8]
    /// One byte of each class.
    let representatives: [UInt8]

    init(_ transitions: [PatternProgram.Transition], places: PatternPlaces) {
        // Whether a class begins at a byte.
        var begins = [Bool](repeating: false, count: 257)
        func separate(_ lower: UInt8, through upper: UInt8) {
            begins[Int(lower)] = true
            begins[Int(upper) + 1] = true
        }
        for transition in transitions { separate(transition.lower, through: transition.upper) }
        if !places.isDisjoint(with: [.lineBegin, .lineEnd]) { separate(0x0A, through: 0x0A) }
        if !places.isDisjoint(with: [.wordBoundary, .noWordBoundary]) {
            separate(0x30, through: 0x39)
            separate(0x41, through: 0x5A)
            separate(0x5F, through: 0x5F)
            separate(0x61, through: 0x7A)
        }
        var classes: [UInt8] = []
        var representatives: [UInt8] = []
        for byte in UInt8.min...UInt8.max {
            if byte == 0 || begins[Int(byte)] { representatives.append(byte) }
            classes.append(UInt8(truncatingIfNeeded: representatives.count - 1))
        }
        self.classes = classes
        self.representatives = representatives
    }
}
