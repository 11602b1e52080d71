/// The instructions that a machine is at, and what it must remember of the byte before them.
struct StateSet: Hashable, Sendable {
    /// What is known of the place between two bytes.
    struct Place: OptionSet, Hashable, Sendable {
        let rawValue: UInt8

        static let isBegin = Place(rawValue: 1)
        static let isAfterNewline = Place(rawValue: 2)
        static let isAfterWord = Place(rawValue: 4)
    }

    /// The numbers of the instructions that take a byte, or that ask what comes next.
    var instructions: [Int32] = []
    /// Whether some ask what comes next.
    var asksAhead = false
    /// What is known of the place, as far as it matters.
    var place: Place = []
}
