import CEL
import Testing

@Suite("Whatever is written, nothing crashes and every place lies in the source")
struct FuzzTests {
    private static let seeds = [
        "order.total <= \"20 EUR\" and customer.tier in [\"gold\", 'silver']",
        "order.items.all(i, i.price > '1 EUR' && has(i.owner.tier)) ? 1 : -2",
        "{'a': [1, 2u, 3.5e-1], \"b\": b'\\x41\\377'}['a'][0] + passengers * 7 % 3",
        "timestamp('2026-11-20T09:14:03Z') - duration('1h') > anything.when",
        "not (note.startsWith('x') or size(note) >= 0x1F) and settings.tries == int('3')",
        "[1, 2, 3].map(x, x > 1, [x].filter(y, y != x)).exists_one(z, z == [])",
        "customer == order.placed_by || .customer.visits > 3 && !customer.staff",
        "string(1.5) + r'\\d' + \"\"\"a\"b\"\"\" + A.B{c: 1, `d-e`: null}.c",
    ]
    private static let pieces = [
        "(", ")", "[", "]", "{", "}", "\"", "'", "'''", ".", ",", ":", "?", "&&", "||", "!", "-", "not ", "and ",
        " in ",
        "==", "<=", "1", "9223372036854775808", "1e400", "0x", "null", "true", "customer", "order.total", "has(",
        ".all(x, ", "\\", "\\u12", "//", "`", "é", "“", "\u{0}", "\n", "matches", "@in", "_+_", "[0]", ".map(a, a)",
        "'20 EUR'", "dyn(", " % ", " / 0 ", "🐱",
    ]

    @Test("twenty thousand mutations")
    func mutations() {
        var generator = SplitMix(state: 0x5EED)
        let environment = CareDesk.environment
        var checkedCount = 0
        for round in 0..<20_000 {
            var bytes = Array(Self.seeds[generator.below(Self.seeds.count)].unicodeScalars)
            for _ in 0...generator.below(4) { mutate(&bytes, &generator) }
            var source = ""
            source.unicodeScalars.append(contentsOf: bytes)
            let range = 0..<source.utf8.count
            let parsing = environment.parse(source)
            expectPlaces(parsing.issues, in: range, source, round)
            #expect((parsing.tree == nil) != parsing.issues.isEmpty, "round \(round): \(source)")
            guard let tree = parsing.tree else { continue }
            let printed = tree.root.description
            #expect(environment.parse(printed).tree?.root.description == printed, "round \(round): \(printed)")
            let checking = environment.check(tree)
            expectPlaces(checking.issues, in: range, source, round)
            #expect((checking.expression == nil) != checking.issues.isEmpty, "round \(round): \(source)")
            for expression in [checking.expression, environment.resolve(tree)].compactMap({ $0 }) {
                run(expression, environment, range, "round \(round): \(source)")
            }
            if checking.expression != nil { checkedCount += 1 }
        }
        #expect(checkedCount > 500)
    }

    private func run(
        _ expression: CELCheckedExpression, _ environment: CELEnvironment, _ range: Range<Int>, _ comment: Comment
    ) {
        var slots = CELSlotTable()
        let program = environment.program(for: expression, slots: &slots)
        let frame = CELFrame(slots)
        if case .error(let error) = program.evaluate(frame) {
            #expect(
                error.range.map { range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound } == true,
                comment)
        }
        for position in 0..<slots.count { frame[position] = .int(Int64(position)) }
        _ = program.evaluate(frame)
        _ = expression.attributes
        _ = expression.freeVariables
    }

    private func expectPlaces(_ issues: [CELIssue], in range: Range<Int>, _ source: String, _ round: Int) {
        for issue in issues {
            let isInside = range.lowerBound <= issue.range.lowerBound && issue.range.upperBound <= range.upperBound
            #expect(isInside, "round \(round): \(source): \(issue.message) at \(issue.range)")
        }
    }

    private func mutate(_ scalars: inout [Unicode.Scalar], _ generator: inout SplitMix) {
        let place = generator.below(scalars.count + 1)
        switch generator.below(4) {
        case 0: scalars.insert(contentsOf: Self.pieces[generator.below(Self.pieces.count)].unicodeScalars, at: place)
        case 1:
            let end = min(scalars.count, place + generator.below(8))
            scalars.removeSubrange(place..<end)
        case 2:
            let end = min(scalars.count, place + generator.below(12))
            scalars.insert(contentsOf: Array(scalars[place..<end]), at: generator.below(scalars.count + 1))
        default:
            let other = Array(Self.seeds[generator.below(Self.seeds.count)].unicodeScalars)
            let start = generator.below(other.count)
            scalars.insert(contentsOf: other[start..<min(other.count, start + 10)], at: place)
        }
    }
}

/// A small generator of random numbers whose seed makes a run repeatable.
private struct SplitMix {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return bound <= 0 ? 0 : Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
