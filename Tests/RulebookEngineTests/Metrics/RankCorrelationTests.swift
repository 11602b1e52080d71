import RulebookModel
import Testing

@testable import RulebookEngine

@Suite("Spearman's rank correlation, against values computed by hand")
struct RankCorrelationTests {
    private func coefficient(_ first: [Int64], _ second: [Int64]) -> String? {
        let pairs = zip(first, second).map {
            (
                first: ExactFigure(ExactFraction(ExactDecimal($0)), .number),
                second: ExactFigure(ExactFraction(ExactDecimal($1)), .number)
            )
        }
        return RankCorrelation(pairs).coefficient.flatMap { $0.rounded(fractionDigits: 4) }?.text()
    }

    @Test(
        arguments: [
            // Ranks alone count: whatever grows with the other is 1.
            ([1, 2, 3, 4, 5], [10, 20, 40, 80, 9_000], "1"),
            ([1, 2, 3, 4, 5], [5, 4, 3, 2, 1], "-1"),
            // d = 1, −1, 0, 1, −1: 1 − 6 × 4 ÷ (5 × 24) = 0.8.
            ([1, 2, 3, 4, 5], [2, 1, 3, 5, 4], "0.8"),
            // d = 2, −1, −1, 1, −1: 1 − 6 × 8 ÷ 120 = 0.6.
            ([10, 20, 30, 40, 50], [3, 1, 2, 5, 4], "0.6"),
            // Ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: 4.5 ÷ √(4.5 × 5) = 0.9487.
            ([1, 2, 2, 3], [1, 2, 3, 4], "0.9487"),
            // Ranks 1.5, 1.5, 3.5, 3.5 and 1.5, 3.5, 1.5, 3.5: nothing.
            ([1, 1, 2, 2], [1, 2, 1, 2], "0"),
            // IQ and hours of television: d² = 194, 1 − 6 × 194 ÷ (10 × 99) = −0.1758.
            ([106, 86, 100, 101, 99, 103, 97, 113, 112, 110], [7, 0, 27, 50, 28, 29, 20, 12, 6, 17], "-0.1758"),
        ] as [([Int64], [Int64], String)])
    func comesTo(_ first: [Int64], _ second: [Int64], expected: String) {
        #expect(coefficient(first, second) == expected)
        // It is the same the other way round, and in whatever order the groups come.
        #expect(coefficient(second, first) == expected)
        #expect(coefficient(first.reversed(), second.reversed()) == expected)
    }

    @Test(
        arguments: [
            ([1, 1, 1], [1, 2, 3]), ([1, 2, 3], [7, 7, 7]), ([1], [1]), ([], []),
        ] as [([Int64], [Int64])])
    func saysNothingWhereNothingVaries(_ first: [Int64], _ second: [Int64]) {
        #expect(coefficient(first, second) == nil)
    }
}
