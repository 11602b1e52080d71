import Audit
import Testing

@Suite("A share's percentage never hides a miss, nor what was kept")
struct ExactShareTests {
    @Test(arguments: [
        (0, 1, "0.0"), (1, 1, "100.0"), (1, 2, "50.0"), (1, 3, "33.3"), (2, 3, "66.7"), (1, 8, "12.5"),
        (1, 2000, "0.1"), (1, 1999, "0.1"), (3, 2000, "0.2"), (1, 1_000_000, "0.1"), (999_999, 1_000_000, "99.9"),
        (1999, 2000, "99.9"), (Int.max - 1, Int.max, "99.9"), (Int.max, Int.max, "100.0"), (1, Int.max, "0.1"),
    ])
    func reads(part: Int, whole: Int, as text: String) throws {
        #expect(try #require(ExactShare(part: part, whole: whole)).percentText == text)
    }

    @Test(arguments: [(0, 0), (1, 0), (2, 1), (-1, 1), (1, -1)])
    func refuses(part: Int, whole: Int) {
        #expect(ExactShare(part: part, whole: whole) == nil)
    }

    @Test("fractions that round alike are still told apart")
    func compares() throws {
        let less = try #require(ExactShare(part: 999_998, whole: 999_999))
        let more = try #require(ExactShare(part: 999_999, whole: 1_000_000))
        #expect(less.isLess(than: more))
        #expect(!more.isLess(than: less))
        #expect(!more.isLess(than: more))
    }
}
