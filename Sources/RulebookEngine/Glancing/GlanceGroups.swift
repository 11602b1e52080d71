import CEL

/// The standards of an event type by what they are about, so that what many of them ask alike is asked once.
struct GlanceGroups: Sendable {
    /// Standards that are about the same events.
    struct Group: Sendable {
        /// The tests of whether they are about an event.
        let tests: Range<Int32>
        /// The standards, by their places among all members.
        var members: Range<Int32>
    }

    /// A standard, apart from what it is about.
    struct Member: Sendable {
        /// Its place in the rulebook.
        let index: Int32
        /// Its number among the standards of the type.
        let number: Int32
        let tests: Range<Int32>
        /// Whether it is kept where its tests say yes.
        let requires: Bool
        /// Whether one of them is enough.
        let isAny: Bool
        /// Whether tests are all that it asks; else it is open wherever it may be about the event.
        let isWhole: Bool
    }

    private(set) var groups: [Group] = []
    private(set) var members: [Member] = []
    let tests: [PlainTest]

    /// Nil where some standard is open at every event.
    init?(_ plain: PlainProgram) {
        tests = plain.tests
        var order: [[PlainTest]] = []
        var numbers: [[PlainTest]: [Int]] = [:]
        for (number, standard) in plain.standards.enumerated() {
            guard standard.isWhole || standard.scopeCount > 0 else { return nil }
            let scope = Array(plain.tests[Int(standard.start)..<Int(standard.start + standard.scopeCount)])
            if numbers[scope] == nil { order.append(scope) }
            numbers[scope, default: []].append(number)
        }
        for scope in order {
            let own = numbers[scope] ?? []
            let first = Int32(members.count)
            for number in own {
                let standard = plain.standards[number]
                let start = standard.start + standard.scopeCount
                members.append(
                    Member(
                        index: standard.index, number: Int32(number), tests: start..<start + standard.bodyCount,
                        requires: standard.requires, isAny: standard.isAny, isWhole: standard.isWhole))
            }
            guard let one = own.first.map({ plain.standards[$0] }) else { continue }
            groups.append(
                Group(tests: one.start..<one.start + one.scopeCount, members: first..<Int32(members.count)))
        }
    }
}
