import TestSupport
import Testing

@testable import CEL

@Suite("A search in linear time finds what trying every position finds")
struct TextSearchTests {
    @Test("for random texts of few letters")
    func agreesWithTrying() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            let whole = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
                UInt8.random(in: 0...1, using: &generator)
            }
            let part = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
                UInt8.random(in: 0...1, using: &generator)
            }
            let starts = whole.indices.filter { whole[$0...].starts(with: part) }
            var apart: [Int] = []
            for start in starts where start >= (apart.last ?? -part.count) + part.count { apart.append(start) }
            let search = TextSearch(part)
            #expect(search.first(in: whole[...]) == starts.first)
            #expect(search.last(in: whole[...]) == starts.last)
            #expect(search.all(in: whole, countMax: .max) == apart)
            #expect(search.all(in: whole, countMax: 2) == Array(apart.prefix(2)))
            let from = min(3, whole.count)
            #expect(search.first(in: whole[from...]) == starts.first { $0 >= from })
        }
    }
}
