internal import Audit
import RulebookEngine

/// Words for what metrics came to.
enum MetricText {
    /// What stands in the place of a status where a figure has no verdict.
    static let withoutVerdict = "figure"

    /// The results of a standard that are shown, those that ask for a look first, and how many are not.
    static func shown(
        _ results: [MetricResult], of standard: Int, atMost limit: Int
    ) -> (shown: [MetricResult], hiddenCount: Int) {
        let own = results.filter { $0.standard == standard }
        guard own.count > limit else { return (own, 0) }
        // What is shown stands in the order of the report all the same.
        let kept = own.indices.sorted { (rank(own[$0]), $0) < (rank(own[$1]), $1) }.prefix(limit).sorted()
        return (kept.map { own[$0] }, own.count - limit)
    }

    private static func rank(_ result: MetricResult) -> Int {
        result.status.flatMap { FindingStatus.byUrgency.firstIndex(of: $0) } ?? FindingStatus.allCases.count
    }

    /// The standards that have results, in the order of the report.
    static func standards(_ report: ComplianceReport) -> [Int] { Set(report.metrics.map(\.standard)).sorted() }

    /// The status with its sign.
    static func status(_ result: MetricResult) -> String {
        result.status.map { "\($0.symbol) \($0.word)" } ?? withoutVerdict
    }

    /// The population, and what is not in the figure.
    static func population(_ result: MetricResult) -> String {
        var text = NumberText.grouped(result.population)
        if result.excused > 0 { text += " (\(NumberText.grouped(result.excused)) excused)" }
        return text
    }

    /// What a result rests on, by name.
    static func evidence(_ result: MetricResult) -> [(name: String, value: String)] {
        [
            ("measure", result.measure), ("figure", result.figure?.text ?? ""), ("for", result.key),
            ("period", result.period), ("population", String(result.population)), ("excused", String(result.excused)),
            ("unclear", String(result.unclear)),
        ]
    }
}
