import CEL
import RulebookModel
import TestSupport
import Testing

@testable import RulebookEngine

@Suite("Sorted values give the same percentiles as sorting them all")
struct SortedValuesTests {
    @Test(arguments: 0..<6)
    func agrees(_ seed: Int) throws {
        var random = RandomSource(seed: UInt64(seed))
        var sorted = SortedValues()
        var naive: [Int64] = []
        let spread = [3, 50, 1_000_000][seed % 3]
        let rank = try #require(ExactDecimal(parsing: ["50", "95", "99.9", "0.01", "100", "33.3"][seed]))
        for _ in 0..<3_000 {
            if random.below(3) == 0, !naive.isEmpty {
                let taken = naive.remove(at: random.below(naive.count))
                sorted.remove(.int(taken))
            } else {
                let value = Int64(random.below(spread))
                naive.append(value)
                let isInserted = sorted.insert(.int(value))
                #expect(isInserted)
            }
            #expect(sorted.count == naive.count)
            guard random.below(10) == 0 else { continue }
            let all = naive.sorted()
            // The least value that at least so many percent do not exceed, counted in hundredths of a percent.
            let parts = Int64(rank.units(fractionDigits: 2) ?? 0)
            let expected = all.indices.first { Int64($0 + 1) * 10_000 >= parts * Int64(all.count) }.map { all[$0] }
            guard sorted.percentile(rank) == expected.map(CELValue.int) else {
                Issue.record("\(rank.text()) of \(all.count) values")
                return
            }
        }
    }

    @Test func refusesWhatHasNoOrder() throws {
        var sorted = SortedValues()
        let euros = try Money(parsing: "1 EUR")
        let dollars = try Money(parsing: "1 USD")
        let isFirstInserted = sorted.insert(.scalar(CELScalar(euros)))
        let isOtherInserted = sorted.insert(.scalar(CELScalar(dollars)))
        #expect(isFirstInserted && !isOtherInserted)
        #expect(sorted.count == 1)
        #expect(sorted.value(atRank: 2) == nil)
    }
}
