import Audit
import RulebookEngine
import Testing

@testable import Reporting

@Suite("Figures are shown with the misses first, and say how much they rest on")
struct MetricTextTests {
    private static func result(
        _ key: String, _ status: FindingStatus?, measure: String = "share", population: Int = 100, sampleMin: Int = 1,
        message: String = ""
    ) -> MetricResult {
        MetricResult(
            standard: 0, status: status, measure: measure, key: key, period: "2026-11",
            figure: .init(text: "1", numerator: "1", denominator: "1", unit: "number"), population: population,
            sampleMin: sampleMin, message: message, place: "rules.yaml:1:1")
    }

    private static let results = [
        result("a", .met), result("b", .missed), result("c", nil), result("d", .pending), result("e", .notApplicable),
        result("f", .undetermined), result("g", .met), result("h", .met, measure: "correlation"),
    ]

    @Test(
        arguments: [
            (100, "bfdch", "age", 0), (4, "bfdc", "", 4), (6, "bfdc", "ag", 2), (0, "", "", 8),
        ] as [(Int, String, String, Int)])
    func missesComeFirst(_ limit: Int, notable: String, kept: String, hiddenCount: Int) {
        let selection = MetricText.selection(Self.results, of: 0, atMost: limit)
        #expect(Set(selection.notable.map(\.key).joined()) == Set(notable))
        #expect(selection.notable.map(\.key).prefix(4) == Array(notable.map(String.init).prefix(4))[...])
        #expect(selection.kept.map(\.key).joined() == kept)
        #expect(selection.hiddenCount == hiddenCount)
        #expect(MetricText.selection(Self.results, of: 1, atMost: limit).first == nil)
    }

    @Test(
        arguments: [
            (29, 1, "share", "a small sample: 29"), (30, 1, "share", ""), (29, 1, "count", ""),
            (12, 10, "mean", "a small sample: 12"), (29, 30, "share", ""), (0, 1, "share", ""),
            (12, 10, "correlation", ""),
        ] as [(Int, Int, String, String)])
    func aSmallSampleIsMarked(_ population: Int, _ sampleMin: Int, _ measure: String, expected: String) {
        let result = Self.result("a", .met, measure: measure, population: population, sampleMin: sampleMin)
        #expect(MetricText.remark(result) == expected)
    }

    @Test func whatIsSaidAnywayStandsBefore() {
        #expect(MetricText.remark(Self.result("a", .pending, population: 3, message: "x")) == "x; a small sample: 3")
    }
}
