import TestSupport
import Testing

@testable import Audit

@Suite("An id is known again, whatever it looks like")
struct IdentifierSetTests {
    /// An id as some log writes it.
    private static func id(_ random: inout RandomSource, _ next: inout [Int]) -> String {
        let series = random.below(next.count)
        next[series] += random.below(4) == 0 ? random.below(9_000) : 1
        // Some come late, and some twice.
        let number = max(0, next[series] - (random.below(3) == 0 ? random.below(200) : 0))
        return switch series {
        case 0: "ev" + String(String(1_000_000_000 + number).dropFirst())
        case 1: "\(number)"
        case 2: "a-\(number)-b\(number % 7)"
        case 3: "id\(number)x"
        case 4: String(UInt64(number) &* 0x9E37_79B9_7F4A_7C15, radix: 16)
        case 5: "ticket/\(number % 3)/\(number)"
        default: "é\(number)"
        }
    }

    @Test("as a set of the ids themselves knows it", arguments: 1...12)
    func asSet(_ seed: Int) {
        var random = RandomSource(seed: UInt64(seed))
        var next = (0..<7).map { _ in random.below(100_000) }
        var own = IdentifierSet()
        var reference: Set<String> = []
        for number in 0..<6_000 {
            own.beginRow(eventCount: 1)
            // Now and then a log is read again from its middle.
            if number % 2_000 == 1_999 { next = next.map { max(0, $0 - 500) } }
            let id = Self.id(&random, &next)
            let (isNew, isNewThere) = (own.insert(id, type: "sale"), reference.insert(id).inserted)
            #expect(isNew == isNewThere, "\(id)")
            let other = Self.id(&random, &next)
            #expect(own.contains(other) == reference.contains(other), "\(other)")
        }
        for id in reference { #expect(own.contains(id)) }
    }

    @Test("numbers that follow each other, before and after they are known to")
    func series() {
        var own = IdentifierSet()
        for number in 0..<20_000 {
            own.beginRow(eventCount: 1)
            let isNew = own.insert("ev\(100_000 + number)", type: "sale")
            #expect(isNew)
        }
        for number in 0..<20_000 {
            own.beginRow(eventCount: 1)
            let isNew = own.insert("ev\(100_000 + number)", type: "sale")
            #expect(!isNew)
        }
        for id in ["ev120000", "ev99999", "ev0100000", "EV100000", "100000", "ev", "ev100000 ", ""] {
            #expect(!own.contains(id), "\(id)")
        }
    }

    @Test("events of one row may share an id, if they are of different types")
    func rows() {
        var own = IdentifierSet()
        func areNew(_ types: String...) -> [Bool] {
            own.beginRow(eventCount: types.count)
            return types.map { own.insert("r1", type: $0) }
        }
        #expect(areNew("sale", "gift", "sale") == [true, true, false])
        #expect(areNew("visit", "visit") == [false, false])
        #expect(areNew("visit") == [false])
    }

    @Test("hashes at the edges of their tables, and the one that stands for a free place")
    func hashes() {
        var own = HashSegments()
        let hashes: [UInt64] = [0, 2, .max, .max - 1, 1 << 56, (1 << 56) - 1, 255 << 56, 0xFF << 48]
        for hash in hashes { #expect(!own.contains(hash)) }
        let areNew = hashes.map { own.insert($0) }
        let areNewAgain = hashes.map { own.insert($0) }
        // 0 stands for a free place, and is kept as 1.
        #expect(areNew == hashes.map { _ in true })
        #expect(areNewAgain == hashes.map { _ in false })
        for hash in hashes { #expect(own.contains(hash)) }
        // All at the end of one table, so that they go on at its beginning.
        for low in 0..<500 as Range<UInt64> {
            let isNew = own.insert(3 << 56 | ((1 << 56) - 1 - low))
            #expect(isNew)
        }
        for low in 0..<500 as Range<UInt64> { #expect(own.contains(3 << 56 | ((1 << 56) - 1 - low))) }
        #expect(!own.contains(3 << 56 | ((1 << 56) - 501)))
    }
}
