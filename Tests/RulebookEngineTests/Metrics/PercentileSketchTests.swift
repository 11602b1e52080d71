import CEL
import RulebookModel
import TestSupport
import Testing

@testable import RulebookEngine

@Suite("A sketch of percentiles keeps its accuracy, and adds up")
struct PercentileSketchTests {
    private static func percent(_ text: String) throws -> Percent { try #require(Percent(parsing: text)) }
    private static func rank(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(parsing: text)) }

    /// Numbers of every size and both signs, with noughts and repetitions, as decimals of up to 6 digits after the point.
    private static func values(_ random: inout RandomSource, count: Int, spread: Int) throws -> [ExactDecimal] {
        try (0..<count).map { _ in
            let digits = random.below(spread)
            var bound = 10
            for _ in 0..<digits { bound *= 10 }
            let sign = [1, 1, 1, -1][random.below(4)]
            return try #require(ExactDecimal(mantissa: Int64(sign * random.below(bound)), scale: random.below(7)))
        }
    }

    private static func sketch(_ values: [ExactDecimal], _ accuracy: Percent) -> PercentileSketch {
        var sketch = PercentileSketch(accuracy: accuracy)
        for value in values {
            let isAdded = sketch.add(ExactFigure(ExactFraction(value), .number))
            #expect(isAdded)
        }
        return sketch
    }

    @Test(arguments: 0..<10)
    func staysWithinItsAccuracy(_ seed: Int) throws {
        var random = RandomSource(seed: UInt64(seed))
        let accuracy = try Self.percent(["1%", "0.01%", "10%", "0.5%", "3%"][seed % 5])
        let all = try Self.values(&random, count: [1, 10, 400, 2_000][seed % 4], spread: [3, 8, 16][seed % 3])
        let sketch = Self.sketch(all, accuracy)
        #expect(sketch.count == all.count)
        let sorted = all.sorted()
        for text in ["0.01", "1", "5", "25", "50", "75", "90", "95", "99", "99.9", "100"] {
            let rank = try Self.rank(text)
            let estimate = try #require(sketch.percentile(rank))
            // The least value that at least so many percent do not exceed, counted in hundredths of a percent.
            let parts = try #require(rank.units(fractionDigits: 2))
            let index = try #require(
                sorted.indices.first { Int64($0 + 1) * 10_000 >= parts * Int64(sorted.count) })
            let exact = ExactFraction(sorted[index])
            let points = ExactFraction(accuracy.points)
            let size = ExactFraction(exact.numerator < 0 ? -exact.numerator : exact.numerator, over: exact.denominator)
            let error = try #require(size?.multiplied(by: points.numerator))
            let allowed = try #require(
                ExactFraction(error.numerator, over: error.denominator * points.denominator * 100))
            let minus = try #require(ExactFraction(-exact.numerator, over: exact.denominator))
            let difference = try #require(estimate.value.fraction.adding(minus))
            let distance = try #require(ExactFraction(abs(difference.numerator), over: difference.denominator))
            #expect(
                distance <= allowed, "\(text)% of \(all.count): \(estimate.value.text()) for \(sorted[index].text())")
            #expect(estimate.least.fraction <= exact && exact <= estimate.greatest.fraction)
        }
    }

    @Test(arguments: 0..<6)
    func addsUp(_ seed: Int) throws {
        var random = RandomSource(seed: UInt64(100 + seed))
        let accuracy = try Self.percent(["1%", "0.1%"][seed % 2])
        let first = try Self.values(&random, count: 300 * (seed % 3), spread: 12)
        let second = try Self.values(&random, count: 200, spread: 5)
        var merged = Self.sketch(first, accuracy)
        let isMerged = merged.merge(Self.sketch(second, accuracy))
        #expect(isMerged)
        #expect(merged == Self.sketch(first + second, accuracy))
        // Whatever the order in which they come.
        #expect(merged == Self.sketch((first + second).reversed(), accuracy))
        var other = Self.sketch(second, accuracy)
        let isOtherMerged = other.merge(Self.sketch(first, accuracy))
        #expect(isOtherMerged)
        #expect(other == merged)
    }

    @Test func noughtsAndNegativeNumbersHaveTheirPlaces() throws {
        let values = try ["-100", "-1", "0", "0", "1", "100"].map(Self.rank)
        let sketch = Self.sketch(values, try Self.percent("1%"))
        let found = try ["16", "33", "50", "66", "83", "100"].map { try #require(sketch.percentile(try Self.rank($0))) }
        let exact: [Int128] = [-100, -1, 0, 0, 1, 100]
        for (estimate, value) in zip(found, exact) {
            let fraction = try #require(ExactFraction(value, over: 1))
            #expect(estimate.least.fraction <= fraction && fraction <= estimate.greatest.fraction)
        }
        // The ends are the values themselves or lie inside of them; nought is exact.
        #expect(found[2].value.text() == "0")
        #expect(found[5].greatest.text() == "100" && found[0].least.text() == "-100")
    }

    @Test func oneValueIsExact() throws {
        let sketch = Self.sketch(try Array(repeating: Self.rank("44.567"), count: 9), try Self.percent("10%"))
        #expect(sketch.percentile(try Self.rank("95"))?.value.text() == "44.57")
        let exact = ExactFraction(try Self.rank("44.567"))
        #expect(sketch.percentile(try Self.rank("95"))?.value.fraction == exact)
    }

    @Test func nothingHasNoPercentile() throws {
        var sketch = PercentileSketch(accuracy: try Self.percent("1%"))
        #expect(sketch.percentile(try Self.rank("50")) == nil)
        let isMerged = sketch.merge(PercentileSketch(accuracy: try Self.percent("1%")))
        #expect(isMerged && sketch.count == 0)
    }

    @Test func differentThingsAreNotAddedUp() throws {
        let (euro, dollar) = (try #require(Currency(code: "EUR")), try #require(Currency(code: "USD")))
        let one = ExactFraction(ExactDecimal(1))
        var sketch = PercentileSketch(accuracy: try Self.percent("1%"))
        let isFirstAdded = sketch.add(ExactFigure(one, .money(euro)))
        let isSecondAdded = sketch.add(ExactFigure(one, .money(dollar)))
        #expect(isFirstAdded && !isSecondAdded)
        let isFinerMerged = sketch.merge(PercentileSketch(accuracy: try Self.percent("0.5%")))
        #expect(!isFinerMerged)
        var other = PercentileSketch(accuracy: try Self.percent("1%"))
        _ = other.add(ExactFigure(one, .money(dollar)))
        let isOtherMerged = sketch.merge(other)
        #expect(!isOtherMerged && sketch.count == 1)
    }

    @Test func itsSizeGoesByTheSpreadAndNotByTheCount() throws {
        var sketch = PercentileSketch(accuracy: try Self.percent("1%"))
        for number in 0..<50_000 {
            _ = sketch.add(ExactFigure(ExactFraction(ExactDecimal(Int64(1_000 + number % 1_000))), .number))
        }
        // From 1,000 to 1,999 lie two powers of two; each has 50 bins.
        #expect(sketch.binCount <= 100)
    }
}
